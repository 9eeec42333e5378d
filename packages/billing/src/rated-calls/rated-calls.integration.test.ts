import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertReseller } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { Catalogue } from '../catalogue/catalogue.ts'
import { monthOf } from '../invoices/period.ts'
import { putOnInvoice } from '../test-support/put-on-invoice.ts'
import { callCharges } from './call-charges.ts'
import { customerBooks } from './customer-book.ts'
import { TooManyToRerate } from './problems.ts'
import { rerateMonth } from './rerate.ts'
import { RunningPrices } from './running-prices.ts'
import { TariffBooks } from './tariff-books.ts'
import type { TariffDocument } from './tariff-file.ts'
import { ACME, BOLT, billingCluster, DOCUMENT, giveTariff, ratedWorld, used } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MOBILE = { called: '+4915112345678' }
const LATER_MS = Date.parse('2026-11-20T10:00:00Z')

/** `id outcome amount` of each call. */
function prices({ body }: TestAnswer): readonly string[] {
  return (body.items ?? []).map(
    ({ id, outcome, price }) => `${String(id)} ${String(outcome)} ${(price as { amount?: string } | null)?.amount ?? '-'}`,
  )
}

test('calls are rated once, however often and in whatever pieces they are told, and bundles give once', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('a', {}, 500), used('b', MOBILE), used('c', { way: 'on-net' }), used('a', {}, 500), used('d', { called: '+1555' }))
  await world.rateAll(2)
  const expected = ['b rated 0.2504', 'c free -', 'd put-aside -', 'a rated 0.00']
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls?month=2026-11')), expected)
  // A source that forgets how far it was read tells all again.
  await world.database.withOperator((tx) => sql`UPDATE rating_cursor SET known = NULL`.execute(tx.tables()))
  world.told.push(used('e', {}, 120))
  await world.rateAll()
  // 540 of 600 seconds were used: one minute of the two is free.
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls?month=2026-11')).at(-2), 'e rated 0.0151')
  const { rows } = await world.database.withOperator((tx) =>
    sql<{ seconds: number }>`SELECT seconds FROM bundle_use WHERE tenant_id = ${ACME}`.execute(tx.tables()),
  )
  assert.deepEqual(rows, [{ seconds: 600 }])
})

test('what fails in the middle of a batch leaves nothing behind, and is rated whole the next time', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('a'), { ...used('b'), tenantId: 'no uuid' })
  await assert.rejects(world.rateAll())
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), [])
  world.told.splice(1, 1, used('b', MOBILE))
  await world.rateAll()
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['a rated 0.00', 'b rated 0.2504'])
})

test('two that rate at the same time rate each call once', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  for (let index = 0; index < 40; index++) world.told.push(used(`call-${index}`, MOBILE))
  await Promise.all([world.rateAll(3), world.rateAll(5)])
  assert.equal((await world.operator('GET', '/rated-calls?limit=200')).body.items?.length, 40)
})

test('a tariff with faults is not kept: all of them are told, with where they are', async () => {
  await using world = await ratedWorld(cluster)
  const { body: tariff } = await world.operator('POST', '/tariffs', { name: 'wrong' })
  const wrong = { ...DOCUMENT, prefixes: [...DOCUMENT.prefixes, { prefix: '+49', zone: 'nowhere' }] }
  const { body: checked } = await world.operator('POST', '/tariffs/check', wrong)
  assert.deepEqual(
    (checked.faults as readonly { kind: string; pointer: string }[]).map(({ kind, pointer }) => `${kind} ${pointer}`),
    ['duplicate-prefix /prefixes/2/prefix', 'unknown-zone /prefixes/2/zone'],
  )
  const refused = await world.operator('POST', `/tariffs/${String(tariff.id)}/versions`, wrong, { 'accept-language': 'de' })
  assert.equal(refused.status, 400)
  assert.deepEqual(
    (refused.body.errors as readonly { detail: string }[]).map(({ detail }) => detail),
    ['Die Vorwahl +49 ist zweimal da.', 'Die Zone nowhere gibt es nicht.'],
  )
  assert.equal((await world.operator('GET', `/tariffs/${String(tariff.id)}/versions`)).body.items?.length, 0)
})

test('versions neither overlap nor change; one that holds is not deleted, one to come is', async () => {
  await using world = await ratedWorld(cluster)
  const path = `/tariffs/${await giveTariff(world.operator, { document: { ...DOCUMENT, validUntil: '2026-06-30' } })}/versions`
  const post = async (validFrom: string) => (await world.operator('POST', path, { ...DOCUMENT, validFrom })).status
  assert.deepEqual([await post('2026-07-02'), await post('2026-06-30'), await post('2026-01-01')], [400, 400, 409])
  assert.deepEqual([await post('2026-07-01'), await post('2099-01-01')], [201, 201])
  const items = (await world.operator('GET', path)).body.items ?? []
  assert.deepEqual(
    items.map(({ validFrom }) => validFrom),
    ['2099-01-01', '2026-07-01', '2026-01-01'],
  )
  const remove = async (index: number) => (await world.operator('DELETE', `${path}/${String(items[index]?.id)}`)).status
  assert.deepEqual([await remove(1), await remove(0)], [409, 204])
  const change = world.database.withOperator((tx) => sql`UPDATE tariff_version SET document = '{}'`.execute(tx.tables()))
  await assert.rejects(change, /not changed/)
})

test('calls of a customer without tariff are put aside, and rated when it has one', async () => {
  await using world = await ratedWorld(cluster)
  world.told.push(used('a', MOBILE))
  await world.rateAll()
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls?outcome=put-aside')), ['a put-aside -'])
  await giveTariff(world.operator)
  const answer = await world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply: true })
  assert.partialDeepStrictEqual(answer.body, { calls: 1, different: 1, before: '0.00', after: '0.2504' })
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['a rated 0.2504'])
})

test('late records are rated with what bundles have left; anew, in the order of the calls, and again with the same result', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('late', { answeredAtMs: LATER_MS }, 600))
  await world.rateAll()
  world.told.push(used('early', {}, 600))
  await world.rateAll()
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['early rated 0.151', 'late rated 0.00'])
  const rerate = (apply: boolean) => world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply })
  const asked = await rerate(false)
  assert.partialDeepStrictEqual(asked.body, { calls: 2, invoiced: 0, different: 2, before: '0.151', after: '0.151' })
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['early rated 0.151', 'late rated 0.00'])
  assert.equal((await rerate(true)).body.different, 2)
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['early rated 0.00', 'late rated 0.151'])
  assert.equal((await rerate(true)).body.different, 0)
})

test('a bundle that was taken away for abuse gives back what it gave: list price holds (BIL-04)', async () => {
  await using world = await ratedWorld(cluster)
  const tariffId = await giveTariff(world.operator)
  world.told.push(used('a', {}, 600))
  await world.rateAll()
  const bundles = [{ bundle: 'quota', seats: 1, isWithdrawn: true }]
  await world.operator('PATCH', `/customer-tariffs?tenantId=${ACME}`, { validFrom: '2026-01-01', tariffId, extensions: 1, bundles })
  const { body } = await world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply: true })
  assert.partialDeepStrictEqual(body, { before: '0.00', after: '0.151' })
  const { rows } = await world.database.withOperator((tx) => sql<{ seconds: number }>`SELECT seconds FROM bundle_use`.execute(tx.tables()))
  assert.deepEqual(rows, [{ seconds: 0 }])
})

test('what stands on an invoice is never rated anew, and keeps what bundles gave to it', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('late', { answeredAtMs: LATER_MS }, 660))
  await world.rateAll()
  await world.database.withOperator((tx) => putOnInvoice(tx, BOLT, ['late']))
  world.told.push(used('early', {}, 600))
  await world.rateAll()
  const { body } = await world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply: true })
  assert.partialDeepStrictEqual(body, { calls: 1, invoiced: 1, different: 0 })
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['early rated 0.151', 'late rated 0.0151'])
  const change = world.database.withOperator((tx) =>
    sql`UPDATE rated_call SET amount_sixtieths = 0, zone = 'x' WHERE usage_id = 'late'`.execute(tx.tables()),
  )
  await assert.rejects(change, /stands on an invoice/)
})

test('a customer sees its own calls, numbers without the last three digits, and why they cost what they cost', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('mine', {}, 660), used('theirs', { tenantId: BOLT }))
  await world.rateAll()
  const acme = await world.api.client({ kind: 'tenant', tenantId: ACME })
  const list = await acme('GET', '/rated-calls')
  assert.deepEqual(
    list.body.items?.map(({ id, called }) => [id, called]),
    [['mine', '+493012xxx']],
  )
  const { body } = await acme('GET', '/rated-calls/mine')
  assert.deepEqual(
    (body.because as readonly { de: string }[]).map(({ de }) => de),
    ['Festnetz (Vorwahl +49).', '660 s zu 0,0151 EUR je Minute, davon 600 s aus „Freiminuten“.', '„Freiminuten“ ist aufgebraucht.'],
  )
  assert.partialDeepStrictEqual(body.rule, { prefix: '+49', steps: [{ seconds: 660, bundles: [{ seconds: 600 }] }] })
  assert.equal((await acme('GET', '/rated-calls/theirs')).status, 404)
  assert.equal((await acme('GET', '/tariffs')).status, 403)
  assert.equal((await acme('PATCH', '/customer-tariffs', {})).status, 403)
  assert.equal((await acme('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11' })).status, 403)
})

test('a tariff that prices one number does not tell the digits of it that are cut (BIL-06)', async () => {
  await using world = await ratedWorld(cluster)
  const service: TariffDocument['zones'][number] = {
    id: 'service',
    name: { de: 'Service', en: 'Service' },
    kind: 'special',
    prices: [{ perMinute: '0.06' }],
  }
  const prefixes = [...DOCUMENT.prefixes, { prefix: '+4918031234', zone: 'service' }]
  await giveTariff(world.operator, { document: { ...DOCUMENT, zones: [...DOCUMENT.zones, service], prefixes } })
  world.told.push(used('service', { called: '+4918031234' }), used('aside', { called: 'anonymous' }))
  await world.rateAll()
  const acme = await world.api.client({ kind: 'tenant', tenantId: ACME })
  const { body } = await acme('GET', '/rated-calls/service')
  assert.equal(JSON.stringify(body).includes('1234'), false)
  assert.partialDeepStrictEqual(body, { called: '+4918031xxx', rule: { prefix: '+4918031' } })
  assert.partialDeepStrictEqual((await world.operator('GET', '/rated-calls/service')).body, { rule: { prefix: '+4918031234' } })
  assert.equal((await world.operator('GET', '/rated-calls/aside')).body.rule, null)
})

test('calls to lines for people in need are seen by the operator only, however the customer asks (§ 11 (5) TDDDG)', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  const help = Array.from({ length: 5 }, (_, index) => used(`help-${index}`, { called: '+49116016' }))
  world.told.push(used('a-first', {}), ...help, used('toll-free', { called: '+498001110111' }), used('z-last', {}))
  await world.rateAll()
  const acme = await world.api.client({ kind: 'tenant', tenantId: ACME })
  const seen: unknown[] = []
  for (let next: unknown = ''; next !== null; ) {
    const { body } = await acme('GET', `/rated-calls?limit=1${next === '' ? '' : `&cursor=${encodeURIComponent(String(next))}`}`)
    seen.push(...(body.items ?? []).map(({ id }) => id))
    next = body.nextCursor ?? null
  }
  assert.deepEqual(seen, ['a-first', 'z-last'])
  for (const id of ['help-0', 'toll-free']) assert.equal((await acme('GET', `/rated-calls/${id}`)).status, 404)
  assert.equal((await world.operator('GET', '/rated-calls')).body.items?.length, 8)
  assert.equal((await world.operator('GET', '/rated-calls/help-0')).status, 200)
})

test('a reseller sees the calls of its own customers, as they do', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  world.told.push(used('mine'), used('theirs', { tenantId: BOLT }), used('help', { called: '+49116016' }))
  await world.rateAll()
  const resellerId = await world.database.withOperator(async (tx) => {
    const { id } = await insertReseller(tx, 'Partner')
    await sql`UPDATE tenant SET reseller_id = ${id} WHERE id = ${ACME}`.execute(tx.tables())
    return id
  })
  const partner = await world.api.client({ kind: 'reseller', resellerId })
  const { status, body } = await partner('GET', '/rated-calls')
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    body.items?.map(({ id, called }) => [id, called]),
    [['mine', '+493012xxx']],
  )
})

test('from the day on which a customer has another tariff, that one prices its calls', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator, { bundles: [] })
  const dear = { ...DOCUMENT, bundles: [], zones: DOCUMENT.zones.map((zone) => ({ ...zone, prices: [{ perMinute: '1' }] })) }
  await giveTariff(world.operator, { document: dear, bundles: [], validFrom: '2026-11-15' })
  world.told.push(used('before'), used('since', { answeredAtMs: LATER_MS }))
  await world.rateAll()
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['before rated 0.0302', 'since rated 2.00'])
})

test('calls stand on an invoice as lines by site and zone, rounded once at the line, and never twice; late ones come on the next', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator, { bundles: [] })
  const charges = callCharges(world.parts.books, new Catalogue(world.database))
  world.told.push(used('a'), used('b'), used('c', { ...MOBILE, siteId: 'mainz' }), used('d', { way: 'enum' }))
  await world.rateAll()
  const linesOf = () => world.database.withOperator((tx) => charges.of(tx, ACME, monthOf('2026-11')))
  const first = await linesOf()
  assert.deepEqual(
    first.map(({ text, netMicros, siteId }) => [text.de, netMicros, siteId]),
    [
      ['2 Verbindungen Festnetz, 4:00 min', 60_000n, null],
      ['1 Verbindung Mobilfunk, 2:00 min', 250_000n, 'mainz'],
    ],
  )
  const billed = first.map(({ basis, netMicros }) => ({ invoiceId: BOLT, tenantId: ACME, basis, netMicros }))
  await world.database.withOperator((tx) => charges.billed?.(tx, billed) ?? Promise.resolve())
  assert.deepEqual(await linesOf(), [])
  world.told.push(used('late', MOBILE))
  await world.rateAll()
  assert.deepEqual(
    (await linesOf()).map(({ netMicros, service }) => [netMicros, service.until]),
    [[250_000n, '2026-11-30']],
  )
})

test('while a month is invoiced nothing is rated, so that what is billed is what was summed', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator, { bundles: [] })
  const charges = callCharges(world.parts.books, new Catalogue(world.database))
  world.told.push(used('a', MOBILE))
  await world.rateAll()
  let rating: Promise<void> | undefined
  await world.database.withOperator(async (tx) => {
    const lines = await charges.of(tx, ACME, monthOf('2026-11'))
    world.told.push(used('b', MOBILE))
    rating = world.rateAll()
    await charges.billed?.(
      tx,
      lines.map(({ basis, netMicros }) => ({ invoiceId: BOLT, tenantId: ACME, basis, netMicros })),
    )
  })
  await rating
  const items = (await world.operator('GET', '/rated-calls')).body.items ?? []
  assert.deepEqual(
    items.map(({ id, invoiceId }) => [id, invoiceId]),
    [
      ['a', BOLT],
      ['b', null],
    ],
  )
})

test('whoever counts costs while calls run has the price of the tariff that a customer has now, at once when it changes', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  await using prices = await RunningPrices.open({ database: world.database, clock: systemClock(), logger: silentLogger })
  const priceOf = (number: string, tenantId = ACME) => prices.microsPerSecond(number, tenantId)
  assert.deepEqual([priceOf('+493012345'), priceOf('115'), priceOf('+1555'), priceOf('+493012345', BOLT)], [252, 252, undefined, undefined])
  const zones = DOCUMENT.zones.map((zone) => ({ ...zone, prices: [{ perMinute: '0.60', setUp: '0.30' }] }))
  await giveTariff(world.operator, { document: { ...DOCUMENT, zones }, validFrom: '2026-02-01' })
  await eventually('the new price', () => priceOf('+493012345') === 15_000)
})

test('a prefix that becomes mobile abroad costs what mobile numbers of its country cost, from the next call on (BIL-05)', async () => {
  await using world = await ratedWorld(cluster)
  const french = (id: string, kind: 'geographic' | 'mobile', perMinute: string) => ({
    id,
    name: { de: id, en: id },
    kind,
    country: 'FR',
    prices: [{ perMinute }],
  })
  const zones = [...DOCUMENT.zones, french('fr-fixed', 'geographic', '0.02'), french('fr-mobile', 'mobile', '0.15')]
  await giveTariff(world.operator, {
    document: { ...DOCUMENT, zones, prefixes: [...DOCUMENT.prefixes, { prefix: '+33', zone: 'fr-fixed' }] },
  })
  const number = { called: '+33712345678' }
  world.told.push(used('before', number))
  await world.rateAll()
  const twice = { prefix: '+337', country: 'FR' }
  assert.equal((await world.operator('PATCH', '/mobile-prefixes', { prefixes: [twice, twice] })).status, 400)
  assert.equal((await world.operator('PATCH', '/mobile-prefixes', { prefixes: [twice] })).status, 200)
  world.told.push(used('since', number))
  await world.rateAll()
  assert.deepEqual(prices(await world.operator('GET', '/rated-calls')), ['before rated 0.04', 'since rated 0.30'])
})

test('customers of the same version share what is kept of it, however many others are asked for; what is over is not loaded for who never looks back', async () => {
  await using world = await ratedWorld(cluster)
  const tariffId = await giveTariff(world.operator)
  const body = { validFrom: '2026-01-01', tariffId, extensions: 1, bundles: [] }
  assert.equal((await world.operator('PATCH', `/customer-tariffs?tenantId=${BOLT}`, body)).status, 200)
  const later = await world.operator('POST', `/tariffs/${tariffId}/versions`, { ...DOCUMENT, validFrom: '2026-07-01' })
  assert.equal(later.status, 201)
  const books = new TariffBooks(1)
  const [march, november] = [Date.parse('2026-03-01T12:00:00Z'), Date.parse('2026-11-22T12:00:00Z')]
  const all = await world.database.withOperator((tx) => customerBooks(tx, books))
  for (const atMs of [march, november]) {
    const [acme, bolt] = [ACME, BOLT].map((id) => all.get(id)?.tariffs.at(atMs)?.tariff)
    assert.ok(acme)
    assert.equal(bolt, acme)
  }
  const now = (await world.database.withOperator((tx) => customerBooks(tx, books, undefined, november))).get(ACME)
  assert.deepEqual([now?.tariffs.at(march)?.id, now?.tariffs.at(november)?.id], [undefined, later.body.id])
})

test('a month with answered calls that no tariff priced is not billed without a word, but for who pays its calls elsewhere', async () => {
  await using world = await ratedWorld(cluster)
  const charges = callCharges(world.parts.books, new Catalogue(world.database))
  const objection = (month: string) => world.database.withOperator(async (tx) => charges.objection?.(tx, ACME, monthOf(month)))
  const { answeredAtMs: _, ...unanswered } = used('unanswered')
  world.told.push(used('a'), used('b', MOBILE), unanswered, used('theirs', { tenantId: BOLT }))
  await world.rateAll()
  const found = await objection('2026-11')
  assert.ok(found)
  assert.equal(found.code, 'no-tariff')
  assert.match(found.de, /^2 Gespräche .* bewerten Sie den Monat neu/)
  assert.match(found.en, /^2 calls .* rate the month anew/)
  assert.equal(await objection('2026-10'), undefined)
  await giveTariff(world.operator, { bundles: [] })
  assert.ok(await objection('2026-11'))
  await world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply: true })
  assert.equal(await objection('2026-11'), undefined)
})

test('a month of more calls than are read at a time is rated anew whole', async () => {
  await using world = await ratedWorld(cluster)
  // Of the same second, so that pages end between calls that ended together.
  for (let index = 0; index < 2_005; index++) world.told.push(used(`call-${index}`, MOBILE))
  await world.rateAll()
  await giveTariff(world.operator, { bundles: [] })
  const rerate = (apply: boolean) => world.operator('POST', '/rated-calls/rerate', { tenantId: ACME, month: '2026-11', apply })
  for (const apply of [false, true]) assert.partialDeepStrictEqual((await rerate(apply)).body, { calls: 2_005, different: 2_005 })
  assert.equal((await rerate(false)).body.different, 0)
})

test('more calls than a question reads are rated anew all the same, page by page, in the order of answers, bundles going from page to page', async () => {
  await using world = await ratedWorld(cluster)
  await giveTariff(world.operator)
  const { database, parts } = world
  const ids = ['a', 'b', 'c', 'd', 'e']
  // Each of three minutes, the free ten of which the last three have first. The first one ends last.
  const legs = ids.map((id, index) => used(id, { answeredAtMs: LATER_MS + index * 1_000 }, id === 'a' ? 180 : 170))
  world.told.push(...legs.toReversed())
  await world.rateAll(1)
  const listed = async () => prices(await world.operator('GET', '/rated-calls')).toSorted()
  const known = ['a rated 0.0453', 'b rated 0.0302', 'c rated 0.00', 'd rated 0.00', 'e rated 0.00']
  assert.deepEqual(await listed(), known)
  const rerate = (apply: boolean, most: number) =>
    rerateMonth(database, parts.books, { tenantId: ACME, month: '2026-11-01', knownAtMs: world.clock.epochMs(), apply, most, atATime: 2 })
  await assert.rejects(rerate(false, 4), (error) => error instanceof TooManyToRerate && error.message.includes('"apply": true'))
  assert.partialDeepStrictEqual(await rerate(false, 5), { calls: 5, different: 4 })
  assert.deepEqual(await listed(), known)
  assert.partialDeepStrictEqual(await rerate(true, 1), { calls: 5, invoiced: 0, different: 4 })
  const inOrder = ['a rated 0.00', 'b rated 0.00', 'c rated 0.00', 'd rated 0.0302', 'e rated 0.0453']
  assert.deepEqual(await listed(), inOrder)
  const { rows } = await database.withOperator((tx) => sql<{ seconds: number }>`SELECT seconds FROM bundle_use`.execute(tx.tables()))
  assert.deepEqual(rows, [{ seconds: 600 }])
  assert.equal((await rerate(true, 1)).different, 0)
  await database.withOperator((tx) => putOnInvoice(tx, BOLT, ['d', 'e']))
  assert.partialDeepStrictEqual(await rerate(false, 3), { calls: 3, invoiced: 2, different: 0 })
})
