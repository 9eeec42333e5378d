/**
 * What rating calls costs, with 200,000 prefixes and bundles: from memory, and durable through PostgreSQL in batches. `node bench/rating.ts` prints the table;
 * `benchRating` gives the figures to `npm run bench`.
 */
import { fileURLToPath } from 'node:url'
import type { Usage } from '@klinke/billing'
import { billingCluster, DOCUMENT, dataOf, giveTariff, ratedWorld, type TariffDocument } from '@klinke/billing/test-support'
import { below, seededRandom } from '@klinke/foundation'
import { Allowances, rateLeg, readTariff, TariffTimeline } from '@klinke/rating'
import { sql } from 'kysely'
import { type Figure, table } from './figure.ts'

const PREFIXES = 200_000
const ZONES = 500
const CUSTOMERS = 200
const LEGS = 100_000
const ROUNDS = 5
const DURABLE_LEGS = 30_000

/** Half of the zones have a price by day and another one by night; two bundles cover some of them. */
function worldTariff(): TariffDocument {
  const days: TariffDocument['periods'] = [{ name: 'day', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', until: '18:00' }]
  const zones = Array.from({ length: ZONES }, (_, index) => ({
    ...{
      id: `zone-${index}`,
      name: { de: `Zone ${index}`, en: `Zone ${index}` },
      kind: index % 3 === 0 ? ('mobile' as const) : ('geographic' as const),
    },
    prices: index % 2 === 0 ? [{ perMinute: '0.0151' }] : [{ perMinute: '0.0251', periods: ['day'] }, { perMinute: '0.0199' }],
  }))
  const prefixes = Array.from({ length: PREFIXES }, (_, index) => ({
    prefix: `+${String(2_000_000_000_000 + index * 39_999_983).slice(0, 8 + (index % 6))}`,
    zone: `zone-${index % ZONES}`,
  }))
  const seen = new Map(prefixes.map((row) => [row.prefix, row]))
  for (const digit of '123456789') seen.set(`+${digit}`, { prefix: `+${digit}`, zone: 'zone-0' })
  const bundle = { name: { de: 'Paket', en: 'Bundle' }, origins: ['own' as const], media: ['voice' as const], of: 'seats' as const }
  return {
    ...DOCUMENT,
    ...{ priceAt: 'split', periods: days, zones, prefixes: [...seen.values()] },
    bundles: [
      { ...bundle, id: 'fixed', kinds: ['geographic'], seconds: 30_000 },
      { ...bundle, id: 'mobile', kinds: ['mobile'], seconds: 12_000 },
    ],
  }
}

const customer = (index: number): string => `018f0000-0000-7000-8000-${String(100_000_000_000 + (index % CUSTOMERS))}`

function legs(count: number): readonly Usage[] {
  const random = seededRandom(6)
  const beginMs = Date.parse('2026-11-01T00:00:00+01:00')
  return Array.from({ length: count }, (_, index) => {
    const answeredAtMs = beginMs + Math.floor((index / count) * 30 * 86_400_000) + below(random, 1_000)
    return {
      ...{ id: `leg-${index}`, callId: `leg-${index}`, tenantId: customer(below(random, CUSTOMERS)), billedNumber: '+4922155500' },
      called: `+${String(2_000_000_000_000 + below(random, PREFIXES) * 39_999_983)}`.slice(0, 14),
      ...{ origin: index % 10 === 0 ? 'forwarded' : 'own', way: index % 20 === 0 ? 'on-net' : 'carrier', medium: 'voice' },
      ...{ answeredAtMs, endedAtMs: answeredAtMs + 1_000 * below(random, 600) },
    }
  })
}

/** Best of several rounds, in calls a second. */
export function benchInMemory(): number {
  const read = readTariff(dataOf(worldTariff()))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const tariffs = new TariffTimeline([{ id: 'v1', tariff: read.value }])
  const used = legs(LEGS)
  const bundles = [
    { bundle: 'fixed', seats: 5 },
    { bundle: 'mobile', seats: 5 },
  ]
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const own = new Map<string, Allowances>()
    let rated = 0
    const start = performance.now()
    for (const leg of used) {
      let allowances = own.get(leg.tenantId)
      if (allowances === undefined) {
        allowances = new Allowances(() => ({ extensions: 5, bundles }))
        own.set(leg.tenantId, allowances)
      }
      if (rateLeg(leg, { tariffs, allowances, rounding: DOCUMENT.rounding }).outcome === 'rated') rated++
    }
    best = Math.max(best, (LEGS * 1_000) / (performance.now() - start))
    if (rated < LEGS / 2) throw new Error(`Only ${rated} of ${LEGS} calls were rated.`)
  }
  return best
}

/** Calls a second that are kept with their price, from call to committed row, the cursor and bundles with them. */
export async function benchDurable(): Promise<number> {
  await using cluster = await billingCluster()
  await using world = await ratedWorld(cluster)
  await world.database.withOperator((tx) =>
    sql`INSERT INTO tenant (id, name, sip_domain, profile)
      SELECT id::uuid, id, id || '.example.org', '{}' FROM unnest(${Array.from({ length: CUSTOMERS }, (_, index) => customer(index))}::text[]) AS id`.execute(
      tx.tables(),
    ),
  )
  const bundles = [
    { bundle: 'fixed', seats: 5 },
    { bundle: 'mobile', seats: 5 },
  ]
  const tariffId = await giveTariff(world.operator, { document: worldTariff(), tenantId: customer(0), bundles })
  await world.database.withOperator((tx) =>
    sql`INSERT INTO customer_tariff (id, tenant_id, valid_from, tariff_id, extensions, bundles, assigned_by)
      SELECT gen_random_uuid(), id, '2026-01-01', ${tariffId}, 5, ${JSON.stringify(bundles)}, 'bench' FROM tenant
      ON CONFLICT DO NOTHING`.execute(tx.tables()),
  )
  const all = legs(DURABLE_LEGS)
  // The first batch reads the tariff.
  world.told.push(...all.slice(0, 2_000))
  await world.rateAll()
  world.told.push(...all.slice(2_000))
  const start = performance.now()
  await world.rateAll()
  return ((DURABLE_LEGS - 2_000) * 1_000) / (performance.now() - start)
}

export async function benchRating(): Promise<readonly Figure[]> {
  return [
    { what: 'calls rated from memory, 200,000 prefixes, bundles', value: benchInMemory(), unit: '/s', atLeast: 50_000 },
    { what: 'calls rated durable through PostgreSQL, batches of 2,000', value: await benchDurable(), unit: '/s', atLeast: 5_000 },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await benchRating()))
