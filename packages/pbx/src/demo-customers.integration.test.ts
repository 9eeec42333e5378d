import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endDemos } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { StoredDirectory } from './directory/stored-directory.ts'
import { pbxApi, pbxCluster } from './test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const DEMO = { name: 'Probe', sipDomain: 'probe.example.org', demo: true }

test('PORT-08: a demo customer has three extensions, not four, however they come; once it is an ordinary one, any number', async () => {
  await using api = await pbxApi(cluster)
  assert.equal((await api.asAlice('POST', '/tenants', DEMO)).status, 403)
  const { id, demoUntil } = (await api.operator('POST', '/tenants', DEMO)).body
  const days = (Date.parse(String(demoUntil)) - Date.now()) / 86_400_000
  assert.ok(days > 27.9 && days <= 28, `${days} days`)
  const add = (number: string) => api.operator('POST', '/extensions', { tenantId: id, number, name: number })
  const answers = await Promise.all(['10', '11', '12', '13', '14'].map(add))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 201, 201, 409, 409])
  assert.equal((await add('15')).body.type, 'urn:klinke:problem:demo-limit')
  assert.equal((await api.operator('PATCH', `/tenants/${String(id)}`, { demo: false })).body.demoUntil, null)
  assert.equal((await add('15')).status, 201)
})

test('PORT-08: after four weeks a demo customer is suspended and calls find nobody there; ordinary ones stay', async () => {
  await using api = await pbxApi(cluster)
  const id = String((await api.operator('POST', '/tenants', DEMO)).body.id)
  assert.ok(api.directory.tenant(id))
  const accounts: (boolean | undefined)[] = []
  await using followed = await StoredDirectory.open({
    ...{ database: api.database, clock: systemClock(), logger: silentLogger },
    accountsReplaced: (now) => now?.id === id && accounts.push(now.suspended),
  })
  const clock = new VirtualClock(Date.now() + 27 * 86_400_000)
  const job = endDemos(api.database, clock, silentLogger)
  await clock.advance(0)
  assert.ok(api.directory.tenant(id))
  await clock.advance(2 * 86_400_000)
  // The job may still be at its first look: the next one is ten minutes later.
  await eventually('the suspension', async () => {
    await clock.advance(600_000)
    return api.directory.tenant(id) === undefined
  })
  assert.equal(api.directory.tenantByDomain('probe.example.org'), undefined)
  assert.equal(
    [...api.directory.tenants()].some((tenant) => tenant.id === id),
    false,
  )
  // EMG-01: who calls 110 or 112 there is still known.
  assert.equal(api.directory.forHelp?.tenantByDomain('probe.example.org')?.id, id)
  // Its telephones stay registered, to call for help and be called back: their accounts are still there.
  await eventually('the suspension, told with the accounts', () => accounts.at(-1) === true)
  assert.equal(followed.tenant(id), undefined)
  await job.close('done')
  assert.equal((await api.operator('GET', `/tenants/${id}`)).body.suspended, true)
  assert.ok(api.directory.tenant(api.alice))
  await api.operator('PATCH', `/tenants/${id}`, { demo: false })
  assert.ok(api.directory.tenant(id))
})
