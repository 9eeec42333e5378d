/**
 * What it costs to decide about a call that leaves: emergency, number dialled, on-net, number shown, bars, and the order of carriers, with 100,000
 * customers, 1,000,000 numbers and 200,000 prices in memory. `node bench/route-decision.ts` prints it; `benchRouteDecision` gives the figures to `npm run bench`.
 */
import { fileURLToPath } from 'node:url'
import { DEFAULT_PROFILE, type TenantSnapshot } from '@klinke/accounts'
import { seededRandom } from '@klinke/foundation'
import { parseDialled } from '@klinke/numbering'
import { buildRequest } from '@klinke/sip'
import {
  Barring,
  CallAdmission,
  type Carrier,
  CarrierRouting,
  Identities,
  mayBeEmergency,
  outsideLines,
  type PriceList,
  priceTable,
} from '@klinke/trunks'
import type { Figure } from './figure.ts'

const CUSTOMERS = 100_000
const NUMBERS_EACH = 10
const CARRIERS = 10
const PRICES_EACH = 20_000
const WARM_UP = 50_000
const ROUNDS = 7
const ITERATIONS = 20_000
const MIB = 2 ** 20

/** Numbers of one customer follow each other. */
function customer(index: number): TenantSnapshot {
  const first = 2_210_000_000 + index * NUMBERS_EACH
  const numbers = Array.from({ length: NUMBERS_EACH }, (_, at) => `+49${first + at}`)
  const extension = {
    id: `x${index}`,
    number: '10',
    name: 'Zehn',
    sipUsername: '10',
    ha1: { md5: '', sha256: '' },
    outgoingNumber: numbers[3],
  }
  return {
    ...{
      id: `t${index}`,
      name: `Kunde ${index}`,
      sipDomain: `k${index}.example`,
      areaCode: '221',
      profile: DEFAULT_PROFILE,
      sites: new Map(),
    },
    extensions: new Map([['10', extension]]),
    numbers: new Map(numbers.map((e164) => [e164, { e164 }])),
  }
}

function carrier(index: number): Carrier {
  const authentication = { kind: 'fixed-ip', addresses: ['198.51.100.1'] } as const
  const place = { host: `c${index}.example`, port: undefined, transport: 'UDP', srtp: 'none' } as const
  return { id: `c${index}`, name: `Carrier ${index}`, ...place, authentication, outboundFormat: 'e164', priority: 1 }
}

/** Prefixes of three to ten digits, spread over the numbers of the world, and Germany's. */
function prices(index: number): PriceList {
  const spread = Array.from({ length: PRICES_EACH - 1 }, (_, at) =>
    String(20_000_000_000 + (index * PRICES_EACH + at) * 399_989).slice(0, 3 + (at % 8)),
  )
  const prefixes = [...new Set([...spread, '49'])]
  return priceTable(
    prefixes.map((prefix, at) => ({
      prefix: `+${prefix}`,
      microsPerMinute: 5_000 + ((at * 7 + index) % 900),
      validFrom: null,
      validUntil: null,
    })),
  )
}

/** Microseconds for a decision, the best of several rounds, and MiB that all of it takes. */
export function benchRouteDecision(): readonly Figure[] {
  const before = process.memoryUsage().heapUsed
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => customer(index))
  const byNumber = new Map(customers.flatMap((tenant) => [...tenant.numbers.keys()].map((e164) => [e164, tenant] as const)))
  const carriers = Array.from({ length: CARRIERS }, (_, index) => carrier(index))
  const lists = new Map(carriers.map(({ id }, index) => [id, prices(index)]))
  const heldMiB = (process.memoryUsage().heapUsed - before) / MIB
  const clock = { nowMs: () => 0, epochMs: () => 0 }
  const tables = { rules: { byPrefix: new Map(), lengths: [] }, prices: (id: string) => lists.get(id) }
  const routing = new CarrierRouting({ tables: () => tables, clock, random: seededRandom(1) })
  const barring = new Barring({ rulesOf: () => undefined, isOpen: () => true, clock })
  const identity = new Identities({ identityOf: () => undefined, clock })
  const directory = { carrier: (id: string) => carriers.find((each) => each.id === id), carriers: () => carriers }
  const outside = outsideLines(
    { carriers: directory, barring, identity, admission: new CallAdmission(), isUp: () => true },
    { isLocked: () => false, set: () => Promise.resolve() },
  )
  const uri = 'sip:10@k.example'
  const request = buildRequest({ method: 'INVITE', uri, from: `<${uri}>;tag=x`, to: `<${uri}>`, callId: 'x', cseq: 1 })
  const dialled = Array.from({ length: 1_000 }, (_, i) => `0${String(300_000_000 + i * 599_993)}`)
  let decided = 0
  const decide = (i: number): void => {
    const tenant = customers[(i * 7_919) % CUSTOMERS]
    const extension = tenant?.extensions.get('10')
    const digits = dialled[i % dialled.length] ?? ''
    if (tenant === undefined || extension === undefined || mayBeEmergency(tenant, digits)) return
    const read = parseDialled(digits, {
      areaCode: tenant.areaCode,
      outsideLinePrefix: undefined,
      isExtension: (number) => tenant.extensions.has(number),
    })
    if (read.kind !== 'public' || byNumber.has(read.number)) return
    const shown = outside.numberShown(tenant, extension, request)
    const { allowed } = barring.decide({ number: read.number, tenant, extension, byPhone: true })
    if (shown !== undefined && allowed) decided += routing.route(read.number, carriers, () => true).carriers.length
  }
  for (let i = 0; i < WARM_UP; i++) decide(i)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let i = 0; i < ITERATIONS; i++) decide(i)
    best = Math.min(best, (performance.now() - start) / ITERATIONS)
  }
  if (decided === 0) throw new Error('The work to measure has no result.')
  return [
    {
      what: 'decide about a call out, 100,000 customers, 1,000,000 numbers, 200,000 prices, 10 carriers',
      value: best * 1_000,
      unit: 'µs',
      atMost: 50,
    },
    { what: 'memory for these', value: heldMiB, unit: 'MiB', atMost: 1_024 },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { what, value, unit } of benchRouteDecision()) console.log(`${what}: ${value.toFixed(2)} ${unit}`)
