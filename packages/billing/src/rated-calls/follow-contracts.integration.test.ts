import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type LogFields, silentLogger } from '@klinke/foundation'
import { type Database, systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { Catalogue } from '../catalogue/catalogue.ts'
import { exampleProfiles } from '../catalogue/examples.ts'
import { readProfile } from '../catalogue/read-profile.ts'
import { insertVersion } from '../catalogue/store.ts'
import { findHistory, insertContract, record } from '../contracts/store.ts'
import { added, begun, day, set } from '../contracts/test-support/written-contract.ts'
import { monthOf } from '../invoices/period.ts'
import { putOnInvoice } from '../test-support/put-on-invoice.ts'
import { callCharges } from './call-charges.ts'
import { contractFollower, followContractsOf } from './follow-contracts.ts'
import { rerateNext } from './reratings.ts'
import { ACME, BOLT, billingCluster, giveTariff, ratedWorld, used } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const BY = { by: 'test', atMs: Date.parse('2026-08-20T10:00:00Z') }

/** The customer has ten extensions and the flat rate for both of the profile `flat`. */
async function contracted() {
  const world = await ratedWorld(cluster)
  const { database } = world
  const file = (await exampleProfiles()).find((each) => each.file === 'flat.yaml')
  const versionId = await database.withOperator((tx) =>
    insertVersion(tx, readProfile(file?.text ?? '', 'flat.yaml'), file?.text ?? '', { by: 'test', at: new Date() }),
  )
  const contractId = await contractFor(database, ACME, versionId)
  return { world, versionId, contractId, parts: { database, catalogue: new Catalogue(database) } }
}

function contractFor(database: Database, tenantId: string, versionId: string): Promise<string> {
  return database.withOperator(async (tx) => {
    const history = await insertContract(tx, { tenantId, profile: 'flat', begins: day('2026-09-01') }, BY)
    const items = [added('extension', '2026-09-01', 10, { versionId }), added('flat-fixed-mobile', '2026-10-01', 1, { versionId })]
    await record(tx, history, [begun('2026-09-01', versionId), ...items], BY)
    return history.id
  })
}

const called = (number: string) => ({ called: number, extensionId: 'ten' })

test('a contract makes the tariff and the bundles by which its customer’s calls are rated: from profile to price, as BIL-02 and BIL-04 have it', async () => {
  const { world, parts } = await contracted()
  await using _ = world
  await followContractsOf(parts, ACME)
  world.told.push(
    used('fixed', called('+493012345')),
    used('mobile', called('+4915112345678')),
    used('forwarded', { ...called('+4915112345678'), origin: 'forwarded' }),
    used('service', called('+4918031234')),
    used('before', { ...called('+4915112345678'), answeredAtMs: Date.parse('2026-09-30T10:00:00Z') }),
    used('long', called('+491601234567'), 201 * 60),
  )
  await world.rateAll()
  const items = (await world.operator('GET', '/rated-calls')).body.items ?? []
  const prices: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    items.map(({ id, price }) => [String(id), (price as { amount?: string } | null)?.amount] as const),
  )
  // 200 minutes mobile of each seat, of which two are used: three minutes of 201 are left to pay.
  assert.deepEqual(prices, { before: '0.2504', fixed: '0.00', mobile: '0.00', forwarded: '0.2504', service: '0.0656', long: '0.3756' })
})

test('what changes in a contract is followed within seconds, done again it changes nothing, and what was said by hand stays', async () => {
  const { world, parts, contractId } = await contracted()
  await using _ = world
  await giveTariff(world.operator, { bundles: [], validFrom: '2026-10-01' })
  const days = async (): Promise<readonly string[]> => {
    const { body } = await world.operator('GET', `/customer-tariffs?tenantId=${ACME}`)
    const all = body.assignments as readonly {
      readonly validFrom: string
      readonly assignedBy: string
      readonly bundles: readonly { readonly seats: number }[]
    }[]
    return all.map(
      ({ validFrom, assignedBy, bundles }) => `${validFrom} ${assignedBy === 'contract' ? 'contract' : 'hand'} ${bundles[0]?.seats ?? 0}`,
    )
  }
  const follower = contractFollower({ ...parts, clock: systemClock(), logger: silentLogger })
  try {
    await eventually('the contract is followed', async () => (await days()).length === 2)
    assert.deepEqual(await days(), ['2026-09-01 contract 0', '2026-10-01 hand 0'])
    await world.database.withOperator(async (tx) => {
      const history = await findHistory(tx, contractId, 'for update')
      if (history !== undefined) await record(tx, history, [set('extension', '2026-11-16', 12)], { by: 'test', atMs: Date.now() })
    })
    await eventually('the change is followed', async () => (await days()).length === 3)
    const followed = ['2026-09-01 contract 0', '2026-10-01 hand 0', '2026-11-16 contract 12']
    assert.deepEqual(await days(), followed)
    await followContractsOf(parts, ACME)
    assert.deepEqual(await days(), followed)
  } finally {
    await follower.close(undefined)
  }
})

test('a tariff of an operator with the name that one of a profile would have keeps no customer from its own', async () => {
  const { world, parts } = await contracted()
  await using _ = world
  assert.equal((await world.operator('POST', '/tariffs', { name: 'flat 1' })).status, 201)
  await followContractsOf(parts, ACME)
  const { body } = await world.operator('GET', '/tariffs')
  const names = (body.items ?? []).map(({ name }) => String(name))
  assert.equal(names.length, 2)
  assert.match(names[1] ?? '', /^flat 1 \([0-9a-f-]{36}\)$/)
  await followContractsOf(parts, ACME)
  assert.equal((await world.operator('GET', '/tariffs')).body.items?.length, 2)
})

test('a customer that cannot be followed keeps nobody behind it waiting, and is followed once its fault is gone', async () => {
  const { world, versionId, parts } = await contracted()
  await using _ = world
  const missing = crypto.randomUUID()
  await contractFor(world.database, ACME, missing)
  await contractFor(world.database, BOLT, versionId)
  const told: string[] = []
  const logger = { ...silentLogger, warn: (_message: string, fields?: LogFields) => told.push(String(fields?.tenant)) }
  const hasTariff = async (tenantId: string): Promise<boolean> => {
    await world.clock.advance(5_000)
    const { body } = await world.operator('GET', `/customer-tariffs?tenantId=${tenantId}`)
    return (body.assignments as readonly unknown[]).length > 0
  }
  const follower = contractFollower({ ...parts, clock: world.clock, logger })
  try {
    await eventually('the one behind is followed', () => hasTariff(BOLT))
    assert.equal(await hasTariff(ACME), false)
    await world.database.withOperator((tx) =>
      sql`INSERT INTO product_profile_version SELECT (json_populate_record(version, ${JSON.stringify({ id: missing, number: 2 })}::json)).*
        FROM product_profile_version AS version WHERE id = ${versionId}`.execute(tx.tables()),
    )
    await eventually('the other one, too', () => hasTariff(ACME))
    assert.deepEqual(told, [ACME])
  } finally {
    await follower.close(undefined)
  }
})

test('who has a contract without a tariff pays its calls elsewhere: its months are billed without them', async () => {
  const { world, versionId, parts } = await contracted()
  await using _ = world
  const elsewhere = crypto.randomUUID()
  await world.database.withOperator((tx) =>
    sql`INSERT INTO product_profile_version SELECT (json_populate_record(version, json_build_object('id', ${elsewhere}::text, 'number', 2,
      'document', document - 'tariff'))).* FROM product_profile_version AS version WHERE id = ${versionId}`.execute(tx.tables()),
  )
  await contractFor(world.database, BOLT, elsewhere)
  world.told.push(used('priced', { tenantId: ACME }), used('elsewhere', { tenantId: BOLT }))
  await world.rateAll()
  const { objection } = callCharges(world.parts.books, parts.catalogue)
  const codeOf = (tenantId: string) =>
    world.database.withOperator(async (tx) => (await objection?.(tx, tenantId, monthOf('2026-11')))?.code)
  assert.deepEqual([await codeOf(ACME), await codeOf(BOLT)], ['no-tariff', undefined])
})

test('a flat rate that is booked on the 20th for the month from the 1st on: calls of the month are rated anew, or they were charged beside it (BIL-04)', async () => {
  const { world, parts, contractId, versionId } = await contracted()
  await using _ = world
  const { database } = world
  const change = (...deeds: Parameters<typeof record>[2]) =>
    database.withOperator(async (tx) => {
      const history = await findHistory(tx, contractId, 'for update')
      if (history !== undefined) await record(tx, history, deeds, BY)
    })
  await followContractsOf(parts, ACME)
  const french = { called: '+33145678901', extensionId: 'ten' }
  const october = Date.parse('2026-10-30T10:00:00Z')
  world.told.push(used('invoiced', french), used('open', french), used('october', { ...french, answeredAtMs: october }))
  await world.rateAll()
  await database.withOperator((tx) => putOnInvoice(tx, BOLT, ['invoiced']))
  const prices = async () => {
    const { body } = await world.operator('GET', '/rated-calls')
    return Object.fromEntries(
      (body.items ?? []).map(({ id, price }) => [String(id), (price as { amount?: string } | null)?.amount] as const),
    )
  }
  const before = { invoiced: '0.058', open: '0.058', october: '0.058' }
  assert.deepEqual(await prices(), before)
  const charges = callCharges(world.parts.books, parts.catalogue)
  const objection = async () => (await database.withOperator(async (tx) => charges.objection?.(tx, ACME, monthOf('2026-11'))))?.code
  assert.equal(await objection(), undefined)

  const flat = (await database.withOperator((tx) => findHistory(tx, contractId)))?.events.find(
    (event) => 'item' in event && event.item === 'flat-fixed-mobile',
  )
  assert.ok(flat !== undefined && 'itemId' in flat)
  await change(set(flat.itemId, '2026-11-01', 0), added('flat-eu', '2026-11-01', 1, { versionId, itemId: 'eu' }))
  assert.equal(await objection(), 'rerating', 'known with the change itself: a run in between billed the flat rate and the calls')
  assert.equal(await rerateNext(world.parts), false, 'nothing to rate by yet')
  assert.equal(await objection(), 'rerating')
  await followContractsOf(parts, ACME)
  assert.equal(await objection(), 'rerating')
  assert.equal(await rerateNext(world.parts), true)
  assert.equal(await rerateNext(world.parts), false)
  assert.deepEqual(await prices(), { ...before, open: '0.00' })
  assert.equal(await objection(), undefined)
  await followContractsOf(parts, ACME)
  assert.equal(await rerateNext(world.parts), false, 'nothing has changed since')
})

test('what a contract says for later months, or with no call to be charged, keeps no month from being billed; what is taken back does until it is followed', async () => {
  const { world, parts, contractId, versionId } = await contracted()
  await using _ = world
  const { database } = world
  await followContractsOf(parts, ACME)
  world.told.push(used('open', { called: '+33145678901', extensionId: 'ten' }))
  await world.rateAll()
  const charges = callCharges(world.parts.books, parts.catalogue)
  const objection = async () => (await database.withOperator(async (tx) => charges.objection?.(tx, ACME, monthOf('2026-11'))))?.code
  const change = (...deeds: Parameters<typeof record>[2]) =>
    database.withOperator(async (tx) => {
      const history = await findHistory(tx, contractId, 'for update')
      assert.ok(history)
      return record(tx, history, deeds, BY)
    })
  const later = await change(added('flat-eu', '2026-12-01', 1, { versionId, itemId: 'eu' }), set('extension', '2026-12-01', 12))
  assert.equal(await objection(), undefined)
  const eventId = later.events.at(-1)?.id ?? ''
  await change({ kind: 'withdrawn', eventId })
  assert.equal(await objection(), 'rerating')
  await followContractsOf(parts, ACME)
  assert.equal(await objection(), undefined)
  await change(set('extension', '2026-10-15', 11))
  assert.equal(await objection(), 'rerating', 'a month before that counts as well')
  await database.withOperator((tx) => sql`DELETE FROM unbilled_month`.execute(tx.tables()))
  assert.equal(await objection(), undefined, 'no call would be charged')
})

test('calls that could not be rated anew keep their month from being billed, and the problem says that it failed', async () => {
  const { world, parts } = await contracted()
  await using _ = world
  await world.database.withOperator((tx) =>
    sql`INSERT INTO rerating (tenant_id, month, failed_at) VALUES (${ACME}, '2026-11-01', now())`.execute(tx.tables()),
  )
  const { objection } = callCharges(world.parts.books, parts.catalogue)
  const found = await world.database.withOperator(async (tx) => objection?.(tx, ACME, monthOf('2026-11')))
  assert.equal(found?.code, 'rerating-failed')
  assert.match(found?.de ?? '', /Protokoll des Servers. Alle 10 Minuten/)
})

test('calls that had no tariff get their prices by themselves once a contract gives one for their time', async () => {
  const { world, parts } = await contracted()
  await using _ = world
  world.told.push(used('early', called('+4915112345678')))
  await world.rateAll()
  await followContractsOf(parts, ACME)
  while (await rerateNext(world.parts));
  const [call] = (await world.operator('GET', '/rated-calls')).body.items ?? []
  assert.partialDeepStrictEqual(call, { id: 'early', outcome: 'rated', price: { amount: '0.00' } })
})
