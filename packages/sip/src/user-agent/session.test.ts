import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RequestParts } from '../message/build-request.ts'
import type { ResponseParts } from '../message/build-response.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'
import type { InviteSession, SessionRequest } from './session.ts'
import type { OutgoingInvite } from './user-agent.ts'

const SDP = { body: ANSWER, contentType: 'application/sdp' }
const CHANGED = OFFER.replace('s=-', 's=changed')

interface Talk {
  readonly world: World
  readonly bob: RawPeer
  readonly session: InviteSession
  readonly invite: SipRequest
  /** A request of Bob's in the dialog. */
  request(method: string, cseq: number, more?: Partial<RequestParts>, branch?: string): SipRequest
  /** The next request of the peer as the application sees it. */
  next(): Promise<SessionRequest>
}

/** Alice has called Bob, a raw peer, and both talk. */
async function talk(more: Partial<OutgoingInvite> = {}, answer: ResponseParts = {}): Promise<Talk> {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const events = eventsOf(world.alice.stack.userAgent.invite({ ...callTo(world.bob), uri: 'sip:bob@10.0.0.2', ...more }))
  const invite = await bob.takeRequest('INVITE 1')
  bob.reply(invite, 200, { ...SDP, ...answer })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  await bob.take('ACK 1')
  const { session } = answered
  const requests = session.requests[Symbol.asyncIterator]()
  return {
    ...{ world, bob, session, invite },
    request: (method, cseq, parts, branch) =>
      bob.request(
        {
          method,
          uri: 'sip:alice@10.0.0.1:5060',
          from: `${invite.headers.get('To')};tag=bob`,
          to: invite.headers.get('From') ?? '',
          callId: session.callId,
          cseq,
          contact: '<sip:bob@10.0.0.2>',
          ...parts,
        },
        branch,
      ),
    next: async () => {
      const result = await world.run(requests.next())
      assert.ok(!result.done)
      return result.value
    },
  }
}

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

for (const method of ['INFO', 'MESSAGE', 'REFER', 'NOTIFY', 'SUBSCRIBE']) {
  test(`${method} in the session reaches the application, and its answer the peer`, async () => {
    const made = await talk()
    made.request(method, 5, { headers: [['Event', 'refer']] })
    const request = await made.next()
    assert.ok(request.kind === 'request')
    assert.equal(request.request.method, method)
    request.respond(202, { headers: [['X-Seen', 'yes']] })
    assert.equal((await made.bob.takeResponse('202')).headers.get('X-Seen'), 'yes')
  })
}

test('requests nobody reads are bounded: the seventeenth is answered 503', async () => {
  const made = await talk()
  for (let cseq = 5; cseq < 22; cseq++) made.request('INFO', cseq)
  await made.bob.take('503 INFO 21')
})

test('OPTIONS in the session is answered with what we can do', async () => {
  const made = await talk()
  made.request('OPTIONS', 5)
  assert.match((await made.bob.takeResponse('200 OPTIONS')).headers.get('Allow') ?? '', /UPDATE/)
})

test('a request out of order is answered 500', async () => {
  const made = await talk()
  made.request('OPTIONS', 5)
  await made.bob.take('200')
  made.request('OPTIONS', 4)
  await made.bob.take('500')
})

test('BYE of the peer ends the session with its reason, and pending requests get 487', async () => {
  const made = await talk()
  reinvite(made, 5)
  await made.bob.take('100')
  made.request('BYE', 6, { headers: [['Reason', 'Q.850;cause=31']] })
  await made.bob.take('200 BYE')
  await made.bob.take('487 INVITE 5')
  const end = await made.world.run(made.session.ended)
  assert.equal(end.by === 'remote' && end.reason, 'Q.850;cause=31')
  made.request('INFO', 7)
  await made.bob.take('481 INFO')
})

test('a challenge in the dialog is answered with the credentials of the call', async () => {
  const { world, bob, session } = await talk({ credentials: { username: 'klinke', password: 'secret' } })
  const gone = session.bye()
  bob.reply(await bob.takeRequest('BYE 2'), 401, { headers: [['WWW-Authenticate', 'Digest realm="r", nonce="n", qop="auth"']] })
  const signed = await bob.takeRequest('BYE 3')
  assert.match(signed.headers.get('Authorization') ?? '', /nonce="n"/)
  bob.reply(signed, 200)
  await world.run(gone)
})

/** What a failed request in the dialog ends (RFC 5057 §5.1). */
const FAILURES: readonly (readonly [method: string, status: number, ends: boolean, bye: boolean])[] = [
  ['INFO', 481, true, false],
  ['INFO', 404, true, true],
  ['INFO', 405, false, false],
  ['INFO', 501, false, false],
  ['INFO', 500, false, false],
  ['INFO', 403, false, false],
  ['UPDATE', 405, true, true],
  ['UPDATE', 480, true, true],
]

for (const [method, status, ends, bye] of FAILURES) {
  test(`${status} to ${method} ${ends ? `ends the session${bye ? ' with BYE' : ' without BYE'}` : 'leaves the session'}`, async () => {
    const { world, bob, session } = await talk()
    const sent = session.request(method)
    bob.reply(await bob.takeRequest(`${method} 2`), status)
    await world.run(sent)
    await world.clock.advance(100)
    assert.deepEqual(bob.waiting, bye ? ['BYE 3'] : [])
    assert.equal(world.alice.stack.statistics().dialogs, ends && !bye ? 0 : 1)
    if (ends) assert.equal((await world.run(session.ended)).by, 'dialog-failed')
  })
}

test('a request in the dialog that nobody answers ends the session with BYE', async () => {
  const { world, bob, session } = await talk()
  void session.request('INFO')
  assert.equal((await world.run(session.ended)).by, 'dialog-failed')
  await world.clock.advance(10)
  assert.equal(bob.waiting.at(-1), 'BYE 3')
})

test('a target refresh moves later requests to the new Contact', async () => {
  const made = await talk()
  reinvite(made, 5)
  const offer = await made.next()
  assert.ok(offer.kind === 'offer')
  offer.answer(ANSWER)
  await made.bob.take('100')
  await made.bob.take('200')
  made.request('ACK', 5)
  made.request('UPDATE', 6, { contact: '<sip:moved@10.0.0.2:5070>' })
  await made.bob.take('200')
  void made.session.bye()
  await made.world.clock.advance(10)
  assert.match(made.world.network.trace.toString(), /10\.0\.0\.2:5070 BYE sip:moved@10\.0\.0\.2:5070/)
})

const ROUTES: readonly (readonly [what: string, recorded: readonly string[], uri: string, route: readonly string[]])[] = [
  ['loose', ['<sip:far@10.0.0.7;lr>', '<sip:10.0.0.2;lr>'], 'sip:bob@10.0.0.2', ['<sip:10.0.0.2;lr>', '<sip:far@10.0.0.7;lr>']],
  ['strict', ['<sip:far@10.0.0.7>', '<sip:10.0.0.2>'], 'sip:10.0.0.2', ['<sip:far@10.0.0.7>', '<sip:bob@10.0.0.2>']],
]

for (const [what, recorded, uri, route] of ROUTES) {
  test(`a request follows the recorded route of ${what} routers`, async () => {
    const { bob, session } = await talk({}, { headers: recorded.map((hop) => ['Record-Route', hop] as const) })
    void session.bye()
    const bye = await bob.takeRequest('BYE')
    assert.equal(bye.uri, uri)
    assert.deepEqual(bye.headers.list('Route'), route)
  })
}

test('a session whose connection closes goes on over a new one', async () => {
  const world = new World()
  const { alice, bob } = world
  const events = eventsOf(alice.stack.userAgent.invite(callTo(bob, { uri: 'sip:bob@10.0.0.2;transport=tcp' })))
  const called = (await world.next(bob.invites)).accept({ sdp: ANSWER })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  await world.run(called.established)
  const [old] = alice.host.openStreams
  assert.ok(old)
  alice.host.cut(old)
  await world.clock.advance(1000)
  assert.equal(bob.stack.statistics().dialogs, 1)
  await world.run(answered.session.bye())
  assert.equal((await world.run(called.ended)).by, 'remote')
  assert.notEqual(answered.session.flow.id, old.id)
  await world.assertQuiet()
})

test('a phone behind NAT is reached over the flow its INVITE came on, whatever its Contact says', async () => {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const via = 'SIP/2.0/UDP 192.168.1.5:5060;rport;branch=z9hG4bK-nat'
  const invite = bob.invite({ via, contact: '<sip:bob@192.168.1.5>' })
  const session = (await world.next(world.alice.invites)).accept({ sdp: OFFER })
  await bob.take('100')
  const ok: SipResponse = await bob.takeResponse('200')
  assert.match(ok.headers.get('Via') ?? '', /rport=5060;received=10\.0\.0\.2/)
  const [from = '', to = ''] = [invite.headers.get('From'), ok.headers.get('To')]
  bob.request({ method: 'ACK', uri: 'sip:alice@10.0.0.1:5060', from, to, callId: 'raw-call', cseq: 1 })
  await world.run(session.established)
  void session.bye()
  assert.equal((await bob.takeRequest('BYE')).uri, 'sip:bob@192.168.1.5')
})
