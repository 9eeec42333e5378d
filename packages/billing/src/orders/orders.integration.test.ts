/** The life of orders by the calendar: what happens by itself, and what after a failure. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, findSite, findTenant } from '@klinke/accounts'
import { platformMigrations, type Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { openProvider } from '../contracts/test-support/provider.ts'
import { billingMigrations } from '../migrations.ts'
import { FakeProvisioning } from './test-support/fake-provisioning.ts'
import { loadProfile, newOrderForm, orderBecomes, orderMade, stockNumbers } from './test-support/given-orders.ts'

const DAY_MS = 86_400_000
const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const FLAT = [
  { item: 'base', quantity: 1 },
  { item: 'extension', quantity: 5 },
  { item: 'channel', quantity: 2 },
]

test('ORD-01, ORD-02: an order lives until its contract ends: then the customer is suspended; a notice names the earliest end', async () => {
  const exchange = new FakeProvisioning()
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, clock, database } = running
  await loadProfile(operator, 'flat')
  const provisioned = await orderMade(running, newOrderForm('flat', FLAT), ['check', 'confirm', 'provision'])
  assert.equal(provisioned.body.state, 'provisioned', JSON.stringify(provisioned.body))
  assert.deepEqual(exchange.asked, ['extensions 10 11 12 13 14'])
  assert.equal(exchange.invited.length, 1)
  await clock.advance(DAY_MS)
  const active = await orderBecomes(running, provisioned.body.id, 'active')
  const contractId = String(active.contractId)
  const november = await operator('GET', `/contracts/${contractId}/charges?month=2026-11`)
  // 5 × 8.50 and 2 × 3.90 on eight of thirty days, 199 for the set-up.
  assert.deepEqual(november.body.total, { amount: '212.41', currency: 'EUR' })

  const { items } = (await operator('GET', `/contracts/${contractId}`)).body as { items: { id: string; item: string }[] }
  const channel = items.find(({ item }) => item === 'channel')
  const fewer = { kind: 'change', contractId, wishDate: '2026-12-01', items: [{ itemId: channel?.id, quantity: 1 }] }
  const preview = await operator('POST', '/orders/preview', { form: fewer })
  assert.deepEqual(
    (preview.body.earliest as { until: string }[]).map(({ until }) => until),
    ['2026-12-31', '2027-11-22'],
  )
  assert.match(JSON.stringify(preview.body.faults), /nächstmögliche Tag ist der 01.01.2027/)
  const changed = await orderMade(running, { ...fewer, wishDate: '2027-01-01' }, ['check', 'confirm', 'provision'])
  assert.equal(changed.body.state, 'confirmed', 'what is due later waits')
  const tenantId = String(active.tenantId)
  const channels = async () => (await database.withOperator((tx) => findTenant(tx, tenantId)))?.profile.admission?.channels?.both
  assert.equal(await channels(), 12)
  await clock.advance(40 * DAY_MS)
  await orderBecomes(running, changed.body.id, 'active')
  assert.equal(await channels(), 11)

  const customer = await running.as(tenantId)
  const notice = { kind: 'change', contractId, wishDate: '2027-01-04', cancel: {} }
  const asked = await customer('POST', '/orders', { form: notice })
  assert.equal(asked.status, 201, JSON.stringify(asked.body))
  assert.equal((await customer('POST', `/orders/${String(asked.body.id)}/steps`, { step: 'confirm' })).status, 403)
  for (const step of ['check', 'confirm', 'provision']) await operator('POST', `/orders/${String(asked.body.id)}/steps`, { step })
  const ended = (await operator('GET', `/contracts/${contractId}`)).body as { cancellation: { until: string } }
  assert.equal(ended.cancellation.until, '2027-11-22')
  await clock.advance(326 * DAY_MS)
  await orderBecomes(running, provisioned.body.id, 'terminated')
  assert.equal((await database.withOperator((tx) => findTenant(tx, tenantId)))?.suspended, true)

  await database.withOperator((tx) =>
    tx.tables<{ readonly tenant: { readonly id: string } }>().deleteFrom('tenant').where('id', '=', tenantId).execute(),
  )
  const gone = (await operator('GET', `/orders/${String(provisioned.body.id)}`)).body
  assert.deepEqual([gone.state, gone.form, gone.tasks], ['deleted', null, []])
})

test('ORD-05: the contract begins with the first use, or on the third working day after the hand-over', async () => {
  const exchange = new FakeProvisioning()
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, clock } = running
  await loadProfile(operator, 'quota')
  await stockNumbers(running)
  const items = [
    { item: 'quota-10', quantity: 1 },
    { item: 'extension', quantity: 10 },
  ]
  const steps = ['check', 'confirm', 'provision']
  // Handed over on Sunday, 22 November: Wednesday is the third working day.
  const late = await orderMade(running, newOrderForm('quota', items), steps)
  assert.equal(late.body.contractId, null, JSON.stringify(late.body))
  await clock.advance(5 * DAY_MS)
  const begun = await orderBecomes(running, late.body.id, 'active')
  const contract = await operator('GET', `/contracts/${String(begun.contractId)}`)
  assert.equal(contract.body.begins, '2026-11-25')

  const other = { sipDomain: 'other.example.org', administrator: { name: 'Olga', email: 'olga@example.org' }, wishDate: '2026-11-30' }
  const early = await orderMade(running, newOrderForm('quota', items, other), steps)
  exchange.used = new Date(clock.epochMs() + DAY_MS)
  await clock.advance(DAY_MS + 3_600_000)
  const used = await orderBecomes(running, early.body.id, 'active')
  assert.equal((await operator('GET', `/contracts/${String(used.contractId)}`)).body.begins, '2026-11-28')
})

test('ORD-06, BIL-09: without a check of credit an order is confirmed at once; who orders to pay beforehand has an account', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator } = running
  for (const name of ['quota', 'flat']) await loadProfile(operator, name)
  await stockNumbers(running)
  const unchecked = await orderMade(running, newOrderForm('quota', [{ item: 'quota-10', quantity: 1 }]), ['confirm'])
  assert.equal(unchecked.body.state, 'confirmed', JSON.stringify(unchecked.body))
  const prepaid = newOrderForm('flat', FLAT, { payment: 'prepaid' })
  const early = await orderMade(running, prepaid, ['confirm'])
  assert.equal(early.body.type, 'urn:klinke:problem:order-step-impossible')
  const [order] = (await operator('GET', '/orders?state=ordered')).body.items as { id: string }[]
  for (const step of ['check', 'confirm', 'provision']) await operator('POST', `/orders/${order?.id}/steps`, { step })
  const { tenantId } = (await operator('GET', `/orders/${order?.id}`)).body
  const account = await operator('GET', `/prepaid-account?tenantId=${String(tenantId)}`)
  assert.deepEqual([account.status, account.body.prepaid], [200, true])
  const by = await operator('POST', '/orders', { form: { ...prepaid, payment: 'transfer', sipDomain: 'transfer.example.org' } })
  assert.deepEqual([by.status, (by.body.errors as { pointer: string }[])[0]?.pointer], [400, '/form/payment'])
})

test('what fails is told in words, leaves what was done, and is tried again', async () => {
  const exchange = new FakeProvisioning()
  exchange.failures = 1
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator } = running
  await loadProfile(operator, 'flat')
  const failed = await orderMade(running, newOrderForm('flat', FLAT), ['check', 'confirm', 'provision'])
  assert.deepEqual([failed.status, failed.body.type], [409, 'urn:klinke:problem:order-provisioning-stopped'])
  const [order] = (await operator('GET', '/orders')).body.items as { id: string; tenantId: string }[]
  const shown = (await operator('GET', `/orders/${order?.id}`)).body as {
    tasks: { title: { de: string }; trouble: { de: string } | null; doneAt: string | null }[]
  }
  assert.deepEqual(
    shown.tasks.flatMap(({ title, trouble }) => (trouble === null ? [] : [`${title.de}: ${trouble.de}`])),
    ['Nebenstellen anlegen (5): Die Nebenstelle 10 gibt es schon.'],
  )
  const again = await operator('POST', `/orders/${order?.id}/steps`, { step: 'provision' })
  assert.deepEqual([again.status, again.body.state, again.body.tenantId], [200, 'provisioned', order?.tenantId])
  assert.deepEqual(exchange.asked, ['extensions 10 11 12 13 14'])
})

test('NUM-02: in its Ortsnetz a site moves with its numbers; elsewhere it needs new ones, and neither before help was told', async () => {
  const exchange = new FakeProvisioning()
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator } = running
  await loadProfile(operator, 'flat')
  const provisioned = await orderMade(running, newOrderForm('flat', FLAT), ['check', 'confirm', 'provision'])
  const { contractId, tasks } = provisioned.body as { contractId: string; tasks: { title: { en: string }; result: string }[] }
  const siteId = tasks.find(({ title }) => title.en === 'Create the site')?.result
  const to = { name: 'Neu', areaCode: '221', address: { ...ADDRESS, street: 'Lange Straße' } }
  const move = { kind: 'move', contractId, siteId, site: to, wishDate: '2026-12-07' }
  const preview = async (form: object) => (await operator('POST', '/orders/preview', { form })).body
  assert.deepEqual((await preview(move)).faults, [])
  assert.deepEqual((await preview(move)).move, { numbersStay: true, ending: [], earliest: '2026-11-30' })
  // Told seven days before: Sunday, 29 November is no day to be wished for.
  const earliest = await operator('GET', `/contracts/${contractId}/earliest-move`)
  assert.partialDeepStrictEqual([earliest.status, earliest.body], [200, { day: '2026-11-30', noticeDays: 7 }])
  assert.deepEqual(
    (earliest.body.numbers as { item: string; size: number }[]).map(({ item, size }) => `${item} ${size}`),
    ['number-single 1', 'number-ten 10', 'number-hundred 100'],
  )
  assert.match(JSON.stringify((await preview({ ...move, wishDate: '2026-11-27' })).faults), /frühestens zum 30\.11\.2026/)
  const away = { ...move, site: { ...to, areaCode: '30' } }
  assert.match(JSON.stringify((await preview(away)).faults), /bleiben in ihrem Ortsnetz/)
  // Somebody has left the area code as it was: 110 would look for Berlin in Köln.
  const there = { ...move, site: { ...to, address: { ...ADDRESS, postalCode: '10115', city: 'Berlin' } } }
  assert.match(JSON.stringify((await preview(there)).faults), /liegt im Ortsnetz 030, nicht in 0221/)
  const moved = await orderMade(running, move, ['check', 'confirm', 'provision'])
  assert.equal(moved.body.state, 'active', JSON.stringify(moved.body))
})

test('NUM-02: a site moves into another Ortsnetz: new numbers are known before, and on the day they replace the old ones, which rest', async () => {
  const exchange = new FakeProvisioning()
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, database, clock } = running
  await loadProfile(operator, 'flat')
  await stockNumbers(running)
  const items = [...FLAT, { item: 'number-ten', quantity: 1 }]
  const provisioned = await orderMade(running, newOrderForm('flat', items), ['check', 'confirm', 'provision'])
  const { contractId, tasks, tenantId } = provisioned.body as {
    contractId: string
    tenantId: string
    tasks: { kind: string; result: string }[]
  }
  const siteId = tasks.find(({ kind }) => kind === 'site')?.result ?? ''
  await stockNumbers(running, { e164: '+4930987000', area_code: '30' })
  const to = { name: 'Zentrale', areaCode: '30', address: { ...ADDRESS, postalCode: '10115', city: 'Berlin' } }
  const move = { kind: 'move', contractId, siteId, site: to, wishDate: '2026-12-07', items: [{ item: 'number-ten', quantity: 1 }] }
  const preview = await operator('POST', '/orders/preview', { form: move })
  assert.deepEqual(preview.body.faults, [])
  const ending = [{ first: '+49221987000', size: 10 }]
  assert.deepEqual(preview.body.move, { numbersStay: false, ending, earliest: '2026-11-30' })
  const before = await orderMade(running, move, ['check', 'confirm', 'provision'])
  assert.deepEqual([before.status, before.body.state], [200, 'confirmed'], 'it waits for the day')
  const seen = () =>
    database.withOperator(async (tx) => ({
      site: (await findSite(tx, siteId))?.areaCode,
      ranges: await rangesOf(tx, tenantId),
    }))
  const known = { '+49221987000': 'active', '+4930987000': 'ordered' }
  assert.deepEqual(await seen(), { site: '221', ranges: known })

  await clock.advance(Date.parse('2026-12-07T00:30:00Z') - clock.epochMs())
  await orderBecomes(running, before.body.id, 'active')
  assert.deepEqual(await seen(), { site: '30', ranges: { '+49221987000': 'quarantined', '+4930987000': 'active' } })
  assert.equal(exchange.asked.at(-1), 'renumber +49221987000 to +4930987000')
  const order = (await operator('GET', `/orders/${String(before.body.id)}`)).body as { tasks: { kind: string; result: string }[] }
  assert.equal(order.tasks.find(({ kind }) => kind === 'renumber')?.result, '+49221987000 → +4930987000')
})

/** First numbers of a customer with their states. */
async function rangesOf(tx: Tx, tenantId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx
    .tables<{ readonly number_range: { readonly e164: string; readonly tenant_id: string; readonly state: string } }>()
    .selectFrom('number_range')
    .select(['e164', 'state'])
    .where('tenant_id', '=', tenantId)
    .orderBy('e164')
    .execute()
  return Object.fromEntries(rows.map(({ e164, state }) => [e164, state]))
}
