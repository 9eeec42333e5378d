import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import type { Flow, SendFailure, TransportTarget } from '@klinke/sip'
import { VirtualClock } from '../virtual-clock.ts'
import { type LinkConditions, PERFECT_LINK } from './conditions.ts'
import { SimulatedNat } from './nat.ts'
import { SeededNetwork } from './seeded-network.ts'
import type { SimulatedHost } from './simulated-host.ts'

interface Heard {
  readonly atMs: number
  readonly text: string
  readonly flow: Flow
}

function hear(clock: VirtualClock, host: SimulatedHost): { readonly messages: Heard[]; readonly closed: string[] } {
  const messages: Heard[] = []
  const closed: string[] = []
  host.attach({
    received: (message, flow) => messages.push({ atMs: clock.nowMs(), text: Buffer.from(message).toString(), flow }),
    flowClosed: (flow) => closed.push(flow.id),
  })
  return { messages, closed }
}

function setUp(conditions: LinkConditions = PERFECT_LINK, seed = 1) {
  const clock = new VirtualClock()
  const network = new SeededNetwork(clock, seededRandom(seed), conditions)
  const a = network.host('192.0.2.1')
  const b = network.host('192.0.2.2')
  return { clock, network, a, b, atA: hear(clock, a), atB: hear(clock, b) }
}

const to = (address: string, protocol: TransportTarget['protocol'] = 'UDP', port = 5060): TransportTarget => ({
  protocol,
  remote: { address, port },
})
const bytes = (text: string): Uint8Array => Buffer.from(text)

async function say(host: SimulatedHost, target: TransportTarget, ...texts: readonly string[]): Promise<Flow> {
  const flow = await host.open(target)
  for (const text of texts) host.send(flow, bytes(text))
  return flow
}

async function thousand(conditions: LinkConditions, seed: number): Promise<readonly string[]> {
  const { clock, a, atB } = setUp(conditions, seed)
  await say(a, to('192.0.2.2'), ...Array.from({ length: 1000 }, (_, index) => String(index)))
  await clock.advance(10_000)
  return atB.messages.map(({ text, atMs }) => `${text}@${atMs}`)
}

test('a datagram arrives after the delay, over a flow that leads back', async () => {
  const { clock, a, b, atA, atB } = setUp({ ...PERFECT_LINK, delayMs: 30 })
  await say(a, to('192.0.2.2'), 'ping')
  await clock.advance(30)
  const [ping] = atB.messages
  assert.equal(ping?.text, 'ping')
  assert.equal(ping.atMs, 30)
  b.send(ping.flow, bytes('pong'))
  await clock.advance(30)
  assert.deepEqual(
    atA.messages.map(({ text, flow }) => [text, flow.remote]),
    [['pong', { address: '192.0.2.2', port: 5060 }]],
  )
})

test('one seed gives one run, another seed another', async () => {
  const rough: LinkConditions = { delayMs: 20, jitterMs: 10, loss: 0.1, duplicate: 0.1, reorder: 0.1 }
  assert.deepEqual(await thousand(rough, 7), await thousand(rough, 7))
  assert.notDeepEqual(await thousand(rough, 7), await thousand(rough, 8))
})

test('loss, duplicates and reordering happen as often as asked', async () => {
  const lost = 1000 - (await thousand({ ...PERFECT_LINK, loss: 0.2 }, 3)).length
  assert.ok(lost > 150 && lost < 250, `${lost} lost`)
  const doubled = (await thousand({ ...PERFECT_LINK, duplicate: 0.2 }, 3)).length - 1000
  assert.ok(doubled > 150 && doubled < 250, `${doubled} doubled`)
  const order = (await thousand({ ...PERFECT_LINK, reorder: 0.2 }, 3)).map((line) => Number.parseInt(line, 10))
  const late = order.filter((number, index) => number < (order[index - 1] ?? 0)).length
  assert.ok(late > 0 && order.length === 1000, `${late} overtaken`)
})

test('a stream keeps order and loses nothing on the same path', async () => {
  const { clock, a, atB } = setUp({ delayMs: 20, jitterMs: 50, loss: 0.3, duplicate: 0.2, reorder: 0.2 })
  const opening = a.open(to('192.0.2.2', 'TCP'))
  const flow = await clock.settled(opening)
  const texts = Array.from({ length: 100 }, (_, index) => String(index))
  for (const text of texts) a.send(flow, bytes(text))
  await clock.advance(60_000)
  assert.deepEqual(
    atB.messages.map(({ text }) => text),
    texts,
  )
})

test('a connection to a closed port is refused, one into the void times out', async () => {
  const { clock, a } = setUp()
  await assert.rejects(clock.settled(a.open(to('192.0.2.2', 'TCP', 9999))), /refused/)
  const before = clock.nowMs()
  await assert.rejects(clock.settled(a.open(to('192.0.2.99', 'TCP'))), /nobody answers/)
  assert.ok(clock.nowMs() - before >= 20_000)
})

test('a connection attempt that is aborted leaves no timer', async () => {
  const { clock, a } = setUp()
  const abort = new AbortController()
  const opening = a.open(to('192.0.2.99', 'TCP'), abort.signal)
  abort.abort(new Error('given up'))
  await assert.rejects(opening, /given up/)
  assert.equal(clock.pending, 0)
})

test('cutting a connection tells both ends and fails what is sent after', async () => {
  const { clock, a, atA, atB } = setUp()
  const flow = await clock.settled(a.open(to('192.0.2.2', 'TCP')))
  a.cut(flow)
  assert.deepEqual(
    [atA.closed, atB.closed].map((ids) => ids.length),
    [1, 1],
  )
  const failures: SendFailure[] = []
  a.send(flow, bytes('late'), (failure) => failures.push(failure))
  await clock.advance(1)
  assert.equal(failures[0]?.kind, 'flow-gone')
  assert.equal(a.flow(flow.id), undefined)
})

test('a partition loses datagrams and holds streams until it heals', async () => {
  const { clock, network, a, b, atB } = setUp()
  const flow = await clock.settled(a.open(to('192.0.2.2', 'TCP')))
  const heal = network.partition(a, b)
  await say(a, to('192.0.2.2'), 'datagram')
  a.send(flow, bytes('segment'))
  await clock.advance(5000)
  assert.equal(atB.messages.length, 0)
  heal()
  await clock.advance(5000)
  assert.deepEqual(
    atB.messages.map(({ text }) => text),
    ['segment'],
  )
  assert.match(network.trace.toString(), /datagram \[lost\]/)
})

test('a crashed host hears nothing and its connections are reset', async () => {
  const { clock, a, b, atA, atB } = setUp()
  await clock.settled(a.open(to('192.0.2.2', 'TCP')))
  b.crash()
  await say(a, to('192.0.2.2'), 'lost')
  await clock.advance(10)
  assert.deepEqual([atB.messages.length, atA.closed.length], [0, 1])
  b.restart()
  await say(a, to('192.0.2.2'), 'heard')
  await clock.advance(10)
  assert.equal(atB.messages[0]?.text, 'heard')
})

test('a datagram to a port nobody listens on is reported to the sender', async () => {
  const { clock, a } = setUp()
  const failures: SendFailure[] = []
  a.send(await a.open(to('192.0.2.2', 'UDP', 5099)), bytes('x'), (failure) => failures.push(failure))
  await clock.advance(10)
  assert.equal(failures[0]?.kind, 'unreachable')
})

test('a phone behind NAT is reached over the flow it opened, by nobody else, and not after the binding is gone', async () => {
  const { clock, network, a, b, atA } = setUp()
  const nat = new SimulatedNat('203.0.113.7', 60_000)
  const phone = network.host('10.0.0.5', { nat })
  const atPhone = hear(clock, phone)
  await say(phone, to('192.0.2.1'), 'REGISTER')
  await clock.advance(10)
  const flow = atA.messages[0]?.flow
  assert.equal(flow?.remote.address, '203.0.113.7')
  a.send(flow, bytes('INVITE'))
  await say(b, { protocol: 'UDP', remote: flow.remote }, 'scan')
  await say(b, to('10.0.0.5'), 'scan')
  await clock.advance(10)
  assert.deepEqual(
    atPhone.messages.map(({ text }) => text),
    ['INVITE'],
  )
  await clock.advance(60_001)
  a.send(flow, bytes('too late'))
  await clock.advance(10)
  assert.equal(atPhone.messages.length, 1)
})
