/** Orders of the trunk profile set up what they say: each of its four products new, with more and with less (ORD-01, ORD-02 [T], TRK-01, TRK-02). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

// Sites are found from then on: by the clock of the wall, too.
const clock = new VirtualClock(Date.parse('2026-01-05T09:00:00Z'))
let cluster: TestCluster
let whole: WholeApi
let operator: TestClient

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster, clock)
  operator = await whole.api.client({ kind: 'operator' })
  const yaml = await readFile(join(import.meta.dirname, '../../../../profiles/trunks.yaml'), 'utf8')
  assert.equal((await operator('POST', '/product-profiles', { yaml })).status, 201)
  assert.equal((await operator('POST', '/number-stock', { e164: '+49221987000', size: 1000 })).status, 201)
})
after(async () => {
  await whole[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const PLACES = [{ host: '192.0.2.10' }, { host: 'pbx.example.org', port: 5061 }]
const pdf = { 'content-type': 'application/pdf' }

function newOrder(items: readonly object[]) {
  return {
    ...{ kind: 'new', profileId: 'trunks', wishDate: '2026-01-05', sipDomain: 'werk.example.org', items },
    customer: { ...ADDRESS, company: 'Werk AG', phone: '+49 221 123450', email: 'rechnung@werk.example.org' },
    administrator: { name: 'Anna Admin', email: 'anna@werk.example.org' },
    site: { name: 'Werk', areaCode: '221', address: ADDRESS },
  }
}

async function step(id: unknown, name: string) {
  return operator('POST', `/orders/${String(id)}/steps`, { step: name })
}

interface Trunk {
  readonly id: string
  readonly name: string
  readonly product: string
  readonly channels: number
  readonly access: string
  readonly places: readonly { readonly host: string }[] | null
  readonly ranges: readonly { readonly first: string; readonly size: number }[]
}

async function trunksOf(tenantId: string): Promise<readonly Trunk[]> {
  return (await operator('GET', `/customer-trunks?tenantId=${tenantId}`)).body.items as unknown as readonly Trunk[]
}

/** `extended 30: +49…×100`. */
async function sold(tenantId: string): Promise<readonly string[]> {
  const all = await trunksOf(tenantId)
  return all
    .map(({ product, channels, ranges }) => [`${product} ${channels}`, ...ranges.map(({ first, size }) => `${first}×${size}`)].join(' '))
    .toSorted()
}

/** Ordered, checked, confirmed, and set up once its day has come. */
async function changed(tenantId: string, contractId: string, wishDate: string, items: readonly object[], more: object = {}) {
  const given = await operator('POST', '/orders', { tenantId, form: { kind: 'change', contractId, wishDate, items, ...more } })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  for (const name of ['check', 'confirm']) assert.equal((await step(given.body.id, name)).status, 200)
  await clock.advance(Math.max(0, Date.parse(`${wishDate}T09:00:00Z`) - clock.epochMs()))
  return { id: given.body.id, answer: await step(given.body.id, 'provision') }
}

const ITEMS = [
  { item: 'extended', quantity: 30 },
  { item: 'extended-connect', quantity: 10 },
  { item: 'extended-link', quantity: 8, places: PLACES },
  { item: 'basic', quantity: 2 },
  { item: 'number-hundred', quantity: 1 },
  { item: 'number-ten', quantity: 1 },
  { item: 'number-single', quantity: 2 },
]

test('TRK-01: a trunk whose PBX is let in by its address is ordered with it, and no other one has any', async () => {
  const faultsOf = async (items: readonly object[]) =>
    JSON.stringify((await operator('POST', '/orders/preview', { form: newOrder(items) })).body.faults)
  assert.equal(await faultsOf(ITEMS), '[]')
  assert.match(await faultsOf([{ item: 'extended-link', quantity: 8 }]), /form\/items\/0\/places.*Nennen Sie eine oder zwei/)
  assert.match(await faultsOf([{ item: 'extended', quantity: 10, places: PLACES }]), /form\/items\/0\/places.*gehört hier nicht hin/)
  assert.equal(await faultsOf([{ item: 'extended-connect', quantity: 4, places: PLACES }]), '[]')
  assert.match(await faultsOf([{ item: 'extended', quantity: 4 }]), /gibt es in diesen Mengen/)
})

test('ORD-01, ORD-02 [T]: the four products of trunks are new, get more, and get less, and the exchange has what the contract says', async () => {
  const { id } = (await operator('POST', '/orders', { form: newOrder(ITEMS) })).body
  for (const name of ['check', 'confirm']) assert.equal((await step(id, name)).status, 200)
  // NUM-02: no number before somebody has proven the site.
  assert.match(String((await step(id, 'provision')).body.detail), /nothing proves that the customer/)
  const tenantId = String((await operator('GET', `/orders/${String(id)}`)).body.tenantId)
  const [site] = (await operator('GET', `/sites?tenantId=${tenantId}`)).body.items as unknown as readonly { readonly id: string }[]
  await operator('POST', `/sites/${String(site?.id)}/proofs?name=Handelsregister`, Buffer.from('%PDF-1.7'), pdf)
  const done = await step(id, 'provision')
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal(done.body.state, 'active', JSON.stringify(done.body.tasks))
  const numbers = { hundred: '+49221987000×100', ten: '+49221987100×10' }
  assert.deepEqual(await sold(tenantId), [
    'basic 1 +49221987110×1',
    'basic 1 +49221987111×1',
    `extended 30 ${numbers.hundred}`,
    `extended-connect 10 ${numbers.ten}`,
    'extended-link 8',
  ])
  const link = (await trunksOf(tenantId)).find(({ product }) => product === 'extended-link')
  assert.partialDeepStrictEqual(link, { access: 'fixed-ip', places: [{ host: '192.0.2.10' }, { host: 'pbx.example.org', port: 5061 }] })

  const contractId = String(done.body.contractId)
  const { items } = (await operator('GET', `/contracts/${contractId}`)).body as unknown as {
    readonly items: readonly { readonly id: string; readonly item: string }[]
  }
  const to = (quantities: Readonly<Record<string, number>>) =>
    Object.entries(quantities).map(([item, quantity]) => ({ itemId: items.find((each) => each.item === item)?.id, quantity }))
  const charged = async (month: string) =>
    ((await operator('GET', `/contracts/${contractId}/charges?month=${month}`)).body.total as { readonly amount: string }).amount
  // 30 × 3.90 + 10 × 4.90 + 8 × 5.50 + 2 × 2.90.
  assert.equal(await charged('2026-02'), '215.80')

  const up = { extended: 120, 'extended-connect': 20, 'extended-link': 10, basic: 3 }
  const raised = await changed(tenantId, contractId, '2026-08-01', to(up))
  assert.equal(raised.answer.body.state, 'active', JSON.stringify(raised.answer.body))
  assert.deepEqual(await sold(tenantId), [
    'basic 1',
    'basic 1 +49221987110×1',
    'basic 1 +49221987111×1',
    `extended 120 ${numbers.hundred}`,
    `extended-connect 20 ${numbers.ten}`,
    'extended-link 10',
  ])
  // 120 × 3.20 + 20 × 4.90 + 10 × 5.50 + 3 × 2.90.
  assert.equal(await charged('2026-08'), '545.70')

  // Twelve or fewer months remained, so the term began anew: fewer from the first of August of the next year on.
  const down = { extended: 30, 'extended-connect': 10, 'extended-link': 4, basic: 2 }
  const early = await operator('POST', '/orders/preview', {
    tenantId,
    form: { kind: 'change', contractId, wishDate: '2027-01-01', items: to(down) },
  })
  assert.match(JSON.stringify(early.body.faults), /der nächstmögliche Tag ist der 01\.08\.2027/)
  const lowered = await changed(tenantId, contractId, '2027-08-01', to(down))
  assert.equal(lowered.answer.body.state, 'active', JSON.stringify(lowered.answer.body))
  assert.deepEqual(await sold(tenantId), [
    'basic 1 +49221987110×1',
    'basic 1 +49221987111×1',
    `extended 30 ${numbers.hundred}`,
    `extended-connect 10 ${numbers.ten}`,
    'extended-link 4',
  ])

  // A trunk to which numbers lead stays until somebody has taken them away, and says so.
  const gone = await changed(tenantId, contractId, '2028-08-01', to({ 'extended-connect': 0, 'extended-link': 0 }))
  assert.deepEqual([gone.answer.status, gone.answer.body.type], [409, 'urn:klinke:problem:order-provisioning-stopped'])
  assert.match(String(gone.answer.body.detail), /It is not known which trunk is meant|Numbers lead to the trunk/)
  const connect = (await trunksOf(tenantId)).find(({ product }) => product === 'extended-connect')
  const freed = { kind: 'numbers', add: [], remove: ['+49221987100'] }
  assert.equal((await operator('POST', `/customer-trunks/${String(connect?.id)}/changes`, freed)).status, 201)
  const again = await step(gone.id, 'provision')
  assert.equal(again.body.state, 'active', JSON.stringify(again.body))
  assert.deepEqual(await sold(tenantId), ['basic 1 +49221987110×1', 'basic 1 +49221987111×1', `extended 30 ${numbers.hundred}`])
})
