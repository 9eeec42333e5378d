import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from './test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const OWN = ['', '/call-settings', '/mailbox/messages', '/intercom-settings', '/call-control-settings', '/pin']

test('PORT-02: a user reaches what belongs to the own extension, and nothing of a colleague or another tenant', async () => {
  await using api = await pbxApi(cluster)
  const [own, colleague] = [await api.extension('10'), await api.extension('11')]
  const stranger = String((await api.asBob('POST', '/extensions', { number: '10', name: 'Bob' })).body.id)
  const user = await api.as({ kind: 'user', tenantId: api.alice, extensionId: own })
  for (const id of [own, colleague]) await api.asAlice('PATCH', `/extensions/${id}/mailbox`, {})
  for (const path of OWN) {
    assert.equal((await user('GET', `/extensions/${own}${path}`)).status, 200, path)
    for (const other of [colleague, stranger]) assert.equal((await user('GET', `/extensions/${other}${path}`)).status, 404, path)
  }
  assert.equal((await user('PATCH', `/extensions/${own}/call-settings`, { doNotDisturb: true })).status, 200)
  assert.equal((await user('PATCH', `/extensions/${colleague}/call-settings`, { doNotDisturb: true })).status, 404)
  assert.equal((await user('POST', `/extensions/${own}/sip-account`)).status, 200)
})

test('lists are open to a user for the own extension only; what all of the tenant shares he may read, not change', async () => {
  await using api = await pbxApi(cluster)
  const [own, colleague] = [await api.extension('10'), await api.extension('11')]
  const user = await api.as({ kind: 'user', tenantId: api.alice, extensionId: own })
  assert.equal((await user('GET', `/callbacks?extensionId=${own}`)).status, 200)
  assert.equal((await user('GET', '/callbacks')).status, 400)
  assert.equal((await user('GET', `/callbacks?extensionId=${colleague}`)).status, 404)
  const made = await api.asAlice('POST', '/callbacks', { extensionId: colleague, number: '10', kind: 'callback' })
  assert.equal((await user('POST', '/callbacks', { extensionId: colleague, number: '10', kind: 'callback' })).status, 404)
  assert.equal((await user('DELETE', `/callbacks/${String(made.body.id)}`)).status, 404)
  assert.equal((await user('GET', '/presence')).body.items?.length, 2)
  assert.equal((await user('GET', '/feature-codes')).status, 200)
})

test('what is the administrators’ business is closed to a user', async () => {
  await using api = await pbxApi(cluster)
  const user = await api.as({ kind: 'user', tenantId: api.alice, extensionId: await api.extension('10') })
  for (const path of ['/extensions', '/numbers', '/ring-groups', '/queues', '/flows', '/tenants', '/storage', '/call-policy'])
    assert.deepEqual([path, (await user('GET', path)).status], [path, 403])
  assert.equal((await user('POST', '/extensions', { number: '12', name: 'New' })).status, 403)
  assert.equal((await user('PATCH', '/feature-codes/park', { codes: null })).status, 403)
})

test('PORT-01: an administrator with rights in some areas reads and changes there, and nowhere else', async () => {
  await using api = await pbxApi(cluster)
  const some = await api.as({ kind: 'tenant', tenantId: api.alice, rights: { extensions: 'write', routing: 'read' } })
  assert.equal((await some('POST', '/extensions', { number: '12', name: 'New' })).status, 201)
  assert.equal((await some('GET', '/ring-groups')).status, 200)
  assert.equal((await some('POST', '/ring-groups', { name: 'x', settings: {}, members: [] })).status, 403)
  for (const path of ['/numbers', '/recordings', '/tenants']) assert.equal((await some('GET', path)).status, 403, path)
})

test('a program with rights in one area is held to it as well', async () => {
  await using api = await pbxApi(cluster)
  const reads = await api.as({ kind: 'operator', rights: { numbers: 'read' } })
  assert.equal((await reads('GET', '/numbers')).status, 200)
  assert.deepEqual([(await reads('GET', '/extensions')).status, (await reads('POST', '/numbers', {})).status], [403, 403])
})
