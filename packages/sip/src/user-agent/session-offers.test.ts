import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SipRequest } from '../message/message.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { SDP, type Talk, talk } from '../test-support/talk.ts'
import { ANSWER, OFFER, World } from '../test-support/world.ts'

const CHANGED = OFFER.replace('s=-', 's=changed')

function reinvite({ request }: Talk, cseq: number): SipRequest {
  return request('INVITE', cseq, { body: CHANGED, contentType: 'application/sdp' })
}

test('a re-INVITE changes the session: offer, answer, ACK', async () => {
  const { world, bob, session } = await talk()
  const changed = session.offer(CHANGED)
  const request = await bob.takeRequest('INVITE 2')
  assert.equal(String(Buffer.from(request.body)), CHANGED)
  bob.reply(request, 200, SDP)
  assert.deepEqual(await world.run(changed), { kind: 'answered', sdp: ANSWER })
  await bob.take('ACK 2')
})

test('a re-INVITE that is refused leaves the session as it was', async () => {
  const { world, bob, session } = await talk()
  const changed = session.offer(CHANGED)
  bob.reply(await bob.takeRequest('INVITE 2'), 488)
  assert.deepEqual(await world.run(changed), { kind: 'rejected', status: 488 })
  await bob.take('ACK 2')
  const again = session.request('INFO')
  bob.reply(await bob.takeRequest('INFO 3'), 200)
  assert.equal((await world.run(again)).kind, 'response')
})

test('after a glare the owner of the Call-ID tries again after 2.1 to 4 s', async () => {
  const { world, bob, session } = await talk()
  const changed = session.offer(CHANGED)
  bob.reply(await bob.takeRequest('INVITE 2'), 491)
  await bob.take('ACK 2')
  const sinceMs = world.clock.nowMs()
  const again = await bob.takeRequest('INVITE 3')
  const waitedMs = world.clock.nowMs() - sinceMs
  assert.ok(waitedMs >= 2100 && waitedMs <= 4005, `${waitedMs} ms`)
  bob.reply(again, 200, SDP)
  assert.equal((await world.run(changed)).kind, 'answered')
})

test('after a glare the other side tries again within 2 s', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const invite = bob.invite({ body: OFFER, contentType: 'application/sdp' })
  const session = (await world.next(world.alice.invites)).accept({ sdp: ANSWER })
  await bob.take('100')
  const ok = await bob.takeResponse('200')
  const [from = '', to = ''] = [invite.headers.get('From'), ok.headers.get('To')]
  bob.request({ method: 'ACK', uri: 'sip:alice@10.0.0.1:5060', from, to, callId: 'raw-call', cseq: 1 })
  void session.offer(CHANGED)
  bob.reply(await bob.takeRequest('INVITE 1'), 491)
  await bob.take('ACK 1')
  const sinceMs = world.clock.nowMs()
  await bob.take('INVITE 2')
  assert.ok(world.clock.nowMs() - sinceMs <= 2005)
})

test('asking for an offer sends a re-INVITE without one, and the answer goes in the ACK', async () => {
  const { world, bob, session } = await talk()
  const asked = session.askForOffer()
  const request = await bob.takeRequest('INVITE 2')
  assert.equal(request.body.length, 0)
  bob.reply(request, 200, { body: CHANGED, contentType: 'application/sdp' })
  assert.deepEqual(await world.run(asked), { kind: 'answered', sdp: CHANGED })
  assert.deepEqual(bob.waiting, [])
  session.acknowledge(ANSWER)
  assert.equal(String(Buffer.from((await bob.takeRequest('ACK 2')).body)), ANSWER)
})

test('offers of ours wait for each other', async () => {
  const { world, bob, session } = await talk()
  void session.offer(CHANGED)
  const second = session.offer(OFFER)
  const first = await bob.takeRequest('INVITE 2')
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  bob.reply(first, 200, SDP)
  await bob.take('ACK 2')
  bob.reply(await bob.takeRequest('INVITE 3'), 200, SDP)
  assert.equal((await world.run(second)).kind, 'answered')
})

test('a re-INVITE of the peer is the application’s to answer, and the 2xx is repeated until its ACK', async () => {
  const made = await talk()
  const { bob, world } = made
  reinvite(made, 5)
  const offer = await made.next()
  assert.ok(offer.kind === 'offer')
  assert.equal(offer.sdp, CHANGED)
  await bob.take('100')
  offer.answer(ANSWER)
  await bob.take('200 INVITE 5')
  await bob.take('200 INVITE 5')
  made.request('ACK', 5)
  await world.clock.advance(60_000)
  assert.deepEqual(bob.waiting, [])
})

test('the 2xx of a re-INVITE without ACK for 64·T1 ends the session', async () => {
  const made = await talk()
  reinvite(made, 5)
  const offer = await made.next()
  assert.ok(offer.kind === 'offer')
  offer.answer(ANSWER)
  assert.deepEqual(await made.world.run(made.session.ended), { by: 'no-ack' })
})

test('a re-INVITE without offer gets ours, and its answer from the ACK', async () => {
  const made = await talk()
  made.request('INVITE', 5)
  const wanted = await made.next()
  assert.ok(wanted.kind === 'offer-wanted')
  const answered = wanted.offer(CHANGED)
  await made.bob.take('100')
  assert.equal(String(Buffer.from((await made.bob.takeResponse('200')).body)), CHANGED)
  made.request('ACK', 5, SDP)
  assert.equal(await made.world.run(answered), ANSWER)
})

test('a re-INVITE while ours is open is answered 491', async () => {
  const made = await talk()
  void made.session.offer(CHANGED)
  await made.bob.takeRequest('INVITE 2')
  reinvite(made, 5)
  await made.bob.take('491')
})

test('a second re-INVITE before the answer to the first is answered 500 with Retry-After', async () => {
  const made = await talk()
  reinvite(made, 5)
  await made.bob.take('100')
  reinvite(made, 6)
  const refused = await made.bob.takeResponse('500 INVITE 6')
  const seconds = Number(refused.headers.get('Retry-After'))
  assert.ok(seconds >= 0 && seconds <= 10)
})

test('a re-INVITE that is cancelled is answered 487', async () => {
  const made = await talk()
  made.request('INVITE', 5, SDP, 'z9hG4bK-cancelled')
  await made.bob.take('100')
  made.request('CANCEL', 5, {}, 'z9hG4bK-cancelled')
  await made.bob.take('200 CANCEL')
  await made.bob.take('487 INVITE')
})

test('a re-INVITE the application does not answer within 64·T1 is answered 500', async () => {
  const made = await talk()
  reinvite(made, 5)
  await made.bob.take('100')
  await made.bob.take('500 INVITE 5')
  assert.equal(Math.round(made.world.clock.nowMs() / 1000), 32)
})

test('UPDATE with an offer is the application’s, without one it is answered', async () => {
  const made = await talk()
  made.request('UPDATE', 5)
  await made.bob.take('200 UPDATE')
  made.request('UPDATE', 6, { body: CHANGED, contentType: 'application/sdp' })
  const offer = await made.next()
  assert.ok(offer.kind === 'offer')
  offer.answer(ANSWER)
  assert.equal(String(Buffer.from((await made.bob.takeResponse('200 UPDATE 6')).body)), ANSWER)
})

test('an offer can be sent by UPDATE, which needs no ACK', async () => {
  const { world, bob, session } = await talk()
  const changed = session.offer(CHANGED, 'UPDATE')
  bob.reply(await bob.takeRequest('UPDATE 2'), 200, SDP)
  assert.deepEqual(await world.run(changed), { kind: 'answered', sdp: ANSWER })
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
})
