import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testApi, testCluster } from '../test-support/index.ts'
import { apiKeyRoutes } from './routes.ts'
import { findApiKeyHolder } from './store.ts'

const TENANT = '018f0000-0000-7000-8000-00000000000a'
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('a key made for a tenant is that tenant, is listed without the key, and is refused once revoked', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  await using api = await testApi(database, [apiKeyRoutes(database, async (id) => id === TENANT)], [])
  const operator = await api.client({ kind: 'operator' })
  const created = await operator('POST', '/api-keys', { name: 'call list', tenantId: TENANT })
  assert.equal(created.status, 201)
  const key = String(created.body.key)
  assert.deepEqual((await findApiKeyHolder(database, key))?.principal, { kind: 'tenant', tenantId: TENANT })
  const listed = (await operator('GET', '/api-keys')).body.items?.find(({ name }) => name === 'call list')
  assert.equal(listed?.tenantId, TENANT)
  assert.equal(JSON.stringify(listed).includes(key), false)
  assert.equal((await operator('DELETE', `/api-keys/${String(created.body.id)}`)).status, 204)
  assert.equal(await findApiKeyHolder(database, key), undefined)
  assert.equal((await operator('DELETE', `/api-keys/${String(created.body.id)}`)).status, 404)
})

test('a key for a tenant that does not exist is refused, and tenants make no keys', async () => {
  await using opened = await cluster.database()
  await using api = await testApi(opened.database, [apiKeyRoutes(opened.database, async () => false)], [])
  const operator = await api.client({ kind: 'operator' })
  assert.equal((await operator('POST', '/api-keys', { name: 'x', tenantId: TENANT })).status, 404)
  const tenant = await api.client({ kind: 'tenant', tenantId: TENANT })
  assert.equal((await tenant('POST', '/api-keys', { name: 'x' })).status, 403)
})
