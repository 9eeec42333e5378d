import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { Catalogue } from '../catalogue/catalogue.ts'
import { monthOf } from '../invoices/period.ts'
import { callCharges } from './call-charges.ts'
import { TariffBooks } from './tariff-books.ts'
import { ACME, billingCluster, giveTariff, ratedWorld, used } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MOBILE = { called: '+4915112345678' }

test('a clock that has jumped: such records are put aside and keep none after them up; both half past two of the night in October count', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  const at = (time: string) => ({ ...MOBILE, answeredAtMs: Date.parse(time) })
  world.told.push(
    used('back within the call', at('2026-11-10T10:00:00Z'), -1),
    used('lost its time', { ...MOBILE, answeredAtMs: 5_000 }),
    used('set to 1970 within the call', { ...MOBILE, endedAtMs: 5_000 }),
    used('ahead by a year', at('2027-11-10T10:00:00Z')),
    used('from 1970 on', { ...MOBILE, answeredAtMs: 5_000, endedAtMs: Date.parse('2026-11-10T10:00:00Z') }),
    used('02:30 in summer time', at('2026-10-25T00:30:00Z')),
    used('02:30 in winter time', at('2026-10-25T01:30:00Z')),
    used('from 02:59:30 to 02:01', at('2026-10-25T00:59:30Z')),
  )
  // In two pieces: what cannot be stands in the way of no batch.
  await world.rateAll(3)
  const found = new Set(
    ((await world.operator('GET', '/rated-calls?limit=200')).body.items ?? []).map(
      ({ id, outcome, price }) => `${String(id)} ${String(outcome)} ${(price as { amount?: string } | null)?.amount ?? '-'}`,
    ),
  )
  assert.deepEqual(
    found,
    new Set([
      ...['back within the call', 'lost its time', 'set to 1970 within the call', 'ahead by a year', 'from 1970 on'].map(
        (id) => `${id} put-aside -`,
      ),
      ...['02:30 in summer time', '02:30 in winter time', 'from 02:59:30 to 02:01'].map((id) => `${id} rated 0.2504`),
    ]),
  )
  const charged = await world.database.withOperator((tx) =>
    callCharges(new TariffBooks(), new Catalogue(world.database)).of(tx, ACME, monthOf('2026-11')),
  )
  assert.deepEqual(
    charged.map(({ text, service }) => `${service.from} ${text.de.split(' ')[0]}`),
    ['2026-10-01 3'],
  )
})
