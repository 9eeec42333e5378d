import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SipResponse } from '../message/message.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { SDP, talk } from '../test-support/talk.ts'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'

for (const method of ['INFO', 'MESSAGE', 'NOTIFY', 'SUBSCRIBE']) {
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
  made.request('INVITE', 5, SDP)
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
  made.request('INVITE', 5, SDP)
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

test('a running session is found by the three parts of its dialog, as Replaces names them', async () => {
  const { world, session } = await talk()
  const { callId, localTag, remoteTag } = session
  assert.deepEqual(world.alice.stack.userAgent.findDialog({ callId, localTag, remoteTag }), { kind: 'session', session })
  assert.equal(world.alice.stack.userAgent.findDialog({ callId, localTag: remoteTag, remoteTag: localTag }), undefined)
})

const NAME = '<sip:+4922155500@10.0.0.1>'

test('RFC 4916: a peer that understands it is told by UPDATE whom it is connected with, and From says so in all that follows', async () => {
  const understands = [
    ['Allow', 'INVITE, ACK, BYE, UPDATE'],
    ['Supported', 'timer, from-change'],
  ] as const
  const { world, bob, session, invite } = await talk({}, { headers: understands })
  session.connectedWith(NAME, [['P-Asserted-Identity', NAME]])
  const update = await bob.takeRequest('UPDATE 2')
  assert.equal(update.headers.get('From'), `${NAME};tag=${session.localTag}`)
  assert.deepEqual([update.headers.get('P-Asserted-Identity'), update.body.length], [NAME, 0])
  assert.notEqual(invite.headers.get('From'), update.headers.get('From'))
  bob.reply(update, 200)
  const gone = session.bye()
  const bye = await bob.takeRequest('BYE 3')
  assert.equal(bye.headers.get('From'), `${NAME};tag=${session.localTag}`)
  bob.reply(bye, 200)
  await world.run(gone)
})

for (const headers of [[['Allow', 'INVITE, ACK, BYE, UPDATE']], [['Supported', 'from-change']], []] as const) {
  test(`RFC 4916: a peer that says ${JSON.stringify(headers)} is told nothing`, async () => {
    const { world, bob, session, invite } = await talk({}, { headers })
    session.connectedWith(NAME, [])
    const gone = session.bye()
    const bye = await bob.takeRequest('BYE 2')
    assert.equal(bye.headers.get('From'), invite.headers.get('From'))
    bob.reply(bye, 200)
    await world.run(gone)
  })
}
