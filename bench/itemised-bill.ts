/**
 * How long the itemised bill of 100,000 calls takes, from the request to its last octet: as a table and as PDF. `node bench/itemised-bill.ts` prints the table;
 * `benchItemisedBill` gives the figures to `npm run bench`.
 */
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import type { Usage } from '@klinke/billing'
import { billingCluster, billWorld, giveTariff, used } from '@klinke/billing/test-support'
import { below, seededRandom } from '@klinke/foundation'
import { type Figure, table } from './figure.ts'

const CALLS = 100_000
const EXTENSIONS = 200
const ROUNDS = 3
const MOST_SECONDS = 10

function calls(): readonly Usage[] {
  const random = seededRandom(11)
  const beginMs = Date.parse('2026-11-01T00:00:00+01:00')
  return Array.from({ length: CALLS }, (_, index) =>
    used(
      `call-${index}`,
      {
        ...{ called: `+49151${10_000_000 + below(random, 89_999_999)}`, extensionId: `extension-${below(random, EXTENSIONS)}` },
        ...{ answeredAtMs: beginMs + below(random, 29 * 86_400) * 1_000, origin: index % 10 === 0 ? 'forwarded' : 'own' },
      },
      1 + below(random, 900),
    ),
  )
}

/** Seconds of the best of some rounds, and how many octets came. */
export async function benchItemisedBill(): Promise<readonly Figure[]> {
  await using cluster = await billingCluster()
  await using world = await billWorld(cluster)
  await giveTariff(world.operator)
  const declaration = { declaredBy: 'Erika Muster', employeesInformed: true, worksCouncil: 'involved' }
  assert.equal((await world.customer('POST', '/itemised-bill-declarations', declaration)).status, 201)
  assert.equal((await world.customer('POST', '/itemised-bill-choices', { choice: 'full' })).status, 201)
  world.told.push(...calls())
  await world.rateAll()
  await world.on('2026-12-02')
  await world.bill('2026-11', '2026-12-02')
  const id = String((await world.customer('GET', '/itemised-bills')).body.items?.[0]?.invoiceId)
  const best = { csv: Number.POSITIVE_INFINITY, pdf: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++)
    for (const format of ['csv', 'pdf'] as const) {
      const start = performance.now()
      const { status, raw } = await world.customer('GET', `/itemised-bills/${id}/files/${format}`)
      best[format] = Math.min(best[format], (performance.now() - start) / 1_000)
      assert.equal(status, 200)
      if (format === 'csv') assert.ok(raw.toString().split('\r\n').length > CALLS)
      else assert.ok(raw.length > 1_000_000)
    }
  return [
    { what: 'itemised bill of 100,000 calls as a table (CSV)', value: best.csv, unit: 's', atMost: MOST_SECONDS },
    { what: 'itemised bill of 100,000 calls as PDF', value: best.pdf, unit: 's', atMost: MOST_SECONDS },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await benchItemisedBill()))
