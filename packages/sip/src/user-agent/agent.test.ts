import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Via } from '../header/via.ts'
import type { RequestParts } from '../message/build-request.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { callTo, eventsOf, World } from '../test-support/world.ts'
import type { SipStackSettings } from './sip-stack.ts'

function peers(settings: SipStackSettings = {}): { world: World; bob: RawPeer } {
  const world = new World({ alone: true, settings })
  return { world, bob: new RawPeer(world, '10.0.0.2') }
}

const OUTSIDE: RequestParts = {
  method: 'MESSAGE',
  uri: 'sip:alice@10.0.0.1',
  from: '<sip:bob@example.com>;tag=b',
  to: '<sip:alice@example.com>',
  callId: 'outside',
  cseq: 1,
}

/** What is refused before the application hears of it. */
const REFUSALS: readonly (readonly [what: string, parts: Partial<RequestParts>, status: number, header?: readonly [string, RegExp]])[] = [
  ['a method nobody has defined', { method: 'DANCE' }, 501, ['Allow', /INVITE/]],
  ['an unknown extension', { headers: [['Require', 'teleport']] }, 420, ['Unsupported', /teleport/]],
  ['a URI scheme nobody routes', { uri: 'mailto:alice@example.com' }, 416],
  ['a request that has no hop left', { maxForwards: 0 }, 483],
  ['an INVITE without Contact', { method: 'INVITE' }, 400],
  ['BYE outside a dialog', { method: 'BYE' }, 481],
  ['PRACK outside a dialog', { method: 'PRACK' }, 481],
  ['a request in a dialog that does not exist', { to: '<sip:alice@example.com>;tag=gone' }, 481],
  [
    'an INVITE with a body nobody reads',
    { method: 'INVITE', contact: '<sip:b@10.0.0.2>', body: 'x', contentType: 'text/plain' },
    415,
    ['Accept', /multipart/],
  ],
]

for (const [what, parts, status, header] of REFUSALS) {
  test(`${what} is answered ${status}`, async () => {
    const { world, bob } = peers()
    bob.request({ ...OUTSIDE, ...parts })
    const response = await bob.takeResponse(String(status))
    if (header) assert.match(response.headers.get(header[0]) ?? '', header[1])
    assert.equal(world.alice.stack.statistics().halfOpenTransactions, 0)
  })
}

test('a SIP version that is not 2.0 is answered 505', async () => {
  const { world, bob } = peers()
  const flow = bob.host.udpFlow({ address: '10.0.0.1', port: 5060 })
  assert.ok(flow)
  const lines = ['OPTIONS sip:alice@10.0.0.1 SIP/7.0', 'Via: SIP/2.0/UDP 10.0.0.2:5060;branch=z9hG4bK1', 'From: <sip:b@x>;tag=1']
  const more = ['To: <sip:a@x>', 'Call-ID: v7', 'CSeq: 1 OPTIONS', 'Content-Length: 0', '', '']
  bob.host.send(flow, Buffer.from([...lines, ...more].join('\r\n')))
  await bob.take('505')
  assert.equal(world.alice.stack.statistics().serverTransactions, 0)
})

test('OPTIONS to the server is answered with what it can do, OPTIONS to a user is the application’s', async () => {
  const { world, bob } = peers()
  bob.request({ ...OUTSIDE, method: 'OPTIONS', uri: 'sip:10.0.0.1' })
  const response = await bob.takeResponse('200 OPTIONS')
  assert.match(response.headers.get('Allow') ?? '', /UPDATE/)
  assert.equal(response.headers.get('Accept'), 'application/sdp, application/pidf+xml, multipart/mixed')
  bob.request({ ...OUTSIDE, method: 'OPTIONS', callId: 'user' })
  const request = await world.next(world.alice.requests)
  request.respondByDefault()
  await bob.take('200 OPTIONS')
})

test('a call to urn:service:sos is the application’s to decide (RFC 5031)', async () => {
  const { world, bob } = peers()
  bob.request({ ...OUTSIDE, method: 'INVITE', uri: 'urn:service:sos', to: '<urn:service:sos>', contact: '<sip:b@10.0.0.2>' })
  const invite = await world.next(world.alice.invites)
  assert.equal(invite.request.uri, 'urn:service:sos')
  await bob.take('100')
  invite.reject(480)
  await bob.take('480')
})

test('a request gets the application’s answer once, with a tag', async () => {
  const { world, bob } = peers({ product: 'Klinke' })
  bob.request(OUTSIDE)
  const request = await world.next(world.alice.requests)
  request.respond(202, { headers: [['X-Stored', 'yes']] })
  request.respond(500)
  const response = await bob.takeResponse('202')
  assert.match(response.headers.get('To') ?? '', /;tag=/)
  assert.equal(response.headers.get('X-Stored'), 'yes')
  assert.equal(response.headers.get('Server'), 'Klinke')
  await world.clock.advance(100)
  assert.deepEqual(bob.waiting, [])
})

test('a retransmitted request reaches the application once and gets the same answer again', async () => {
  const { world, bob } = peers()
  bob.request(OUTSIDE, 'z9hG4bK-same')
  const request = await world.next(world.alice.requests)
  bob.request(OUTSIDE, 'z9hG4bK-same')
  await world.clock.advance(10)
  assert.deepEqual(bob.waiting, [])
  request.respond(200)
  await bob.take('200')
  bob.request(OUTSIDE, 'z9hG4bK-same')
  await bob.take('200')
  world.alice.requests.close()
  assert.equal(await world.run(world.alice.requests.receive()), undefined)
})

test('the same request on a second way is answered 482', async () => {
  const { world, bob } = peers()
  bob.request(OUTSIDE, 'z9hG4bK-one')
  await world.next(world.alice.requests)
  bob.request(OUTSIDE, 'z9hG4bK-two')
  await bob.take('482')
})

test('an RFC 2543 peer without a unique branch is matched by what its requests have in common', async () => {
  const { world, bob } = peers()
  bob.request({ ...OUTSIDE, via: 'SIP/2.0/UDP 10.0.0.2:5060' })
  bob.request({ ...OUTSIDE, via: 'SIP/2.0/UDP 10.0.0.2:5060' })
  const request = await world.next(world.alice.requests)
  await world.clock.advance(10)
  request.respond(200)
  await bob.take('200')
  assert.equal(world.alice.stack.statistics().serverTransactions, 1)
})

test('an application that throws costs its request a 500 and nothing else', async () => {
  const { world, bob } = peers()
  const faults: string[] = []
  const { alice } = world
  alice.stack.serve({
    invite: () => undefined,
    request: () => {
      throw new Error('broken application')
    },
  })
  alice.logger.error = (message) => void faults.push(message)
  bob.request(OUTSIDE)
  await bob.take('500')
  assert.deepEqual(faults, ['a request failed because of a fault'])
})

test('while draining, what is new gets 503 with Retry-After, and the drain is done when the last call is', async () => {
  const world = new World({ settings: { retryAfterSeconds: 7 } })
  const { alice, bob } = world
  const first = eventsOf(alice.stack.userAgent.invite(callTo(bob)))
  const session = (await world.next(bob.invites)).accept({ sdp: 'v=0' })
  await world.run(first)
  let drained = false
  void bob.stack.drain().then(() => {
    drained = true
  })
  const refused = (await world.run(eventsOf(alice.stack.userAgent.invite(callTo(bob)))))[0]
  assert.ok(refused?.kind === 'failed' && refused.outcome.kind === 'response')
  assert.equal(refused.outcome.response.status, 503)
  assert.equal(refused.outcome.response.headers.get('Retry-After'), '7')
  assert.equal(drained, false)
  await world.run(session.bye())
  await world.clock.until(() => drained)
})

test('requests nobody answers are held up to the limit, and the next is refused at no cost of memory', async () => {
  const { world, bob } = peers({ maxHalfOpenTransactions: 20 })
  const others = Array.from({ length: 19 }, (_, index) => new RawPeer(world, `10.0.1.${index}`))
  for (const [index, peer] of [bob, ...others].entries()) peer.request({ ...OUTSIDE, callId: `flood-${index}` })
  const late = new RawPeer(world, '10.0.2.1')
  late.request({ ...OUTSIDE, callId: 'one too many' })
  const refused = await late.takeResponse('503')
  assert.equal(refused.headers.get('Retry-After'), '10')
  assert.equal(world.alice.stack.statistics().serverTransactions, 20)
  // What belongs to a call passes: it makes room.
  bob.request({ ...OUTSIDE, method: 'BYE', callId: 'inside', to: '<sip:alice@example.com>;tag=gone' })
  await bob.take('481 BYE')
})

test('one source holds at most half of what may be half open; who holds less gets in, and an answer gives its place back', async () => {
  const { world, bob } = peers({ maxHalfOpenTransactions: 20 })
  const carl = new RawPeer(world, '10.0.0.3')
  for (let i = 0; i < 11; i++) bob.request({ ...OUTSIDE, callId: `flood-${i}` })
  await bob.take('503')
  carl.request({ ...OUTSIDE, callId: 'honest' })
  await world.clock.advance(100)
  assert.deepEqual([carl.waiting, world.alice.stack.statistics().halfOpenTransactions], [[], 11])
  for (let i = 0; i < 2; i++) (await world.next(world.alice.requests)).respond(200)
  await bob.take('200')
  await bob.take('200')
  bob.request({ ...OUTSIDE, callId: 'again' })
  await world.clock.advance(100)
  assert.deepEqual([bob.waiting, world.alice.stack.statistics().halfOpenTransactions], [[], 10])
})

test('while the application is busy, what is new gets 503 without a transaction, and what belongs to a call passes', async () => {
  const { world, bob } = peers()
  let isBusy = false
  const { alice } = world
  alice.stack.serve({
    busySeconds: () => (isBusy ? 7 : undefined),
    invite: (invite) => void invite.accept({ sdp: 'v=0' }),
    request: (request) => request.respond(200),
  })
  bob.invite()
  const accepted = await bob.takeResponse('200 INVITE')
  const inside = { to: accepted.headers.get('To') ?? '' }
  bob.invite({ method: 'ACK', ...inside })
  await bob.skip(100)
  isBusy = true
  const before = alice.stack.statistics().serverTransactions
  const refused = bob.invite({ callId: 'new', cseq: 5 })
  assert.equal((await bob.takeResponse('503 INVITE 5')).headers.get('Retry-After'), '7')
  bob.invite({ method: 'ACK', callId: 'new', cseq: 5 }, refused.headers.read(Via)?.branch)
  await world.clock.advance(5000)
  assert.deepEqual(bob.waiting, [])
  assert.equal(alice.stack.statistics().serverTransactions, before)
  bob.invite({ method: 'BYE', cseq: 2, ...inside })
  await bob.take('200 BYE')
  isBusy = false
  bob.invite({ callId: 'new', cseq: 6 })
  await bob.take('200 INVITE')
})

test('a stateless refusal keeps nothing: the same INVITE again is new and gets the same tag, its ACK is absorbed (RFC 3261 §8.2.7)', async () => {
  const { world, bob } = peers()
  const { alice } = world
  alice.stack.serve({
    invite: (invite) => invite.reject(401, { stateless: true, headers: [['WWW-Authenticate', 'Digest realm="x", nonce="y"']] }),
    request: (request) => request.respond(401, { stateless: true }),
  })
  const invite = bob.invite()
  const first = await bob.takeResponse('401 INVITE')
  bob.send(invite)
  const second = await bob.takeResponse('401 INVITE')
  assert.equal(second.headers.get('To'), first.headers.get('To'))
  bob.invite({ method: 'ACK' }, invite.headers.read(Via)?.branch)
  bob.request(OUTSIDE)
  await bob.take('401 MESSAGE')
  await world.clock.advance(10_000)
  assert.deepEqual(bob.waiting, [])
  assert.equal(alice.stack.statistics().serverTransactions, 0)
  assert.equal(alice.stack.statistics().calls, 0)
  assert.equal(world.clock.pending, 0)
})

const OURS = {
  method: 'MESSAGE',
  uri: 'sip:10.0.0.2',
  from: '<sip:trunk@example.com>',
  to: '<sip:bob@example.com>',
  destination: 'resolve',
} as const

test('a request to a name goes to its address, and its answer is the outcome', async () => {
  const { world, bob } = peers()
  const sent = world.alice.stack.userAgent.request({ ...OURS, method: 'OPTIONS', uri: 'sip:bob.example' })
  bob.reply(await bob.takeRequest('OPTIONS 1'), 200)
  const outcome = await world.run(sent)
  assert.equal(outcome.kind === 'response' && outcome.response.status, 200)
})

test('a name without an address is a transport error', async () => {
  const { world } = peers()
  const sent = world.alice.stack.userAgent.request({ ...OURS, uri: 'sip:nobody.example' })
  assert.equal((await world.run(sent)).kind, 'transport-error')
})

test('a request nobody answers times out after 64·T1', async () => {
  const { world } = peers()
  const sent = world.alice.stack.userAgent.request({ ...OURS })
  assert.equal((await world.run(sent)).kind, 'timeout')
  assert.equal(world.clock.nowMs(), 32_000)
})

test('aborting stops the wait for an answer', async () => {
  const { world } = peers()
  const abort = new AbortController()
  const sent = world.alice.stack.userAgent.request({ ...OURS }, abort.signal)
  await world.clock.advance(1000)
  abort.abort()
  assert.equal((await world.run(sent)).kind, 'timeout')
  assert.equal(world.clock.nowMs(), 1000)
})

test('a REGISTER gets a Contact at the address of its flow', async () => {
  const { world, bob } = peers()
  const registration = {
    ...OURS,
    method: 'REGISTER',
    uri: 'sip:10.0.0.2',
    from: '<sip:trunk@example.com>',
    destination: 'resolve',
  } as const
  void world.alice.stack.userAgent.request(registration)
  assert.equal((await bob.takeRequest('REGISTER')).headers.get('Contact'), '<sip:trunk@10.0.0.1:5060>')
})
