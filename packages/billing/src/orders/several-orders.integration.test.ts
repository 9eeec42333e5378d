/** What one order of a customer leaves of the others, and what a cancelled one leaves of the contract. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, findTenant } from '@klinke/accounts'
import { platformMigrations, type Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { openProvider } from '../contracts/test-support/provider.ts'
import { findRecipient } from '../invoices/settings-store.ts'
import { billingMigrations } from '../migrations.ts'
import { findAccount } from '../prepaid/store.ts'
import { FakeProvisioning } from './test-support/fake-provisioning.ts'
import { loadProfile, newOrderForm, orderBecomes, orderMade, stockNumbers } from './test-support/given-orders.ts'

const DAY_MS = 86_400_000
const FLAT = [
  { item: 'base', quantity: 1 },
  { item: 'extension', quantity: 5 },
  { item: 'channel', quantity: 2 },
]
const QUOTA = [
  { item: 'quota-10', quantity: 1 },
  { item: 'extension', quantity: 10 },
]
const ALL = ['check', 'confirm', 'provision']

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('ORD-01: a change and a notice that are confirmed are in the contract, and are not cancelled; a new order is, until something is set up', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator, clock } = running
  await loadProfile(operator, 'flat')
  const first = await orderMade(running, newOrderForm('flat', FLAT), ALL)
  await clock.advance(DAY_MS)
  const { contractId } = await orderBecomes(running, first.body.id, 'active')
  const more = { kind: 'change', contractId, wishDate: '2026-12-01', items: [{ item: 'extension', quantity: 5 }] }
  const december = async () => (await operator('GET', `/contracts/${String(contractId)}/charges?month=2026-12`)).body.total
  const before = await december()
  const checked = await orderMade(running, more, ['check', 'cancel'])
  assert.deepEqual([checked.body.state, await december()], ['cancelled', before])

  const confirmed = await orderMade(running, more, ['check', 'confirm'])
  assert.deepEqual(confirmed.body.steps, ['provision'])
  const refused = await operator('POST', `/orders/${String(confirmed.body.id)}/steps`, { step: 'cancel' })
  assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:order-begun'])
  assert.notDeepEqual(await december(), before)
  const notice = await orderMade(running, { ...more, items: [], cancel: {} }, ['check', 'confirm', 'cancel'])
  assert.equal(notice.status, 409)

  const other = { sipDomain: 'other.example.org', administrator: { name: 'Olga', email: 'olga@example.org' } }
  const fresh = await orderMade(running, newOrderForm('flat', FLAT, other), ['check', 'confirm', 'cancel'])
  assert.equal(fresh.body.state, 'cancelled')
})

function rangesOf(tx: Tx) {
  return tx
    .tables<{ readonly number_range: { readonly e164: string; readonly tenant_id: string; readonly state: string } }>()
    .selectFrom('number_range')
    .select('state')
}

test('a customer who changes its product stays connected until the new contract begins, and after', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator, clock, database } = running
  await loadProfile(operator, 'flat')
  await loadProfile(operator, 'quota')
  await stockNumbers(running)
  const first = await orderMade(running, newOrderForm('flat', FLAT), ALL)
  await clock.advance(DAY_MS)
  const { tenantId, contractId } = await orderBecomes(running, first.body.id, 'active')
  await orderMade(running, { kind: 'change', contractId, wishDate: '2026-12-01', items: [], cancel: {} }, ALL)
  await clock.advance(Date.parse('2027-11-22T12:00:00Z') - clock.epochMs())
  const olga = { wishDate: '2027-11-29', administrator: { name: 'Olga', email: 'olga@example.org' } }
  const second = await orderMade(running, newOrderForm('quota', QUOTA, olga), ALL, String(tenantId))
  assert.deepEqual([second.body.state, second.body.contractId], ['provisioned', null], JSON.stringify(second.body))

  await clock.advance(DAY_MS)
  const seen = async () =>
    database.withOperator(async (tx) => ({
      suspended: (await findTenant(tx, String(tenantId)))?.suspended,
      ranges: (await rangesOf(tx).where('tenant_id', '=', String(tenantId)).execute()).map(({ state }) => state),
    }))
  const connected = { suspended: false, ranges: ['active'] }
  await clock.advance(600_000)
  assert.equal((await operator('GET', `/orders/${String(first.body.id)}`)).body.state, 'active', 'it waits')
  await clock.advance(5 * DAY_MS)
  await orderBecomes(running, second.body.id, 'active')
  await orderBecomes(running, first.body.id, 'terminated')
  assert.deepEqual(await seen(), connected)
})

test('BIL-09: nobody pays by invoice for one product and before calling for another; credit begins behind the last day of the old one', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator, clock, database } = running
  await loadProfile(operator, 'flat')
  await stockNumbers(running)
  const first = await orderMade(running, newOrderForm('flat', FLAT), ALL)
  await clock.advance(DAY_MS)
  const { tenantId, contractId } = await orderBecomes(running, first.body.id, 'active')
  const id = String(tenantId)
  const account = () => database.withOperator((tx) => findAccount(tx, id))
  const olga = { payment: 'prepaid', administrator: { name: 'Olga', email: 'olga@example.org' } }
  const prepaid = (wishDate: string) => ({ tenantId: id, form: newOrderForm('flat', FLAT, { ...olga, wishDate }) })
  const beside = await operator('POST', '/orders', prepaid('2026-12-01'))
  assert.deepEqual([beside.status, (beside.body.errors as { pointer: string }[])[0]?.pointer], [400, '/form/payment'])

  await orderMade(running, { kind: 'change', contractId, wishDate: '2026-12-01', items: [], cancel: {} }, ALL)
  const { cancellation } = (await operator('GET', `/contracts/${String(contractId)}`)).body as { cancellation: { until: string } }
  const behind = Temporal.PlainDate.from(cancellation.until).add({ days: 1 })
  assert.equal((await operator('POST', '/orders', prepaid(cancellation.until))).status, 400, 'the old one runs on its last day')
  let wish = behind
  while (wish.dayOfWeek > 5) wish = wish.add({ days: 1 })
  await orderMade(running, prepaid(wish.toString()).form, ALL, id)
  assert.deepEqual([(await account())?.openedOn, (await account())?.endedOn], [behind.toString(), null])
})

test('a second product adds its channels to those of the first, asks the same administrator, and leaves how invoices are sent', async () => {
  const exchange = new FakeProvisioning()
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, clock, database } = running
  await loadProfile(operator, 'flat')
  await loadProfile(operator, 'channels')
  const items = [...FLAT.slice(0, 2), { item: 'channel', quantity: 20 }]
  const first = await orderMade(running, newOrderForm('flat', items), ALL)
  await clock.advance(DAY_MS)
  const { tenantId, contractId } = await orderBecomes(running, first.body.id, 'active')
  const id = String(tenantId)
  const recipient = () => database.withOperator((tx) => findRecipient(tx, id))
  const [before, channelsBefore] = [await recipient(), await channels()]
  const more = { wishDate: '2026-12-01', paperInvoice: true }
  const second = await orderMade(running, newOrderForm('channels', [{ item: 'channel-basic', quantity: 4 }], more), ALL, id)
  assert.equal(second.status, 200, JSON.stringify(second.body))
  assert.equal(await channels(), channelsBefore + 4)
  assert.deepEqual(await recipient(), before)
  assert.equal(exchange.invited.length, 1)

  const increase = { kind: 'change', contractId, wishDate: '2026-12-01', items: [{ item: 'channel', quantity: 1 }] }
  await orderMade(running, increase, ALL)
  await clock.advance(10 * DAY_MS)
  await eventually('the change is set up', async () => {
    await clock.advance(600_000)
    return (await channels()) === channelsBefore + 5
  })

  async function channels(): Promise<number> {
    return (await database.withOperator((tx) => findTenant(tx, id)))?.profile.admission?.channels?.both ?? 0
  }
})

test('a login or a domain that somebody has is told before the order is given, and again before it is confirmed', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator } = running
  await loadProfile(operator, 'flat')
  const form = newOrderForm('flat', FLAT)
  const late = await orderMade(running, form, ['check'])
  await orderMade(running, form, ALL)
  const { status, body } = await operator('POST', '/orders', { form })
  const pointers = (errors: unknown) => (errors as { pointer: string }[]).map(({ pointer }) => pointer)
  const both = ['/form/sipDomain', '/form/administrator/email']
  assert.deepEqual([status, pointers(body.errors)], [400, both])
  assert.deepEqual(pointers((await operator('POST', '/orders/preview', { form })).body.faults), both)
  const confirmed = await operator('POST', `/orders/${String(late.body.id)}/steps`, { step: 'confirm' })
  assert.deepEqual([confirmed.status, pointers(confirmed.body.errors)], [400, both])
})
