/** Floods of 10,000 INVITEs that nobody ever brings to an end, from strangers and from a phone of the house. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heapBytes, type PhoneScript } from '@klinke/testbed'
import { assertAllOver } from '../../src/test-support/simulation/invariants.ts'
import { Flooder } from './flooder.ts'
import { SimulatedExchange } from './simulated-exchange.ts'

const FLOOD = 10_000
/** So many come at once, then the exchange answers. */
const BATCH = 500
const KIB = 1024

interface Row {
  readonly what: string
  /** Addresses the flood comes from. */
  readonly sources: number
  /** What the called phone does. The flood has its password; without it nobody there is known. */
  readonly victim?: PhoneScript
  /** The most there may be of each while the flood lasts. */
  readonly halfOpen: number
  readonly transactions: number
  readonly calls: number
  /** Memory for each INVITE of the flood, the simulated network and phones included. */
  readonly bytesEach: number
}

const rows: readonly Row[] = [
  {
    what: 'strangers at as many addresses, who never acknowledge their challenge',
    ...{ sources: FLOOD, halfOpen: 0, transactions: FLOOD, calls: 0, bytesEach: 5 * KIB },
  },
  {
    what: 'one stranger, who gets a hundred challenges and then no answer',
    ...{ sources: 1, halfOpen: 0, transactions: 100, calls: 0, bytesEach: 0.5 * KIB },
  },
  {
    what: 'a phone of the house to one that rings, which take half of the table and no more',
    ...{ sources: 1, victim: { kind: 'ring' }, halfOpen: FLOOD / 2, transactions: FLOOD / 2, calls: FLOOD / 2, bytesEach: 30 * KIB },
  },
  {
    what: 'a phone of the house to one that answers, none of which gets its ACK',
    ...{ sources: 1, victim: { kind: 'answer', afterMs: 0 }, halfOpen: FLOOD / 2, transactions: FLOOD, calls: FLOOD },
    bytesEach: 60 * KIB,
  },
]
/** The sources of a flood are remembered for a while, and so are its calls by the test runner. */
const BYTES_LEFT_EACH = 2 * KIB
/** Registrations and the challenge of the flood itself. */
const OTHER_TRANSACTIONS = 10

for (const row of rows) {
  test(`10,000 INVITEs of ${row.what}: others' calls go on, and all is given back`, async () => {
    const exchange = new SimulatedExchange({ seed: 1 })
    const anna = exchange.phone('10', { kind: 'ring' })
    const bea = exchange.phone('11', { kind: 'answer', afterMs: 1000 })
    await exchange.clock.settled(Promise.all([anna.register(), bea.register()]))
    const flooders = await floodersFor(exchange, row)
    const before = await heapBytes()

    await flood(exchange, flooders)
    const { halfOpenTransactions, serverTransactions } = exchange.stack.statistics()
    assert.ok(halfOpenTransactions <= row.halfOpen, `${halfOpenTransactions} transactions are half open`)
    assert.ok(serverTransactions <= row.transactions + OTHER_TRANSACTIONS, `${serverTransactions} transactions`)
    assert.ok(exchange.control.size <= row.calls, `${exchange.control.size} calls`)
    const bytesEach = Math.round(((await heapBytes()) - before) / FLOOD)
    assert.ok(bytesEach < row.bytesEach, `${bytesEach} bytes for each INVITE`)

    const call = anna.call('11')
    await exchange.clock.until(() => call.state.kind !== 'calling' && call.state.kind !== 'ringing')
    assert.equal(call.state.kind, 'talking')
    call.hangUp()
    await assertAllOver(exchange)
    // What the test keeps of each call does not count.
    const { calls, records, media, phones } = exchange
    records.clear()
    for (const kept of [calls, media.sessions, ...phones.map((phone) => phone.calls)]) kept.length = 0
    const leftEach = Math.round(((await heapBytes()) - before) / FLOOD)
    assert.ok(leftEach < BYTES_LEFT_EACH, `${leftEach} bytes for each INVITE are left`)
  })
}

async function floodersFor(exchange: SimulatedExchange, { sources, victim }: Row): Promise<readonly Flooder[]> {
  const phone = victim && exchange.phone('13', victim)
  if (phone) await exchange.clock.settled(phone.register())
  const flooders = Array.from({ length: sources }, (_, index) => {
    return new Flooder(exchange.network.host(`10.0.${index >> 8}.${index & 255}`), phone?.account)
  })
  // Whoever knows a password gets its challenge first.
  if (phone) flooders[0]?.invite('13')
  await exchange.clock.advance(10)
  return flooders
}

async function flood({ clock }: SimulatedExchange, flooders: readonly Flooder[]): Promise<void> {
  for (let sent = 0; sent < FLOOD; sent++) {
    if (sent % BATCH === 0) await clock.advance(10)
    flooders[sent % flooders.length]?.invite('13')
  }
  await clock.advance(10)
}
