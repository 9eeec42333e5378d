/** Profiles, contracts and changed prices over the API: what the operator does, and what the customer sees. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, findTenant } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestClient, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { amountOf } from '../amounts.ts'
import { Catalogue } from '../catalogue/catalogue.ts'
import { exampleProfiles } from '../catalogue/examples.ts'
import { monthOf } from '../invoices/period.ts'
import { billingMigrations } from '../migrations.ts'
import { NOTHING_COUNTED } from './charge-source.ts'
import { chargeEvent } from './event-fees.ts'
import { contractCharges } from './invoiced-charges.ts'
import { openProvider, type Provider, TODAY } from './test-support/provider.ts'
import { contractView } from './views.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const provider = (): Promise<Provider> => openProvider(cluster)
function problem({ status, body }: TestAnswer): readonly unknown[] {
  return [status, String(body.type).replace('urn:klinke:problem:', '')]
}

async function load(operator: TestClient, name: string, change: (yaml: string) => string = (yaml) => yaml): Promise<string> {
  const source = (await exampleProfiles()).find(({ file }) => file === `${name}.yaml`)
  const answer = await operator('POST', '/product-profiles', { yaml: change(source?.text ?? ''), file: `${name}.yaml` })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return String(([answer.body.history].flat()[0] as { readonly id: string }).id)
}

interface Shown {
  readonly id: string
  readonly items: readonly {
    readonly id: string
    readonly item: string
    readonly quantity: number
    readonly price: unknown
    readonly earliestEnd: unknown
  }[]
}

async function contracted({ operator }: Provider, tenantId: string, more: object = {}): Promise<Shown> {
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 12 },
    { item: 'flat-fixed', quantity: 1 },
  ]
  const answer = await operator('POST', '/contracts', { tenantId, profileId: 'flat', begins: '2026-11-01', items, ...more })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return contractView.parse(answer.body)
}

test('BIL-01: the operator checks and loads a profile; a wrong one says file, line and what to do; the same file twice is one version', async () => {
  await using running = await provider()
  const { operator } = running
  const examples = (await operator('GET', '/example-product-profiles')).body.items ?? []
  assert.deepEqual(
    examples.map(({ file }) => file),
    ['channels.yaml', 'flat.yaml', 'packages.yaml', 'quota.yaml', 'trunks.yaml'],
  )
  for (const body of examples) assert.equal((await operator('POST', '/product-profiles', body)).status, 201, String(body.file))
  const wrong = { yaml: String(examples[1]?.yaml).replace('price: 8.50', 'price: 8,50'), file: 'flat.yaml' }
  assert.partialDeepStrictEqual((await operator('POST', '/product-profiles/check', wrong)).body, { faults: [{ path: 'items[0].price' }] })
  const refused = await operator('POST', '/product-profiles', wrong, { 'accept-language': 'de' })
  assert.deepEqual(problem(refused), [400, 'invalid-request'])
  assert.match(String(refused.body.detail), /^flat\.yaml, Zeile \d+, items\[0\]\.price: muss ein Betrag/)
  assert.equal(await load(operator, 'flat'), await load(operator, 'flat'))
  const next = await load(operator, 'flat', (yaml) =>
    yaml.replace('validFrom: 2026-01-01', 'validFrom: 2027-01-01').replace('price: 8.50', 'price: 8.90'),
  )
  const { body } = await operator('GET', '/product-profiles/flat')
  assert.partialDeepStrictEqual(body, { current: { number: 1 }, versions: 2, contracts: 0, terms: [12] })
  assert.match(String((await operator('GET', `/product-profiles/flat/versions/${next}`)).body.yaml), /^# \[F\]/)
  assert.equal((await operator('GET', '/product-profiles')).body.items?.length, 5)
})

test('what is loaded is never changed, not even by who reaches the database', async () => {
  await using running = await provider()
  await load(running.operator, 'flat')
  await contracted(running, await running.customer('alice'))
  const change = (table: 'product_profile_version' | 'contract_event') =>
    running.database.withOperator((tx) =>
      tx
        .tables<Record<typeof table, { kind: string; number: number }>>()
        .updateTable(table)
        .set(table === 'contract_event' ? { kind: 'x' } : { number: 9 })
        .execute(),
    )
  await assert.rejects(change('product_profile_version'), /never changed/)
  await assert.rejects(change('contract_event'), /permission denied|never changed/)
})

test('a contract begins: the exchange gets the profile’s settings, the customer sees its contract with the earliest dates, nobody else does', async () => {
  await using running = await provider()
  const { operator, database } = running
  await load(operator, 'flat')
  const [alice, bob] = [await running.customer('alice'), await running.customer('bob')]
  const made = await contracted(running, alice)
  const tenant = await database.withOperator((tx) => findTenant(tx, alice))
  assert.partialDeepStrictEqual(tenant?.profile, { maxConferenceMembers: 99, voicemailDays: 60, admission: { channels: { both: 10 } } })
  const own = (await (await running.as(alice))('GET', '/contracts')).body.items?.[0]
  assert.partialDeepStrictEqual(own, {
    ...{ profile: 'flat', begins: '2026-11-01', term: { months: 12, ends: '2027-10-31' } },
    earliestEnd: { until: '2027-10-31', noticeBy: '2027-07-31', layer: { de: 'Bestellschein' } },
  })
  const [base, extension, flat] = (own?.items ?? []) as Shown['items']
  assert.partialDeepStrictEqual(base, { quantity: 1, earliestEnd: { until: '2026-12-31', layer: { en: 'General terms' } } })
  assert.partialDeepStrictEqual(extension, {
    quantity: 12,
    price: { amount: '8.50', currency: 'EUR' },
    earliestEnd: { until: '2026-12-31', noticeBy: '2026-12-17' },
  })
  assert.partialDeepStrictEqual(flat, { follows: { de: 'Nebenstelle' }, earliestEnd: { until: '2027-02-28' } })
  const asBob = await running.as(bob)
  assert.equal((await asBob('GET', `/contracts/${made.id}`)).status, 404)
  assert.equal((await asBob('GET', '/contracts')).body.items?.length, 0)
  assert.equal((await (await running.as(alice))('POST', `/contracts/${made.id}/cancellation`, {})).status, 403)
  assert.partialDeepStrictEqual((await operator('GET', '/product-profiles/flat/customers')).body.items, [
    { tenantId: alice, tenantName: 'alice', ends: null },
  ])
})

test('a contract that begins later leaves the exchange as it is until its first day', async () => {
  await using running = await provider()
  await load(running.operator, 'flat')
  const alice = await running.customer('alice')
  await contracted(running, alice, { begins: '2026-12-01' })
  const members = async () => (await running.database.withOperator((tx) => findTenant(tx, alice)))?.profile.maxConferenceMembers
  assert.equal(await members(), undefined)
  await running.clock.advance(8 * 86_400_000)
  assert.equal(await members(), undefined, 'on the last day before')
  await eventually('its settings are there', async () => {
    await running.clock.advance(3_600_000)
    return (await members()) === 99
  })
})

test('quantities change by the terms, what it means is told before, and the month costs what was agreed', async () => {
  await using running = await provider()
  const { operator } = running
  await load(operator, 'flat')
  const { id, items } = await contracted(running, await running.customer('alice'))
  const extension = items.find(({ item }) => item === 'extension')?.id
  const path = `/contracts/${id}`
  const fewer = { from: '2026-12-01', items: [{ itemId: extension, quantity: 11 }] }
  const early = await operator('POST', `${path}/changes`, fewer, { 'accept-language': 'de' })
  assert.deepEqual(problem(early), [422, 'contract-too-early'])
  assert.match(String(early.body.detail), /der nächstmögliche Tag ist der 01\.01\.2027/)
  const more = {
    from: '2026-11-22',
    items: [
      { itemId: extension, quantity: 16 },
      { item: 'queue', quantity: 1 },
    ],
  }
  const preview = await operator('POST', `${path}/changes/preview`, more)
  assert.deepEqual(
    (preview.body.effects as { de: string }[]).map(({ de }) => de),
    ['Nebenstelle: 16 ab 22.11.2026.', 'Warteschlange: 1 ab 22.11.2026.'],
  )
  assert.partialDeepStrictEqual((await operator('GET', path)).body.items?.[1], { quantity: 12 })
  assert.equal((await operator('POST', `${path}/changes`, more)).status, 201)
  assert.deepEqual(problem(await operator('POST', `${path}/changes`, { ...more, from: '2026-10-31' })), [422, 'contract-month-closed'])
  assert.equal((await operator('POST', `${path}/one-offs`, { item: 'number-single', quantity: 2, note: '+49 221 123456' })).status, 201)
  const { body } = await operator('GET', `${path}/charges?month=2026-11`)
  assert.deepEqual(
    body.items?.map(({ item, quantity, amount }) => `${String(quantity)} ${String(item)} ${(amount as { amount: string }).amount}`),
    // 12 × 8.50 × 21/30; 16 × 7.90 × 9/30; 14.90 × 9/30; 16 × 6.90 (the most of the month); 199; 2 × 4.90
    ['12 extension 71.40', '16 extension 37.92', '1 queue 4.47', '16 flat-fixed 110.40', '1 base 199.00', '2 number-single 9.80'],
  )
  assert.deepEqual(body.total, { amount: '432.99', currency: 'EUR' })
  const told = (await operator('GET', `${path}/events`)).body.items ?? []
  assert.partialDeepStrictEqual(told[0], { text: { de: 'Einmalig am 22.11.2026: 2 × Neue Einzelrufnummer.' } })
})

test('notice ends a contract when the terms say, is withdrawn while it is to come, and a reason makes another day possible', async () => {
  await using running = await provider()
  const { operator } = running
  await load(operator, 'flat')
  const { id } = await contracted(running, await running.customer('alice'))
  const path = `/contracts/${id}`
  const early = await operator('POST', `${path}/cancellation`, { until: '2026-12-31' })
  assert.deepEqual(problem(early), [422, 'contract-too-early'])
  assert.match(String(early.body.detail), /next possible end is 2027-10-31, with notice by 2027-07-31/)
  const ended = await operator('POST', `${path}/cancellation`, {})
  assert.partialDeepStrictEqual(ended.body, { cancellation: { until: '2027-10-31', reason: null } })
  assert.deepEqual(problem(await operator('POST', `${path}/cancellation`, {})), [409, 'contract-cancelled-already'])
  const { eventId } = ended.body.cancellation as { eventId: string }
  assert.equal((await operator('POST', `${path}/withdrawals`, { eventId })).body.cancellation, null)
  assert.deepEqual(problem(await operator('POST', `${path}/withdrawals`, { eventId })), [409, 'contract-nothing-to-withdraw'])
  const moved = await operator('POST', `${path}/cancellation`, { until: '2026-12-31', reason: 'Umzug in ein Gebiet ohne Anschluss' })
  assert.partialDeepStrictEqual(moved.body, { cancellation: { until: '2026-12-31' } })
  assert.partialDeepStrictEqual((await operator('GET', '/product-profiles/flat/customers')).body.items, [{ ends: '2026-12-31' }])
})

test('NUM-09: an event costs what the version says that the contract holds, of several contracts that of the one whose product names it', async () => {
  await using running = await provider()
  const { operator, database } = running
  for (const name of ['flat', 'packages']) await load(operator, name)
  const tenantId = await running.customer('alice')
  const { id } = await contracted(running, tenantId)
  const beside = { tenantId, profileId: 'packages', begins: '2026-11-02', items: [{ item: 'base', quantity: 1 }] }
  assert.equal((await operator('POST', '/contracts', beside)).status, 201)
  await load(operator, 'flat', (yaml) => yaml.replace('validFrom: 2026-01-01', 'validFrom: 2026-11-15').replace('price: 29,', 'price: 99,'))
  const event = { tenantId, note: '+4915112345678', siteId: null, on: Temporal.PlainDate.from(TODAY) }
  assert.ok(await database.withOperator((tx) => chargeEvent(tx, 'clipValidation', event, { by: 'test', atMs: running.clock.epochMs() })))
  const { items } = (await operator('GET', `/contracts/${id}/charges?month=2026-11`)).body
  const once = (items as { item: string; amount: unknown }[]).filter(({ item }) => item === 'clip-validation')
  assert.partialDeepStrictEqual(once, [{ amount: { amount: '29.00' } }])
})

test('BIL-07: changed prices: each customer is told by mail before they hold; a mail server that is away makes them later, not the notice shorter', async () => {
  await using running = await provider()
  const { operator, clock, mails } = running
  await load(operator, 'flat')
  const { id } = await contracted(running, await running.customer('alice'))
  const versionId = await load(operator, 'flat', (yaml) =>
    yaml.replace('validFrom: 2026-01-01', 'validFrom: 2026-12-01').replace('price: 8.50', 'price: 9.00'),
  )
  running.mailIsAway(true)
  const path = '/product-profiles/flat/price-changes'
  assert.deepEqual(problem(await operator('POST', path, { versionId, rule: 'no-such-rule' })), [422, 'price-change-rule-unknown'])
  const made = await operator('POST', path, { versionId })
  // Two weeks before the next month have passed on 22 November.
  assert.partialDeepStrictEqual([made.status, made.body], [201, { rule: 'price-list', wantedFrom: '2027-01-01' }])
  const state = async () => (await operator('GET', path)).body.items?.[0]
  await eventually('it is waiting', async () => (await state())?.waiting === 1)
  await clock.advance(30 * 86_400_000)
  const failed = running.failedMails()
  await eventually('it was tried on that day, too', async () => {
    await clock.advance(600_000)
    return running.failedMails() > failed + 1
  })
  running.mailIsAway(false)
  await eventually('the customer is told', async () => {
    await clock.advance(600_000)
    return (await state())?.told === 1
  })
  assert.equal(mails[0]?.to, 'alice@example.org')
  assert.match(mails[0]?.text ?? '', /ab 01\.02\.2027 gelten .* neue Preise[\s\S]*- Nebenstelle: bisher 8,50 EUR, künftig 9,00 EUR/)
  assert.match(mails[0]?.text ?? '', /- Nebenstelle, ab 15: bisher 7,90 EUR für alle, künftig 7,90 EUR für alle\n/)
  assert.doesNotMatch(mails[0]?.text ?? '', /Flatrate Festnetz/)
  assert.partialDeepStrictEqual((await operator('GET', `/contracts/${id}`)).body.newPrices, [{ from: '2027-02-01', versionId }])
  const priceIn = async (month: string) => {
    const lines = (await operator('GET', `/contracts/${id}/charges?month=${month}`)).body.items ?? []
    return lines.find(({ item }) => item === 'extension')?.unitPrice
  }
  assert.deepEqual(
    [await priceIn('2027-01'), await priceIn('2027-02')],
    [
      { amount: '8.50', currency: 'EUR' },
      { amount: '9.00', currency: 'EUR' },
    ],
  )
  await clock.advance(3_600_000)
  assert.partialDeepStrictEqual(await state(), { percent: 100, waiting: 0 })
  assert.equal(mails.length, 1)
})

test('what a contract costs goes to the invoice of each month once; a month that was left out comes with the next', async () => {
  await using running = await provider()
  const { operator, database } = running
  await load(operator, 'flat')
  const alice = await running.customer('alice')
  await contracted(running, alice)
  const source = contractCharges(new Catalogue(database), NOTHING_COUNTED)
  const owed = (month: string) => database.withOperator((tx) => source.of(tx, alice, monthOf(month)))
  const lines = await owed('2026-11')
  assert.deepEqual(
    lines.map(({ basis, netMicros }) => [basis.reference.slice(0, 7), amountOf(netMicros)]),
    // 12 × 8.50, set-up 199.00, 12 × 6.90
    [
      ['2026-11', '102.00'],
      ['2026-11', '82.80'],
      ['2026-11', '199.00'],
    ],
  )
  assert.equal((await owed('2026-12')).length, 5, 'November was left out')
  const told = lines.map(({ basis, netMicros }) => ({ invoiceId: 'i', tenantId: alice, basis, netMicros }))
  await database.withOperator(async (tx) => source.billed?.(tx, told))
  assert.deepEqual(await owed('2026-11'), [])
  assert.deepEqual(
    (await owed('2026-12')).map(({ basis }) => basis.reference.slice(0, 7)),
    ['2026-12', '2026-12'],
  )
})
