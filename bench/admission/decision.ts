import { CallPacer, type CallRate, ChannelLedger, type ChannelPlace } from '@klinke/trunks'
import type { Figure } from '../figure.ts'

const CUSTOMERS = 10_000
const WARM_UP = 50_000
const ROUNDS = 7
const ITERATIONS = 50_000
const RATE: CallRate = { callsPerSecond: 1_000_000, gapMs: 0.001, maxWaiting: 10, maxWaitMs: 5_000 }

/** Device, trunk, data link and contract of one customer. */
function placesOf(customer: number): readonly ChannelPlace[] {
  return (['device', 'trunk', 'link', 'customer'] as const).map((scope) => {
    return { scope, id: `${scope}-${customer}`, tenantId: `customer-${customer}`, name: `${customer}`, limits: { both: 30, out: 20 } }
  })
}

/** Microseconds to ask for a turn, take a channel at four places and give it back, with a call in progress at each customer; the best of several rounds. */
export function benchDecision(): Figure {
  const [ledger, pacer] = [new ChannelLedger(), new CallPacer()]
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => placesOf(index))
  for (const places of customers) ledger.take('in', places)
  let taken = 0
  const decide = (i: number): void => {
    const index = (i * 7_919) % CUSTOMERS
    const turn = pacer.ask(`customer-${index}`, RATE, i)
    const lease = ledger.take('out', customers[index] ?? [])
    if (turn.kind !== 'go' || lease.kind !== 'lease') return
    taken++
    lease.sit().leave()
  }
  for (let i = 0; i < WARM_UP; i++) decide(i)
  let best = Number.POSITIVE_INFINITY
  for (let round = 1; round <= ROUNDS; round++) {
    const start = performance.now()
    for (let i = 0; i < ITERATIONS; i++) decide(round * ITERATIONS + i)
    best = Math.min(best, (performance.now() - start) / ITERATIONS)
  }
  if (taken !== WARM_UP + ROUNDS * ITERATIONS) throw new Error(`Only ${taken} calls were admitted.`)
  return { what: 'admit a call: a turn, and a channel at four places, given back', value: best * 1_000, unit: 'µs', atMost: 50 }
}
