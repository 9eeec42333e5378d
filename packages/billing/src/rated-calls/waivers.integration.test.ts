/** BIL-03: no answered call without a price goes unbilled in silence; somebody prices it, or bills without it and says why. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { Catalogue } from '../catalogue/catalogue.ts'
import { monthOf } from '../invoices/period.ts'
import { callCharges } from './call-charges.ts'
import { ACME, BOLT, billingCluster, DOCUMENT, giveTariff, ratedWorld, used } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const AUSTRIA = { called: '+43123456789' }
const MONTH = '2026-11'

async function november() {
  const world = await ratedWorld(cluster)
  const charges = callCharges(world.parts.books, new Catalogue(world.database))
  return {
    ...world,
    objection: (month = MONTH) => world.database.withOperator(async (tx) => charges.objection?.(tx, ACME, monthOf(month))),
    waive: (calls: number, reason = 'Unsere Preisliste war falsch.') =>
      world.operator('POST', '/unpriced-calls/waive', { tenantId: ACME, month: MONTH, calls, reason }),
    unpriced: async () => (await world.operator('GET', `/unpriced-calls?tenantId=${ACME}&month=${MONTH}`)).body,
  }
}

test('calls whose number has no zone, whose record is too long or cannot be, or whose number is none keep their month from being billed', async () => {
  await using world = await november()
  await giveTariff(world.operator)
  world.told.push(
    used('priced'),
    used('no-zone', AUSTRIA),
    used('of October', { ...AUSTRIA, answeredAtMs: Date.parse('2026-10-05T10:00:00Z') }),
    used('too-long', {}, 90_000),
    used('backwards', {}, -5),
    used('1970', { answeredAtMs: 1_000 }),
    used('2035', { answeredAtMs: Date.parse('2035-01-01T00:00:00Z') }),
    used('no-number', { called: 'anonymous' }),
    used('theirs', { ...AUSTRIA, tenantId: BOLT }),
  )
  await world.rateAll()
  const found = await world.objection()
  assert.equal(found?.code, 'calls-without-price')
  assert.match(found.de, /^7 Gespräche haben keinen Preis: .*2 × Der Tarif kennt keine Vorwahl dieser Nummer\..* mit einem Grund/)
  assert.match(found.en, /^7 calls have no price: .*1 × The call is longer than a call can be\./)
  assert.partialDeepStrictEqual(await world.unpriced(), {
    calls: 7,
    faults: [
      { fault: 'ends-before-it-begins', calls: 1 },
      { fault: 'in-the-future', calls: 1 },
      { fault: 'no-zone', calls: 2 },
      { fault: 'not-a-number', calls: 1 },
      { fault: 'not-a-time', calls: 1 },
      { fault: 'too-long', calls: 1 },
    ],
    waivers: [],
  })
})

test('calls that get a price keep nothing from being billed any more, and are charged', async () => {
  await using world = await november()
  const tariffId = await giveTariff(world.operator)
  world.told.push(used('abroad', AUSTRIA))
  await world.rateAll()
  assert.ok(await world.objection())
  const zone = { id: 'world', name: { de: 'Welt', en: 'World' }, kind: 'geographic', prices: [{ perMinute: '0.99' }] }
  const document = {
    ...DOCUMENT,
    ...{ validFrom: '2026-11-01', zones: [...DOCUMENT.zones, zone], prefixes: [...DOCUMENT.prefixes, { prefix: '+4', zone: 'world' }] },
  }
  assert.equal((await world.operator('POST', `/tariffs/${tariffId}/versions`, document)).status, 201)
  const rerated = await world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: MONTH, apply: true })
  assert.partialDeepStrictEqual(rerated.body, { different: 1, after: '1.98' })
  assert.equal(await world.objection(), undefined)
})

test('a month is billed without calls that were waived with a reason; calls that become known later keep it from being billed again', async () => {
  await using world = await november()
  await giveTariff(world.operator)
  world.told.push(used('abroad', AUSTRIA), used('1970', { answeredAtMs: 1_000 }))
  await world.rateAll()
  const changed = await world.waive(1)
  assert.deepEqual([changed.status, changed.body.type], [409, 'urn:klinke:problem:unpriced-calls-changed'])
  assert.ok(await world.objection())
  assert.equal((await world.waive(2, ' ')).status, 400)
  const waived = await world.waive(2)
  assert.equal(waived.status, 200)
  assert.partialDeepStrictEqual(waived.body, { calls: 0, faults: [], waivers: [{ calls: 2, reason: 'Unsere Preisliste war falsch.' }] })
  assert.deepEqual([await world.objection(), await world.objection('2026-12')], [undefined, undefined])
  assert.equal((await world.waive(1)).status, 409)
  world.told.push(used('late', AUSTRIA))
  await world.rateAll()
  assert.partialDeepStrictEqual(await world.unpriced(), { calls: 1, faults: [{ fault: 'no-zone', calls: 1 }] })
  assert.ok(await world.objection())
})

test('only the operator sees and waives calls without a price', async () => {
  await using world = await november()
  const acme = await world.api.client({ kind: 'tenant', tenantId: ACME })
  assert.equal((await acme('GET', `/unpriced-calls?tenantId=${ACME}&month=${MONTH}`)).status, 403)
  assert.equal((await acme('POST', '/unpriced-calls/waive', { tenantId: ACME, month: MONTH, calls: 1, reason: 'gern' })).status, 403)
})
