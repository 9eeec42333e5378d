/** What may be dialled outside, as administrators set it and calls follow it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertReseller, insertTenant, profileOf } from '@klinke/accounts'
import type { TestAnswer, TestClient, TestCluster } from '@klinke/platform/test-support'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

const RELEASE = { target: '+49900', formReference: 'F-2026-17', formDate: '2026-11-02', validFrom: '2026-11-03T00:00:00Z' }

let cluster: TestCluster
let whole: WholeApi
before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster)
})
after(async () => {
  await whole?.[Symbol.asyncDispose]()
  await cluster?.[Symbol.asyncDispose]()
})

interface Customer {
  readonly admin: TestClient
  readonly tenantId: string
  readonly extensionId: string
  /** Whether extension 10 may dial it now, and by which rule. */
  check(number: string, extensionId?: string | null): Promise<string>
}

const problem = ({ body }: TestAnswer) => String(body.type).replace('urn:klinke:problem:', '')

let customers = 0
async function customer(): Promise<Customer> {
  const name = `customer${++customers}`
  const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: profileOf(undefined) }
  const tenantId = (await whole.database.withOperator((tx) => insertTenant(tx, tenant))).id
  const admin = await whole.api.client({ kind: 'tenant', tenantId })
  const extensionId = String((await admin('POST', '/extensions', { number: '10', name: 'Anna' })).body.id)
  const check: Customer['check'] = async (number, asker = extensionId) => {
    const { body } = await admin('POST', '/outbound-rules/check', { number, extensionId: asker })
    return `${body.allowed === true ? 'allowed' : 'refused'} by ${String(body.rule)}`
  }
  return { admin, tenantId, extensionId, check }
}

test('FRD-02: a customer begins in class 2, with the ranges that are barred', async () => {
  const { admin, check } = await customer()
  const { body } = await admin('GET', '/outbound-rules')
  assert.partialDeepStrictEqual(body, { contractClass: 2, class: null, timed: null })
  assert.ok(JSON.stringify(body.barredRanges).includes('+49137'))
  const answers = await Promise.all(
    ['0151 1234567', '0900 1 123456', '11833', '0012125550100', '10', '112', 'nonsense'].map((each) => check(each)),
  )
  assert.deepEqual(answers, [
    'allowed by class',
    'refused by barred-range',
    'refused by barred-range',
    'refused by class',
    'allowed by never-barred',
    'allowed by never-barred',
    'refused by no-number',
  ])
})

test('FRD-02: calls follow what administrators set for the customer and for an extension, as soon as it is answered', async () => {
  const { admin, extensionId, check } = await customer()
  await admin('PATCH', '/outbound-rules', { class: 1 })
  assert.equal(await check('01511234567'), 'refused by class')
  const path = `/outbound-rules/extensions/${extensionId}`
  const changed = await admin('PATCH', path, { class: 2, locked: true })
  assert.partialDeepStrictEqual(changed.body, { number: '10', name: 'Anna', class: 2, locked: true })
  assert.equal(await check('01511234567'), 'refused by phone-lock')
  await admin('PATCH', path, { locked: false })
  assert.equal(await check('01511234567'), 'allowed by class')
  assert.equal(await check('01511234567', null), 'refused by class')
  assert.equal((await admin('GET', '/outbound-rules/extensions')).body.items?.length, 1)
  await admin('PATCH', path, { class: null })
  assert.deepEqual((await admin('GET', '/outbound-rules/extensions')).body.items, [])
})

test('FRD-02: nobody sets a class above that of the contract, which the operator raises', async () => {
  const { admin, tenantId, check } = await customer()
  const refused = await admin('PATCH', '/outbound-rules', { class: 3 })
  assert.deepEqual([refused.status, problem(refused)], [422, 'class-above-contract'])
  const operator = await whole.api.client({ kind: 'operator' })
  await operator('PATCH', `/tenants/${tenantId}`, { profile: { outbound: { barringClass: 3 } } })
  assert.equal((await admin('PATCH', '/outbound-rules', { class: 3 })).status, 200)
  assert.equal(await check('0012125550100'), 'allowed by class')
})

test('exceptions are added and deleted, once each, for extensions of the own customer', async () => {
  const { admin, extensionId, check } = await customer()
  const other = await customer()
  const added = await admin('POST', '/outbound-rules/exceptions', { effect: 'deny', target: 'CH', note: 'Rechnung März' })
  assert.equal(added.status, 201)
  assert.equal(await check('0041443643232'), 'refused by exception')
  const again = await admin('POST', '/outbound-rules/exceptions', { effect: 'allow', target: 'CH' })
  assert.deepEqual([again.status, problem(again)], [409, 'outbound-exception-taken'])
  assert.equal((await admin('POST', '/outbound-rules/exceptions', { effect: 'allow', target: 'CH', extensionId })).status, 201)
  assert.equal(await check('0041443643232'), 'allowed by exception')
  for (const [target, status] of [
    ['XX', 400],
    ['49900', 400],
    ['+4930', 404],
  ] as const) {
    const body = { effect: 'deny', target, extensionId: other.extensionId }
    assert.equal((await admin('POST', '/outbound-rules/exceptions', body)).status, status, target)
  }
  await admin('DELETE', `/outbound-rules/exceptions/${String(added.body.id)}`)
  const left = await admin('GET', `/outbound-rules/exceptions?extensionId=${extensionId}`)
  assert.deepEqual(
    left.body.items?.map(({ target }) => target),
    ['CH'],
  )
})

test('FRD-01: a reseller releases what is barred, by a form; the customer sees it and cannot do so itself', async () => {
  const { admin, tenantId, check } = await customer()
  assert.equal((await admin('POST', '/outbound-rules/releases', RELEASE)).status, 403)
  const resellerId = await whole.database.withOperator(async (tx) => (await insertReseller(tx, 'Händler')).id)
  const operator = await whole.api.client({ kind: 'operator' })
  await operator('PATCH', `/tenants/${tenantId}`, { resellerId })
  const reseller = await whole.api.client({ kind: 'reseller', resellerId })
  const released = await reseller('POST', '/outbound-rules/releases', { ...RELEASE, tenantId })
  assert.equal(released.status, 201)
  assert.equal(await check('09001123456'), 'allowed by release')
  const seen = await admin('GET', '/outbound-rules/releases')
  assert.partialDeepStrictEqual(seen.body.items?.[0], { target: '+49900', formReference: 'F-2026-17', formDate: '2026-11-02' })
  assert.equal((await admin('DELETE', `/outbound-rules/releases/${String(released.body.id)}`)).status, 403)
  for (const [change, code] of [
    [{ target: '+49103' }, 'never-released'],
    [{ validUntil: RELEASE.validFrom }, 'release-contradictory'],
  ] as const) {
    const refused = await reseller('POST', '/outbound-rules/releases', { ...RELEASE, tenantId, ...change })
    assert.deepEqual([refused.status, problem(refused)], [422, code])
  }
  assert.equal((await reseller('DELETE', `/outbound-rules/releases/${String(released.body.id)}`)).status, 204)
  assert.equal(await check('09001123456'), 'refused by barred-range')
})

test('FRD-02: a class for closing time goes by a schedule of the customer, which is kept as long', async () => {
  const { admin, check } = await customer()
  const other = await customer()
  const schedule = await admin('POST', '/schedules', { name: 'Nie', week: [] })
  const timed = { schedule: { kind: 'schedule', targetId: schedule.body.id }, when: 'closed', class: 1 }
  assert.equal((await other.admin('PATCH', '/outbound-rules', { timed })).status, 422)
  assert.equal((await admin('PATCH', '/outbound-rules', { timed })).status, 200)
  assert.equal(await check('01511234567'), 'refused by class')
  const inUse = await admin('DELETE', `/schedules/${String(schedule.body.id)}`)
  assert.deepEqual([inUse.status, problem(inUse)], [409, 'target-in-use'])
  await admin('PATCH', '/outbound-rules', { timed: null })
  assert.equal((await admin('DELETE', `/schedules/${String(schedule.body.id)}`)).status, 204)
})

test('the answer of a check is a sentence in both languages, and says what the PIN would do', async () => {
  const { admin, extensionId } = await customer()
  await admin('PATCH', `/outbound-rules/extensions/${extensionId}`, { class: 1 })
  const { body } = await admin('POST', '/outbound-rules/check', { number: '0151 1234567', extensionId })
  assert.deepEqual(body, {
    ...{ allowed: false, number: '+491511234567', kind: 'outside', rule: 'class', withPin: true },
    sentence: {
      de: '+491511234567 ist gesperrt: Mobilfunknummern gehören nicht zur Sperrklasse 1 der Nebenstelle 10 (Festnetz in Deutschland).',
      en: '+491511234567 is barred: mobile numbers are not in barring class 1 of extension 10 (fixed network in Germany).',
    },
  })
})

test('two administrators do not overwrite each other', async () => {
  const { admin, extensionId } = await customer()
  const path = `/outbound-rules/extensions/${extensionId}`
  const { headers } = await admin('GET', path)
  await admin('PATCH', path, { class: 1 })
  assert.equal((await admin('PATCH', path, { class: 0 }, { 'if-match': String(headers.etag) })).status, 412)
})

test('FRD-02: what is set for a site holds for who stands there; a release is for a site, a class of the contract by who sells it', async () => {
  const { admin, tenantId, extensionId, check } = await customer()
  const operator = await whole.api.client({ kind: 'operator' })
  const site = async (name: string, areaCode: string): Promise<string> =>
    String((await admin('POST', '/sites', { name, areaCode })).body.id)
  const [, mainz] = [await site('Köln', '221'), await site('Mainz', '6131')]
  assert.equal((await admin('PATCH', `/extensions/${extensionId}`, { siteId: mainz })).status, 200)
  const changed = await admin('PATCH', `/outbound-rules/sites/${mainz}`, { class: 1 })
  assert.deepEqual(changed.body, { siteId: mainz, name: 'Mainz', class: 1, timed: null })
  assert.equal(await check('01511234567'), 'refused by class')
  assert.equal(await check('01511234567', null), 'allowed by class')
  const exception = await admin('POST', '/outbound-rules/exceptions', { effect: 'allow', target: '+49151', siteId: mainz })
  assert.partialDeepStrictEqual(exception.body, { siteId: mainz, siteName: 'Mainz', extensionNumber: null })
  assert.equal(await check('01511234567'), 'allowed by exception')
  assert.equal(
    (await admin('POST', '/outbound-rules/exceptions', { effect: 'allow', target: '+49160', siteId: mainz, extensionId })).status,
    400,
  )
  await admin('PATCH', `/outbound-rules/sites/${mainz}`, { class: null })
  assert.equal((await operator('POST', '/outbound-rules/releases', { ...RELEASE, tenantId, siteId: mainz })).status, 201)
  assert.deepEqual([await check('09001123456'), await check('09001123456', null)], ['allowed by release', 'refused by barred-range'])
  assert.equal((await admin('PATCH', '/outbound-rules/contract', { barringClass: 4 })).status, 403)
  const contract = await operator('PATCH', `/outbound-rules/contract?tenantId=${tenantId}`, { barringClass: 4 })
  assert.deepEqual([contract.status, contract.body.contractClass], [200, 4])
  assert.equal(await check('0012125550100', null), 'allowed by class')
})

test('who may read the rules may ask them', async () => {
  const { tenantId } = await customer()
  const reader = await whole.api.client({ kind: 'tenant', tenantId, rights: { settings: 'read' } })
  assert.equal((await reader('POST', '/outbound-rules/check', { number: '112' })).status, 200)
  assert.equal((await reader('PATCH', '/outbound-rules', { class: 1 })).status, 403)
})
