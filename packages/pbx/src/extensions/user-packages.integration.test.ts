/** BIL-01, BIL-03 [P]: extensions and their packages: what the API takes, what the database notes of it, and what calls see. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findTenant, packagePeriods, updateTenant } from '@klinke/accounts'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { changeExtension } from './create-extension.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const packageOf = (id: string, more: object = {}) => ({ id, title: { de: id, en: id }, ...more })
const PACKAGES = [packageOf('basic', { limits: { maxContactsPerExtension: 1 } }), packageOf('comfort'), packageOf('premium')]

async function sell({ operator, alice }: Pick<PbxApi, 'operator' | 'alice'>, packages: readonly object[]): Promise<void> {
  const changed = await operator('PATCH', `/tenants/${alice}`, { profile: { userPackages: packages } })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
}

const codeOf = ({ status, body }: TestAnswer) => [status, String(body.type).split(':').at(-1)]

/** `10: basic | comfort …`, the last one still, by the instants at which they began. */
async function historyOf({ database, alice }: PbxApi, names: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const all = { fromMs: 0, untilMs: 8e12 }
  const periods = await database.withTenant(alice, (tx) => packagePeriods(tx, alice, all))
  const of = Map.groupBy(periods, ({ extensionId }) => names[extensionId] ?? extensionId)
  return [...of].map(([name, had]) => {
    for (const [index, { fromMs, untilMs }] of had.entries())
      if (index < had.length - 1) assert.equal(untilMs, had[index + 1]?.fromMs, 'no gap and nothing twice')
      else assert.ok(untilMs === undefined || untilMs > fromMs)
    return `${name}: ${had.map(({ userPackage }) => userPackage).join(' | ')}${had.at(-1)?.untilMs === undefined ? '' : ' †'}`
  })
}

test('an extension gets the first package or the one that is named, changes it, and each is noted until it is deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  await sell(running, PACKAGES)
  const first = (await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })).body
  assert.equal(first.userPackage, 'basic')
  const second = (await asAlice('POST', '/extensions', { number: '11', name: 'Bert', userPackage: 'premium' })).body
  assert.equal(second.userPackage, 'premium')
  const named = { [String(first.id)]: '10', [String(second.id)]: '11' }
  const change = (body: object) => asAlice('PATCH', `/extensions/${String(first.id)}`, body)
  assert.equal((await change({ userPackage: 'comfort' })).body.userPackage, 'comfort')
  assert.equal((await change({ name: 'Anna B.' })).body.userPackage, 'comfort')
  await eventually('what calls see', () => directory.tenant(alice)?.extensions.get('10')?.userPackage === 'comfort')
  assert.deepEqual(codeOf(await change({ userPackage: 'gold' })), [422, 'no-such-user-package'])
  assert.deepEqual(codeOf(await asAlice('POST', '/extensions', { number: '12', name: 'C', userPackage: 'gold' })), [
    422,
    'no-such-user-package',
  ])
  assert.deepEqual(codeOf(await asBob('POST', '/extensions', { number: '10', name: 'B', userPackage: 'basic' })), [
    422,
    'no-such-user-package',
  ])
  assert.deepEqual(
    (await asAlice('GET', '/user-packages')).body.items?.map(({ id, extensions }) => [id, extensions]),
    [
      ['basic', 0],
      ['comfort', 1],
      ['premium', 1],
    ],
  )
  assert.deepEqual((await asBob('GET', '/user-packages')).body.items, [])
  assert.equal((await asAlice('DELETE', `/extensions/${String(second.id)}`)).status, 204)
  assert.deepEqual(await historyOf(running, named), ['10: basic | comfort', '11: premium †'])
  assert.deepEqual(await running.database.withTenant(running.bob, (tx) => packagePeriods(tx, alice, { fromMs: 0, untilMs: 8e12 })), [])
})

test('null is the first package again, and where a package was given back within one transaction nothing is noted of it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, database, alice } = running
  await sell(running, PACKAGES)
  const { id } = (await asAlice('POST', '/extensions', { number: '10', name: 'Anna', userPackage: 'comfort' })).body
  assert.equal((await asAlice('PATCH', `/extensions/${String(id)}`, { userPackage: null })).body.userPackage, 'basic')
  await database.withTenant(alice, async (tx) => {
    await changeExtension(tx, String(id), { userPackage: 'premium' })
    await changeExtension(tx, String(id), { userPackage: 'comfort' })
  })
  assert.deepEqual(await historyOf(running, { [String(id)]: '10' }), ['10: comfort | basic | comfort'])
})

test('when the packages of a customer become others, extensions without one of them get the first, and without packages none', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, database, alice } = running
  const ids: Record<string, string> = {}
  for (const number of ['10', '11', '12']) ids[await running.extension(number)] = number
  const packages = async () => (await asAlice('GET', '/extensions')).body.items?.map(({ userPackage }) => userPackage)
  assert.deepEqual(await packages(), [null, null, null])
  await sell(running, PACKAGES)
  assert.deepEqual(await packages(), ['basic', 'basic', 'basic'])
  const [, second = '', third = ''] = Object.keys(ids)
  await asAlice('PATCH', `/extensions/${second}`, { userPackage: 'comfort' })
  await asAlice('PATCH', `/extensions/${third}`, { userPackage: 'premium' })
  await sell(running, [packageOf('comfort'), packageOf('gold')])
  assert.deepEqual(await packages(), ['comfort', 'comfort', 'comfort'])
  await database.withOperator(async (tx) => {
    const tenant = await findTenant(tx, alice)
    assert.ok(tenant)
    const { userPackages: _gone, ...profile } = tenant.profile
    await updateTenant(tx, alice, { profile })
  })
  assert.deepEqual(await packages(), [null, null, null])
  assert.deepEqual((await historyOf(running, ids)).toSorted(), [
    '10: basic | comfort †',
    '11: basic | comfort †',
    '12: basic | premium | comfort †',
  ])
})

test('an extension that moves has its package at the new site from then on', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, database, alice } = running
  await sell(running, PACKAGES)
  const site = await operator('POST', '/sites', { tenantId: alice, name: 'Nord', areaCode: '40' })
  assert.equal(site.status, 201, JSON.stringify(site.body))
  const id = await running.extension('10')
  assert.equal((await asAlice('PATCH', `/extensions/${id}`, { siteId: site.body.id })).status, 200)
  const periods = await database.withTenant(alice, (tx) => packagePeriods(tx, alice, { fromMs: 0, untilMs: 8e12 }))
  assert.deepEqual(
    periods.map(({ userPackage, siteId, untilMs }) => [userPackage, siteId, untilMs === undefined]),
    [
      ['basic', undefined, false],
      ['basic', site.body.id, true],
    ],
  )
})

test('a mailbox is made and changed only where the package has one; that of another package can be switched off', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const id = await running.extension('10')
  const mailbox = (body: object) => asAlice('PATCH', `/extensions/${id}/mailbox`, body)
  assert.equal((await mailbox({ mailTo: 'anna@example.org' })).status, 200)
  await sell(running, [packageOf('basic', { features: ['web-phone'] }), packageOf('comfort')])
  assert.deepEqual(codeOf(await mailbox({ mailTo: 'bert@example.org' })), [403, 'not-in-package'])
  assert.equal((await mailbox({ enabled: false })).body.enabled, false)
  assert.equal((await asAlice('PATCH', `/extensions/${id}`, { userPackage: 'comfort' })).status, 200)
  assert.equal((await mailbox({ enabled: true })).body.enabled, true)
})

test('a customer is deleted with its extensions, and with what they had', async () => {
  await using running = await pbxApi(cluster)
  const { operator, database, alice } = running
  await sell(running, PACKAGES)
  for (const number of ['10', '11']) await running.extension(number)
  const deleted = await operator('DELETE', `/tenants/${alice}?confirm=alice`)
  assert.equal(deleted.status, 204, JSON.stringify(deleted.body))
  assert.deepEqual(await database.withOperator((tx) => packagePeriods(tx, alice, { fromMs: 0, untilMs: 8e12 })), [])
})
