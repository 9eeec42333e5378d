/** Which calls stand on which invoice, when some are taken back, come late, or are rated anew: each stands on one at most, and none is lost. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import type { TestCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { Catalogue } from '../catalogue/catalogue.ts'
import { monthOf } from '../invoices/period.ts'
import type { BilledLine } from '../invoices/sources.ts'
import { callCharges } from './call-charges.ts'
import { rerateMonth } from './rerate.ts'
import { ACME, billingCluster, DOCUMENT, giveTariff, ratedWorld, used } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

async function books() {
  const world = await ratedWorld(cluster)
  const charges = callCharges(world.parts.books, new Catalogue(world.database))
  const { database } = world
  return {
    ...world,
    known: async (...calls: Parameters<typeof used>[]) => {
      world.told.push(...calls.map((call) => used(...call)))
      await world.rateAll()
    },
    bill: (invoiceId: string): Promise<readonly BilledLine[]> =>
      database.withOperator(async (tx) => {
        const lines = (await charges.of(tx, ACME, monthOf('2026-11'))).map(({ basis, netMicros }) => ({
          invoiceId,
          tenantId: ACME,
          basis,
          netMicros,
        }))
        if (lines.length > 0) await charges.billed?.(tx, lines)
        return lines
      }),
    release: (lines: readonly BilledLine[]) => database.withOperator(async (tx) => charges.released?.(tx, lines)),
    standing: async () => {
      const { rows } = await database.withOperator((tx) =>
        sql<{ call: string; invoice: string | null }>`
          SELECT usage_id AS call, right(invoice_id::text, 1) AS invoice FROM call_with_invoice ORDER BY usage_id`.execute(tx.tables()),
      )
      return rows.map(({ call, invoice }) => `${call} ${invoice ?? 'open'}`)
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const invoice = (digit: number): string => `018f0000-0000-7000-8000-00000000001${digit}`

test('an invoice that is released frees its own calls; those that came later stay where they are', async () => {
  await using world = await books()
  await giveTariff(world.operator, { bundles: [] })
  await world.known(['a'], ['b'])
  const first = await world.bill(invoice(1))
  await world.known(['c'])
  await world.bill(invoice(2))
  assert.deepEqual(await world.standing(), ['a 1', 'b 1', 'c 2'])
  await world.release(first)
  assert.deepEqual(await world.standing(), ['a open', 'b open', 'c 2'])
  await world.known(['d'])
  await world.bill(invoice(3))
  assert.deepEqual(await world.standing(), ['a 3', 'b 3', 'c 2', 'd 3'], 'before and after those of another')
  assert.deepEqual(await world.bill(invoice(4)), [])
})

test('a call that had cost nothing when its month was billed, and costs something when it is rated anew, is open', async () => {
  await using world = await books()
  const tariffId = await giveTariff(world.operator)
  await world.known(['free', {}, 600], ['charged', {}, 60])
  await world.bill(invoice(1))
  assert.deepEqual(await world.standing(), ['charged 1', 'free open'])
  const bundles = [{ bundle: 'quota', seats: 1, isWithdrawn: true }]
  await world.operator('PATCH', `/customer-tariffs?tenantId=${ACME}`, { validFrom: '2026-01-01', tariffId, extensions: 1, bundles })
  const { different } = await rerateMonth(world.database, world.parts.books, {
    ...{ tenantId: ACME, month: '2026-11-01', knownAtMs: world.clock.epochMs(), apply: true },
  })
  assert.equal(different, 1)
  assert.deepEqual(await world.standing(), ['charged 1', 'free open'])
  assert.equal((await world.bill(invoice(2))).length, 1)
  assert.deepEqual(await world.standing(), ['charged 1', 'free 2'])
})

test('whatever is billed, released and late, in any order: each charged call stands on one invoice, and the sums are theirs (seeded)', async () => {
  for (const seed of [1, 2, 3]) {
    const random = seededRandom(seed)
    const below = (count: number): number => random.uint32() % count
    await using world = await books()
    await giveTariff(world.operator, { document: DOCUMENT, bundles: [] })
    const issued: (readonly BilledLine[])[] = []
    let calls = 0
    for (let step = 1; step <= 9; step++) {
      const late = Array.from(
        { length: 1 + below(4) },
        (): Parameters<typeof used> => [
          `${100 + ++calls}`,
          { called: below(2) === 0 ? '+4915112345' : '+493012345', ...(below(2) === 0 && { siteId: 'mainz' }) },
        ],
      )
      await world.known(...late)
      const taken = below(3) === 0 ? issued.splice(below(issued.length || 1), 1)[0] : undefined
      const before = await world.standing()
      if (taken !== undefined) {
        await world.release(taken)
        const own = before.map((each) => (each.endsWith(` ${taken[0]?.invoiceId.at(-1)}`) ? each.replace(/ .$/, ' open') : each))
        assert.deepEqual(await world.standing(), own, `seed ${seed}, step ${step}: released`)
      }
      const open = await world.standing()
      issued.push(await world.bill(invoice(step)))
      const all = open.map((each) => each.replace('open', String(step)))
      assert.deepEqual(await world.standing(), all, `seed ${seed}, step ${step}: billed`)
    }
  }
})
