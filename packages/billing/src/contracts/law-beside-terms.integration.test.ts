/** What law gives consumers and small enterprises beside the terms of a product, over the API (§§ 56, 57, 71 TKG). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, findTenant, updateTenant } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestClient, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { exampleProfiles } from '../catalogue/examples.ts'
import { billingMigrations } from '../migrations.ts'
import { FakeProvisioning } from '../orders/test-support/fake-provisioning.ts'
import { newOrderForm, orderBecomes, orderMade } from '../orders/test-support/given-orders.ts'
import { openProvider, type Provider } from './test-support/provider.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function load(operator: TestClient, change: (yaml: string) => string = (yaml) => yaml): Promise<string> {
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  const answer = await operator('POST', '/product-profiles', { yaml: change(source?.text ?? ''), file: 'flat.yaml' })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return String(([answer.body.history].flat()[0] as { readonly id: string }).id)
}

/** A customer of that kind with twelve extensions since November 2025: the first term is over. */
async function contracted({ operator, database, customer }: Provider, name: string, customerKind: 'consumer' | 'enterprise') {
  const tenantId = await customer(name)
  await database.withOperator((tx) => updateTenant(tx, tenantId, { profile: { ...DEFAULT_PROFILE, customerKind } }))
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 12 },
  ]
  const answer = await operator('POST', '/contracts', { tenantId, profileId: 'flat', begins: '2025-11-01', items })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return { id: String(answer.body.id), earliestEnd: answer.body.earliestEnd, view: answer.body }
}

test('§ 56 (3) TKG: after the first term a consumer ends its contract on any day with a month’s notice; an enterprise at the end of the renewal', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  await load(operator)
  const [anna, muster] = [await contracted(running, 'anna', 'consumer'), await contracted(running, 'muster', 'enterprise')]
  // On 22 November 2026.
  assert.partialDeepStrictEqual(anna.earliestEnd, { until: '2026-12-22', noticeBy: '2026-11-22', layer: { de: '§ 56 Abs. 3 TKG' } })
  assert.partialDeepStrictEqual(muster.earliestEnd, { until: '2027-04-30', layer: { de: 'Bestellschein' } })
  const end = (id: string) => operator('POST', `/contracts/${id}/cancellation`, { until: '2026-12-24' })
  assert.deepEqual([(await end(anna.id)).status, (await end(muster.id)).status], [200, 422])
})

test('§ 57 TKG: consumers are told of new prices a month before and no more than two; two weeks are enough for an enterprise', async () => {
  await using running = await openProvider(cluster)
  const { operator, mails, clock } = running
  await load(operator)
  for (const [name, kind] of [
    ['anna', 'consumer'],
    ['muster', 'enterprise'],
  ] as const)
    await contracted(running, name, kind)
  const versionId = await load(operator, (yaml) =>
    yaml.replace('validFrom: 2026-01-01', 'validFrom: 2027-02-01').replace('price: 8.50', 'price: 9.00'),
  )
  assert.equal((await operator('POST', '/product-profiles/flat/price-changes', { versionId, from: '2027-02-01' })).status, 201)
  const toldTo = () => mails.map(({ to }) => to)
  await eventually('the enterprise is told at once', async () => toldTo().length === 1)
  assert.deepEqual(toldTo(), ['muster@example.org'])
  await eventually('the consumer is told in time', async () => {
    await clock.advance(86_400_000)
    return toldTo().length === 2
  })
  assert.match(mails[1]?.text ?? '', /ab 01\.02\.2027 gelten[\s\S]*ohne Frist und ohne Kosten kündigen \(§ 57 TKG\)/)
  assert.doesNotMatch(mails[0]?.text ?? '', /§ 57/)
  const day = new Date(clock.epochMs()).toISOString().slice(0, 10)
  assert.ok(day >= '2026-12-01' && day <= '2026-12-31', day)
})

test('§ 71 TKG: what kind of customer orders is kept, whatever the product says of its customers, and its contract has the floors', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator, clock, database } = running
  await load(operator, (yaml) => yaml.replace('settings:\n', 'settings:\n  customerKind: enterprise\n'))
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 3 },
  ]
  const form = newOrderForm('flat', items)
  const protectedForm = { ...form, customer: { ...form.customer, kind: 'small-enterprise' } }
  const provisioned = await orderMade(running, protectedForm, ['check', 'confirm', 'provision'])
  assert.equal(provisioned.body.state, 'provisioned', JSON.stringify(provisioned.body))
  await clock.advance(86_400_000)
  const { tenantId, contractId } = await orderBecomes(running, provisioned.body.id, 'active')
  assert.equal((await database.withOperator((tx) => findTenant(tx, String(tenantId))))?.profile.customerKind, 'small-enterprise')
  const { earliestEnd } = (await operator('GET', `/contracts/${String(contractId)}`)).body
  // Three months before by the order form, and one by law.
  assert.partialDeepStrictEqual(earliestEnd, { until: '2027-11-22', noticeBy: '2027-10-22', layer: { de: '§ 56 Abs. 3 TKG' } })
})
