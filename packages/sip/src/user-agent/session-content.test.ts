import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeHeaders } from '../message/header-editor.ts'
import type { BodyPart } from '../mime/multipart.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { OutgoingInvite } from './user-agent.ts'

const GEOLOCATION = [['Geolocation', '<cid:me@x>'] as const, ['Subject', 'help'] as const]

function position(...more: readonly (readonly [string, string])[]): BodyPart {
  return {
    headers: makeHeaders([['Content-Type', 'application/pidf+xml'], ['Content-ID', '<me@x>'], ...more]),
    body: Buffer.from('<here ü/>'),
  }
}

const WITH_POSITION: Partial<OutgoingInvite> = { parts: [position()], headers: GEOLOCATION }

test('an offer with a position beside it arrives as both, and the answer makes the call', async () => {
  const world = new World()
  const events = eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, WITH_POSITION)))
  const invite = await world.next(world.bob.invites)
  assert.equal(invite.offer, OFFER)
  assert.match(invite.request.headers.get('Content-Type') ?? '', /^multipart\/mixed/)
  assert.deepEqual(
    invite.parts.map(({ headers, body }) => [headers.get('Content-ID'), Buffer.from(body).toString()]),
    [['<me@x>', '<here ü/>']],
  )
  invite.accept({ sdp: ANSWER })
  assert.equal((await world.run(events)).at(-1)?.kind, 'answered')
})

test('a late offer may carry a position too', async () => {
  const world = new World()
  const { offer: _, ...call } = callTo(world.bob, WITH_POSITION)
  world.alice.stack.userAgent.invite(call)
  const invite = await world.next(world.bob.invites)
  assert.equal(invite.offer, undefined)
  assert.equal(invite.parts.length, 1)
})

function calls(more: Partial<OutgoingInvite>) {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const events = eventsOf(world.alice.stack.userAgent.invite({ ...callTo(world.bob), uri: 'sip:bob@10.0.0.2', ...more }))
  return { world, bob, events }
}

test('a peer that takes no multipart body is asked again with the offer alone, and without the header that would point nowhere', async () => {
  const { world, bob, events } = calls(WITH_POSITION)
  bob.reply(await bob.takeRequest('INVITE 1'), 415)
  await bob.take('ACK 1')
  const again = await bob.takeRequest('INVITE 2')
  assert.equal(Buffer.from(again.body).toString(), OFFER)
  assert.equal(again.headers.get('Geolocation'), undefined)
  assert.equal(again.headers.get('Subject'), 'help')
  bob.reply(again, 415)
  const [last] = (await world.run(events)).slice(-1)
  assert.equal(last?.kind, 'failed')
})

test('a part that the caller demands to be understood is not left out', async () => {
  const { world, bob, events } = calls({ ...WITH_POSITION, parts: [position(['Content-Disposition', 'render;handling=required'])] })
  bob.reply(await bob.takeRequest('INVITE 1'), 415)
  assert.equal((await world.run(events)).at(-1)?.kind, 'failed')
})

test('an INVITE whose multipart body has no end is answered 400', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({ body: '--b\r\n\r\nx', contentType: 'multipart/mixed;boundary=b' })
  await bob.take('400 INVITE')
})

test('an answer in a multipart body is found', async () => {
  const { world, bob, events } = calls({})
  const body = `--b\r\nContent-Type: application/sdp\r\n\r\n${ANSWER}\r\n--b--`
  bob.reply(await bob.takeRequest('INVITE'), 200, { body, contentType: 'multipart/mixed;boundary=b' })
  const last = (await world.run(events)).at(-1)
  assert.equal(last?.kind === 'answered' && last.sdp, ANSWER)
})
