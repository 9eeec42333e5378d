import assert from 'node:assert/strict'
import { test } from 'node:test'
import { To, tagOf } from '../header/from-to.ts'
import { RSeq } from '../header/rseq.ts'
import type { RequestParts } from '../message/build-request.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import { InviteAbandoned } from './invite-abandoned.ts'
import type { IncomingInvite } from './user-agent.ts'

const SDP = { body: OFFER, contentType: 'application/sdp' }

interface Called {
  readonly world: World
  readonly bob: RawPeer
  readonly request: SipRequest
  readonly invite: IncomingInvite
}

/** Bob, a raw peer, has called Alice; her application holds the INVITE, and the 100 is out of the way. */
async function called(parts: Partial<RequestParts> = {}): Promise<Called> {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const request = bob.invite({ ...SDP, ...parts })
  const invite = await world.next(world.alice.invites)
  await bob.take('100')
  return { world, bob, request, invite }
}

function inDialog(
  { request }: Called,
  method: string,
  cseq: number,
  response: SipResponse,
  more: Partial<RequestParts> = {},
): RequestParts {
  return {
    method,
    uri: 'sip:alice@10.0.0.1:5060',
    from: request.headers.get('From') ?? '',
    to: response.headers.get('To') ?? '',
    callId: 'raw-call',
    cseq,
    ...more,
  }
}

test('an INVITE that is not answered at once gets a 100 without tag', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite()
  const trying = await bob.takeResponse('100')
  assert.equal(tagOf(trying.headers.read(To)), undefined)
  assert.ok(world.clock.nowMs() < 200)
})

test('responses carry one tag, Contact, Allow and the Record-Route of the request', async () => {
  const made = await called({ headers: [['Record-Route', '<sip:proxy.example;lr>']] })
  made.invite.progress(180)
  const ringing = await made.bob.takeResponse('180')
  assert.equal(tagOf(ringing.headers.read(To)), made.invite.localTag)
  assert.equal(ringing.headers.get('Contact'), '<sip:alice@10.0.0.1:5060>')
  assert.equal(ringing.headers.get('Record-Route'), '<sip:proxy.example;lr>')
  assert.match(ringing.headers.get('Allow') ?? '', /INVITE, ACK/)
})

test('a 2xx is repeated ever more slowly until its ACK', async () => {
  const made = await called()
  const { bob, world } = made
  const session = made.invite.accept({ sdp: ANSWER })
  const sinceMs = world.clock.nowMs()
  const ok = await bob.takeResponse('200')
  const atMs: number[] = []
  for (let i = 0; i < 4; i++) {
    await bob.take('200')
    atMs.push(Math.round((world.clock.nowMs() - sinceMs) / 500) * 500)
  }
  assert.deepEqual(atMs, [500, 1500, 3500, 7500])
  bob.request(inDialog(made, 'ACK', 1, ok))
  assert.deepEqual(await world.run(session.established), { sdp: undefined })
  await world.clock.advance(60_000)
  assert.deepEqual(bob.waiting, [])
})

test('a 2xx without ACK for 64·T1 ends the session with BYE', async () => {
  const { invite, bob, world } = await called()
  const session = invite.accept({ sdp: ANSWER })
  assert.deepEqual(await world.run(session.ended), { by: 'no-ack' })
  assert.equal(Math.round(world.clock.nowMs() / 1000), 32)
  await world.clock.advance(10)
  assert.equal(bob.waiting.at(-1), 'BYE 1')
})

test('hanging up before the ACK sends the BYE after it', async () => {
  const made = await called()
  const { bob, world } = made
  const session = made.invite.accept({ sdp: ANSWER })
  const ok = await bob.takeResponse('200')
  const gone = session.bye()
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  bob.request(inDialog(made, 'ACK', 1, ok))
  bob.reply(await bob.takeRequest('BYE 1'), 200)
  await world.run(gone)
})

test('with a late offer the answer comes in the ACK', async () => {
  const made = await called({ body: '' })
  const { bob, world } = made
  assert.equal(made.invite.offer, undefined)
  const session = made.invite.accept({ sdp: OFFER })
  const ok = await bob.takeResponse('200')
  bob.request(inDialog(made, 'ACK', 1, ok, { body: ANSWER, contentType: 'application/sdp' }))
  assert.deepEqual(await world.run(session.established), { sdp: ANSWER })
})

test('CANCEL abandons the INVITE: 200 with its tag, 487, and the reason for the application', async () => {
  const { invite, bob, request, world } = await called()
  const branch = /branch=([^;]+)/.exec(request.headers.get('Via') ?? '')?.[1]
  const { from, to, callId } = { from: request.headers.get('From') ?? '', to: request.headers.get('To') ?? '', callId: 'raw-call' }
  bob.request({ method: 'CANCEL', uri: request.uri, from, to, callId, cseq: 1, headers: [['Reason', 'Q.850;cause=16']] }, branch)
  const answers = [await bob.takeResponse('200 CANCEL'), await bob.takeResponse('487 INVITE')]
  assert.deepEqual(
    answers.map((response) => tagOf(response.headers.read(To))),
    [invite.localTag, invite.localTag],
  )
  assert.ok(invite.abandoned.reason instanceof InviteAbandoned)
  assert.deepEqual(invite.abandoned.reason.reasons, ['Q.850;cause=16'])
  assert.equal(world.alice.stack.statistics().calls, 0)
})

test('a CANCEL that meets the answer on its way changes nothing; its 200 has the tag of the call (RFC 3261 §9.2)', async () => {
  const { invite, bob, request, world } = await called()
  const branch = /branch=([^;]+)/.exec(request.headers.get('Via') ?? '')?.[1]
  const session = invite.accept({ sdp: ANSWER })
  const ok = await bob.takeResponse('200 INVITE')
  const { from, to } = { from: request.headers.get('From') ?? '', to: request.headers.get('To') ?? '' }
  bob.request({ method: 'CANCEL', uri: request.uri, from, to, callId: 'raw-call', cseq: 1 }, branch)
  const answer = await bob.takeResponse('200 CANCEL')
  assert.equal(tagOf(answer.headers.read(To)), tagOf(ok.headers.read(To)))
  assert.equal(invite.abandoned.aborted, false)
  let over = false
  void session.ended.then(() => {
    over = true
  })
  await world.clock.advance(100)
  assert.equal(over, false)
})

test('a CANCEL for nothing is answered 481', async () => {
  const { bob } = await called()
  bob.request({ method: 'CANCEL', uri: 'sip:alice@10.0.0.1', from: '<sip:b@x>;tag=b', to: '<sip:a@x>', callId: 'other', cseq: 1 })
  await bob.take('481 CANCEL')
})

test('accepting what was cancelled in the meantime gives a session that is over and sends nothing', async () => {
  const { invite, bob, request, world } = await called()
  const branch = /branch=([^;]+)/.exec(request.headers.get('Via') ?? '')?.[1]
  bob.request({ method: 'CANCEL', uri: request.uri, from: '<sip:b@x>;tag=b', to: '<sip:a@x>', callId: 'raw-call', cseq: 1 }, branch)
  await bob.skip(10)
  const session = invite.accept({ sdp: ANSWER })
  assert.equal((await world.run(session.ended)).by, 'remote')
  assert.deepEqual(world.alice.stack.statistics().calls, 0)
  assert.equal(bob.waiting.includes('200 INVITE 1'), false)
})

test('BYE in the early dialog abandons the INVITE with 487', async () => {
  const made = await called()
  made.invite.progress(180)
  const ringing = await made.bob.takeResponse('180')
  made.bob.request(inDialog(made, 'BYE', 2, ringing))
  await made.bob.take('200 BYE')
  await made.bob.take('487 INVITE')
  assert.equal(made.invite.abandoned.aborted, true)
})

test('a connection that closes abandons the INVITE that came on it', async () => {
  const world = new World()
  void eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, { uri: 'sip:bob@10.0.0.2;transport=tcp' })))
  const invite = await world.next(world.bob.invites)
  for (const flow of world.bob.host.openStreams) world.bob.host.cut(flow)
  await world.clock.until(() => invite.abandoned.aborted)
  assert.equal(world.bob.stack.statistics().calls, 0)
})

test('ringing is repeated each minute so that proxies do not give the call up', async () => {
  const { invite, bob, world } = await called()
  invite.progress(180)
  await bob.take('180')
  await bob.take('180')
  assert.equal(Math.round(world.clock.nowMs() / 1000), 60)
})

test('a reliable provisional response is repeated until its PRACK', async () => {
  const made = await called({ headers: [['Supported', '100rel']] })
  const { bob, world } = made
  made.invite.progress(183, { sdp: ANSWER, reliable: true })
  const first = await bob.takeResponse('183')
  assert.equal(first.headers.get('Require'), '100rel')
  await bob.take('183')
  const rack = (number: number | undefined): Partial<RequestParts> => ({ headers: [['RAck', `${number} 1 INVITE`]] })
  const number = first.headers.read(RSeq)
  bob.request(inDialog(made, 'PRACK', 2, first, rack((number ?? 0) + 1)))
  await bob.take('481 PRACK')
  bob.request(inDialog(made, 'PRACK', 3, first, rack(number)))
  await bob.take('200 PRACK')
  await world.clock.advance(50_000)
  assert.deepEqual(bob.waiting, [])
})

test('a second reliable response waits for the PRACK of the first and counts on', async () => {
  const made = await called({ headers: [['Supported', '100rel']] })
  const { bob } = made
  made.invite.progress(183, { sdp: ANSWER, reliable: true })
  made.invite.progress(180, { reliable: true })
  const first = await bob.takeResponse('183')
  const number = first.headers.read(RSeq) ?? 0
  bob.request(inDialog(made, 'PRACK', 2, first, { headers: [['RAck', `${number} 1 INVITE`]] }))
  await bob.take('200 PRACK')
  assert.equal((await bob.takeResponse('180')).headers.read(RSeq), number + 1)
})

test('a caller that requires 100rel gets every provisional response reliably', async () => {
  const { invite, bob } = await called({ headers: [['Require', '100rel']] })
  invite.progress(180)
  assert.ok((await bob.takeResponse('180')).headers.has('RSeq'))
})

test('a caller without 100rel gets none', async () => {
  const { invite, bob } = await called()
  invite.progress(180, { reliable: true })
  assert.equal((await bob.takeResponse('180')).headers.has('RSeq'), false)
})

test('a reliable response without PRACK for 64·T1 rejects the INVITE with 504', async () => {
  const { invite, bob, world } = await called({ headers: [['Supported', '100rel']] })
  invite.progress(183, { sdp: ANSWER, reliable: true })
  await bob.skip(31_000)
  await world.clock.advance(2_000)
  assert.equal(bob.waiting.includes('504 INVITE 1'), true)
})

test('a 2xx waits for the PRACK of a description sent before', async () => {
  const made = await called({ headers: [['Supported', '100rel']] })
  const { bob, world } = made
  made.invite.progress(183, { sdp: ANSWER, reliable: true })
  made.invite.accept({})
  const first = await bob.takeResponse('183')
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  bob.request(inDialog(made, 'PRACK', 2, first, { headers: [['RAck', `${first.headers.read(RSeq)} 1 INVITE`]] }))
  await bob.take('200 PRACK')
  await bob.take('200 INVITE')
})

test('a 2xx goes out without the PRACK of a response that describes nothing, which is answered later (RFC 3262 §3)', async () => {
  const made = await called({ headers: [['Require', '100rel']] })
  const { bob, world } = made
  made.invite.progress(180)
  made.invite.accept({ sdp: ANSWER })
  const ringing = await bob.takeResponse('180')
  await bob.take('200 INVITE')
  bob.request(inDialog(made, 'PRACK', 2, ringing, { headers: [['RAck', `${ringing.headers.read(RSeq)} 1 INVITE`]] }))
  await bob.take('200 PRACK')
  bob.request(inDialog(made, 'ACK', 1, ringing))
  await world.clock.advance(50_000)
  assert.deepEqual(
    bob.waiting.filter((response) => response.startsWith('180')),
    [],
  )
})

test('a description that waits for its turn is sent and confirmed before the 2xx, which does not repeat it', async () => {
  const made = await called({ headers: [['Require', '100rel']] })
  const { bob, world } = made
  made.invite.progress(180)
  made.invite.progress(183, { sdp: ANSWER })
  made.invite.accept({})
  const ringing = await bob.takeResponse('180')
  bob.request(inDialog(made, 'PRACK', 2, ringing, { headers: [['RAck', `${ringing.headers.read(RSeq)} 1 INVITE`]] }))
  await bob.take('200 PRACK')
  const described = await bob.takeResponse('183')
  assert.ok(described.body.length > 0)
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  bob.request(inDialog(made, 'PRACK', 3, ringing, { headers: [['RAck', `${described.headers.read(RSeq)} 1 INVITE`]] }))
  await bob.take('200 PRACK')
  await bob.take('200 INVITE')
})

test('a session interval that is too small gets 422 with ours, once the caller is admitted', async () => {
  const world = new World({ alone: true, settings: { minSessionSeconds: 600 } })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({
    headers: [
      ['Supported', 'timer'],
      ['Session-Expires', '90'],
    ],
  })
  const invite = await world.next(world.alice.invites)
  await bob.take('100')
  assert.equal(invite.admit(), false)
  assert.equal((await bob.takeResponse('422')).headers.get('Min-SE'), '600')
  await world.assertQuiet()
})

test('who is not admitted hears of no session interval, but is challenged', async () => {
  const world = new World({ alone: true, settings: { minSessionSeconds: 600 } })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({
    headers: [
      ['Supported', 'timer'],
      ['Session-Expires', '90'],
    ],
  })
  const invite = await world.next(world.alice.invites)
  invite.reject(401)
  await bob.take('100')
  await bob.take('401')
  assert.equal(invite.admit(), false)
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
})

test('a dropped INVITE leaves no answer and no transaction', async () => {
  const { invite, bob, world } = await called()
  invite.drop()
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
  assert.equal(world.alice.stack.statistics().serverTransactions, 0)
})
