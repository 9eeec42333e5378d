import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Via } from '../header/via.ts'
import type { RequestParts } from '../message/build-request.ts'
import { RawPeer } from '../test-support/raw-peer.ts'
import { callTo, eventsOf, World } from '../test-support/world.ts'

const MESSAGE: RequestParts = {
  method: 'MESSAGE',
  uri: 'sip:alice@10.0.0.1',
  from: '<sip:bob@example.com>;tag=b',
  to: '<sip:alice@example.com>',
  callId: 'layer',
  cseq: 1,
}
const OURS = { method: 'MESSAGE', uri: 'sip:10.0.0.2', from: '<sip:a@x>', to: '<sip:b@x>', destination: 'resolve' } as const

function peers(): { world: World; bob: RawPeer } {
  const world = new World({ alone: true })
  return { world, bob: new RawPeer(world, '10.0.0.2') }
}

/** Times in milliseconds at which `count` copies of a message arrive, without the millisecond on the way. */
async function arrivals({ world, bob }: { world: World; bob: RawPeer }, what: string, count: number): Promise<number[]> {
  const atMs: number[] = []
  for (let i = 0; i < count; i++) {
    await bob.take(what)
    atMs.push(world.clock.nowMs() - 1)
  }
  return atMs
}

test('an INVITE is repeated at twice the interval each time, for 64·T1 (timers A, B)', async () => {
  const made = peers()
  const events = eventsOf(made.world.alice.stack.userAgent.invite(callTo(made.world.bob, { uri: 'sip:10.0.0.2' })))
  assert.deepEqual(await arrivals(made, 'INVITE', 7), [0, 500, 1500, 3500, 7500, 15_500, 31_500])
  await made.world.run(events)
  assert.equal(made.world.clock.nowMs(), 32_000)
})

test('another request is repeated at most every T2, for 64·T1 (timers E, F)', async () => {
  const made = peers()
  const sent = made.world.alice.stack.userAgent.request(OURS)
  const expected = [0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500]
  assert.deepEqual(await arrivals(made, 'MESSAGE', 11), expected)
  await made.world.run(sent)
  assert.equal(made.world.clock.nowMs(), 32_000)
})

test('a request the server works on is repeated every T2', async () => {
  const made = peers()
  void made.world.alice.stack.userAgent.request(OURS)
  made.bob.reply(await made.bob.takeRequest('MESSAGE'), 100)
  assert.deepEqual(await arrivals(made, 'MESSAGE', 3), [500, 4500, 8500])
})

test('a refused INVITE gets its response again until the ACK, at most every T2 (timers G, H)', async () => {
  const made = peers()
  const invite = made.bob.invite()
  const incoming = await made.world.next(made.world.alice.invites)
  await made.bob.take('100')
  const sinceMs = made.world.clock.nowMs()
  incoming.reject(486)
  const atMs = (await arrivals(made, '486', 5)).map((ms) => Math.round((ms - sinceMs) / 10) * 10)
  assert.deepEqual(atMs, [0, 500, 1500, 3500, 7500])
  const branch = invite.headers.read(Via)?.branch
  made.bob.invite({ method: 'ACK' }, branch)
  await made.world.clock.advance(60_000)
  assert.deepEqual(made.bob.waiting, [])
})

test('nothing is repeated on a reliable transport', async () => {
  const { world, bob } = peers()
  void world.alice.stack.userAgent.request({ ...OURS, uri: 'sip:10.0.0.2;transport=tcp' })
  await bob.take('MESSAGE')
  await world.clock.advance(31_000)
  assert.deepEqual(bob.waiting, [])
})

test('a final response that comes again finds the ACK again, in the same transaction (timer D)', async () => {
  const { world, bob } = peers()
  void eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, { uri: 'sip:10.0.0.2' })))
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 486)
  const first = await bob.takeRequest('ACK')
  bob.reply(invite, 486)
  const second = await bob.takeRequest('ACK')
  assert.equal(second.headers.get('Via'), first.headers.get('Via'))
  assert.equal(first.headers.get('Via'), invite.headers.get('Via'))
})

test('a response to nothing, to another method, or with two Vias is dropped', async () => {
  const { world, bob } = peers()
  const sent = world.alice.stack.userAgent.request(OURS)
  const request = await bob.takeRequest('MESSAGE')
  const via = request.headers.get('Via') ?? ''
  for (const change of ['z9hG4bK-unknown', 'two']) {
    const headers = change === 'two' ? [via, 'SIP/2.0/UDP 10.0.0.99;branch=z9hG4bKx'] : [via.replace(/branch=[^;]+/, `branch=${change}`)]
    bob.stray(headers, 200, 'MESSAGE')
  }
  bob.stray([via], 200, 'INFO')
  await world.clock.advance(400)
  bob.reply(request, 202)
  const outcome = await world.run(sent)
  assert.equal(outcome.kind === 'response' && outcome.response.status, 202)
})

test('each request has a branch of its own and asks for rport', async () => {
  const { world, bob } = peers()
  const branches = new Set<string | undefined>()
  for (let i = 0; i < 20; i++) {
    void world.alice.stack.userAgent.request(OURS)
    const via = (await bob.takeRequest('MESSAGE')).headers.read(Via)
    assert.equal(via?.rport, 'asked')
    branches.add(via?.branch)
  }
  assert.equal(branches.size, 20)
})

const REPLIES: readonly (readonly [what: string, via: string, port: number])[] = [
  ['a client that asks for rport gets the answer at its source port', 'SIP/2.0/UDP 10.0.0.2:5999;rport;branch=z9hG4bKr', 5060],
  ['a client behind NAT gets it there too', 'SIP/2.0/UDP 192.168.0.9:5999;branch=z9hG4bKr', 5060],
  ['a client that listens on another port gets it there', 'SIP/2.0/UDP 10.0.0.2:5999;branch=z9hG4bKr', 5999],
]

for (const [what, via, port] of REPLIES) {
  test(what, async () => {
    const { world, bob } = peers()
    bob.request({ ...MESSAGE, via })
    const request = await world.next(world.alice.requests)
    request.respond(200)
    await world.clock.advance(10)
    assert.match(world.network.trace.toString(), new RegExp(`10\\.0\\.0\\.2:${port} SIP/2.0 200`))
  })
}

test('a request that waits on a connection fails at once when it closes', async () => {
  const { world, bob } = peers()
  const sent = world.alice.stack.userAgent.request({ ...OURS, uri: 'sip:10.0.0.2;transport=tcp' })
  await bob.take('MESSAGE')
  const [flow] = world.alice.host.openStreams
  assert.ok(flow)
  world.alice.host.cut(flow)
  assert.equal((await world.run(sent)).kind, 'transport-error')
  assert.ok(world.clock.nowMs() < 1000)
})

test('a response whose connection is gone goes over a new one', async () => {
  const world = new World()
  const { alice, bob } = world
  const sent = alice.stack.userAgent.request({ ...OURS, method: 'OPTIONS', uri: 'sip:user@10.0.0.2;transport=tcp' })
  const request = await world.next(bob.requests)
  // Bob's end dies without a word to Alice's stack.
  for (const flow of bob.host.openStreams) bob.host.cut(flow)
  request.respond(200)
  await world.clock.advance(1000)
  assert.match(world.network.trace.toString(), /10\.0\.0\.1:5060 SIP\/2\.0 200/)
  await world.run(sent)
})

test('garbage, empty datagrams and keep-alives do nothing', async () => {
  const { world, bob } = peers()
  const flow = bob.host.udpFlow({ address: '10.0.0.1', port: 5060 })
  assert.ok(flow)
  for (const text of ['', '\r\n\r\n', '\0\0\0\0', 'GET / HTTP/1.1\r\n\r\n', 'SIP/2.0 200 OK\r\n\r\n'])
    bob.host.send(flow, Buffer.from(text))
  await world.clock.advance(100)
  assert.equal(world.alice.stack.statistics().serverTransactions, 0)
  assert.deepEqual(bob.waiting, [])
})

test('answered transactions are forgotten in time, so that none is left (timers I, J, K)', async () => {
  const world = new World()
  for (let i = 0; i < 50; i++) {
    const sent = world.alice.stack.userAgent.request({ ...OURS, uri: 'sip:user@10.0.0.2' })
    const request = await world.next(world.bob.requests)
    request.respond(200)
    await world.run(sent)
  }
  assert.equal(world.bob.stack.statistics().serverTransactions, 50)
  await world.assertQuiet()
})

test('what is over costs no timer of its own and still absorbs what comes again (timers I, J, L)', async () => {
  const { world, bob } = peers()
  for (let i = 0; i < 30; i++) {
    bob.request({ ...MESSAGE, callId: `many-${i}` }, `z9hG4bK-many-${i}`)
    const request = await world.next(world.alice.requests)
    request.respond(202)
    await bob.take('202')
  }
  assert.equal(world.alice.stack.statistics().serverTransactions, 30)
  assert.ok(world.clock.pending <= 2, `${world.clock.pending} timers`)
  await world.clock.advance(30_000)
  bob.request({ ...MESSAGE, callId: 'many-7' }, 'z9hG4bK-many-7')
  await bob.take('202')
  // The same request on another way is a loop, also when the first is over (RFC 3261 §8.2.2.2).
  bob.request({ ...MESSAGE, callId: 'many-7' }, 'z9hG4bK-another')
  await bob.take('482')
})

test('after its ACK an accepted INVITE is absorbed, and a CANCEL for it gets 200 with the tag of the call (RFC 6026 §7.1, RFC 3261 §9.2)', async () => {
  const { world, bob } = peers()
  const invite = bob.invite()
  const incoming = await world.next(world.alice.invites)
  incoming.accept({ sdp: 'v=0' })
  await world.clock.advance(10)
  const tag = incoming.localTag
  bob.invite({ method: 'ACK', to: `<sip:alice@example.com>;tag=${tag}` })
  await bob.skip(100)
  const branch = invite.headers.read(Via)?.branch
  bob.invite({}, branch)
  await world.clock.advance(5000)
  assert.deepEqual(bob.waiting, [])
  bob.invite({ method: 'CANCEL' }, branch)
  assert.match((await bob.takeResponse('200 CANCEL')).headers.get('To') ?? '', new RegExp(`tag=${tag}$`))
})

test('after its ACK a refused INVITE is absorbed with its ACK (timer I)', async () => {
  const { world, bob } = peers()
  const invite = bob.invite()
  const incoming = await world.next(world.alice.invites)
  incoming.reject(486)
  const branch = invite.headers.read(Via)?.branch
  bob.invite({ method: 'ACK' }, branch)
  await bob.skip(100)
  bob.invite({}, branch)
  bob.invite({ method: 'ACK' }, branch)
  await world.clock.advance(4000)
  assert.deepEqual(bob.waiting, [])
})

test('an answered INVITE of ours keeps nothing of its session: the fork that answers half a minute late is ended all the same', async () => {
  const { world, bob } = peers()
  const events = eventsOf(world.alice.stack.userAgent.invite(callTo(world.bob, { uri: 'sip:10.0.0.2' })))
  const invite = await bob.takeRequest('INVITE')
  bob.reply(invite, 200, { toTag: 'first' })
  await bob.take('ACK')
  const [answered] = await world.run(events)
  assert.ok(answered?.kind === 'answered')
  const bye = answered.session.bye()
  bob.reply(await bob.takeRequest('BYE'), 200, { toTag: 'first' })
  await world.run(bye)
  assert.equal(world.alice.stack.statistics().clientTransactions, 1)
  await world.clock.advance(30_000)
  bob.reply(invite, 200, { toTag: 'first' })
  await bob.take('ACK')
  bob.reply(invite, 200, { toTag: 'second' })
  assert.match((await bob.takeRequest('ACK')).headers.get('To') ?? '', /tag=second/)
  assert.match((await bob.takeRequest('BYE')).headers.get('To') ?? '', /tag=second/)
})
