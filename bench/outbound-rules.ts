/**
 * What it costs to decide whether a number may be called, with 200,000 prefixes in memory. `node bench/outbound-rules.ts` prints it;
 * `benchOutboundRules` gives the figures to `npm run bench`.
 */
import { fileURLToPath } from 'node:url'
import { DEFAULT_PROFILE } from '@klinke/accounts'
import { Barring, NO_LEVEL, NO_RULES, type TenantRules, targetTable } from '@klinke/trunks'

const PREFIXES = 200_000
const WARM_UP = 50_000
const ROUNDS = 7
const ITERATIONS = 50_000

const TENANT = { id: 'acme', areaCode: '221', profile: DEFAULT_PROFILE, numbers: new Map() }
const EXTENSION = { id: 'acme-10', number: '10' }

/** Prefixes of seven to thirteen digits, spread over the numbers of the world. */
function rulesWithPrefixes(): TenantRules {
  const targets = Array.from({ length: PREFIXES }, (_, i) => `+${String(2_000_000_000_000 + i * 39_999_983).slice(0, 7 + (i % 7))}`)
  const exceptions = targetTable(targets.map((target) => [target, { effect: 'deny', target }] as const))
  return { ...NO_RULES, customer: { ...NO_LEVEL, exceptions } }
}

/** Best of several rounds, in microseconds for each decision. */
export function benchOutboundRules(): number {
  const rules = rulesWithPrefixes()
  const barring = new Barring({ rulesOf: () => rules, isOpen: () => true, clock: { epochMs: () => 0 } })
  const numbers = Array.from({ length: 1_000 }, (_, i) => `+49${String(2_000_000_000 + i * 5_999_993)}`)
  let allowed = 0
  const decide = (i: number): void => {
    const number = numbers[i % numbers.length] ?? ''
    if (barring.decide({ number, tenant: TENANT, extension: EXTENSION, byPhone: true }).allowed) allowed++
  }
  for (let i = 0; i < WARM_UP; i++) decide(i)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let i = 0; i < ITERATIONS; i++) decide(i)
    best = Math.min(best, (performance.now() - start) / ITERATIONS)
  }
  if (allowed === 0) throw new Error('The work to measure has no result.')
  return best * 1_000
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`${benchOutboundRules().toFixed(2)} µs per decision`)
