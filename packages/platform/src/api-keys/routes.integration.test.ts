import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inArea } from '../http/api.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '../test-support/index.ts'
import { apiKeyRoutes } from './routes.ts'
import { findApiKeyHolder } from './store.ts'

const TENANT = '018f0000-0000-7000-8000-00000000000a'
const OTHER = '018f0000-0000-7000-8000-00000000000b'
const RESELLER = '018f0000-0000-7000-8000-0000000000c1'
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

test('a key for a tenant that does not exist is refused', async () => {
  await using opened = await cluster.database()
  await using api = await testApi(opened.database, [apiKeyRoutes(opened.database, async () => false)], [])
  const operator = await api.client({ kind: 'operator' })
  assert.equal((await operator('POST', '/api-keys', { name: 'x', tenantId: TENANT })).status, 404)
})

/** Names of the keys in a list. */
const names = ({ body }: TestAnswer): readonly unknown[] => body.items?.map(({ name }) => name) ?? []

test('administrators make, see and revoke keys of their own tenant only, and of no more rights than their own', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  await using api = await testApi(
    database,
    [
      inArea(
        'logins',
        apiKeyRoutes(database, async () => true),
      ),
    ],
    [],
  )
  const [admin, other, some, without] = [
    await api.client({ kind: 'tenant', tenantId: TENANT }),
    await api.client({ kind: 'tenant', tenantId: OTHER }),
    await api.client({ kind: 'tenant', tenantId: TENANT, rights: { logins: 'write', live: 'read' } }),
    await api.client({ kind: 'tenant', tenantId: TENANT, rights: { live: 'write' } }),
  ]
  const made = await admin('POST', '/api-keys', { name: 'wallboard', rights: { live: 'read' } })
  assert.deepEqual((await findApiKeyHolder(database, String(made.body.key)))?.principal, {
    kind: 'tenant',
    tenantId: TENANT,
    rights: { live: 'read' },
  })
  assert.equal(names(await admin('GET', '/api-keys')).includes('wallboard'), true)
  assert.equal(names(await other('GET', '/api-keys')).includes('wallboard'), false)
  const path = `/api-keys/${String(made.body.id)}`
  assert.deepEqual([(await other('DELETE', path)).status, (await without('DELETE', path)).status], [404, 403])
  assert.equal((await admin('POST', '/api-keys', { name: 'x', tenantId: OTHER })).status, 404)
  const wanted = [undefined, { live: 'write' }, { live: 'read' }]
  const answers = await Promise.all(wanted.map((rights) => some('POST', '/api-keys', { name: 'x', rights })))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [400, 400, 201],
  )
  assert.equal((await admin('DELETE', path)).status, 204)
})

test('when a key was last used is listed', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  await using api = await testApi(database, [apiKeyRoutes(database, async () => true)], [])
  const operator = await api.client({ kind: 'operator' })
  const { id, key } = (await operator('POST', '/api-keys', { name: 'call list', tenantId: TENANT })).body
  const lastUsedAt = async () => (await operator('GET', '/api-keys')).body.items?.find((listed) => listed.id === id)?.lastUsedAt
  assert.equal(await lastUsedAt(), null)
  await findApiKeyHolder(database, String(key))
  const used = await lastUsedAt()
  assert.equal(typeof used, 'string')
  await findApiKeyHolder(database, String(key))
  assert.equal(await lastUsedAt(), used, 'noted once in a while, not each time')
})

test('a reseller’s keys are its own, and those of a customer it names', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  const customers = { isCustomer: async (_reseller: string, tenantId: string) => tenantId === TENANT }
  await using api = await testApi(database, [apiKeyRoutes(database, async () => true)], [], undefined, customers)
  const operator = await api.client({ kind: 'operator' })
  await operator('POST', '/api-keys', { name: "another customer's", tenantId: OTHER })
  const partner = await api.client({ kind: 'reseller', resellerId: RESELLER })
  const made = await partner('POST', '/api-keys', { name: "the customer's", tenantId: TENANT })
  assert.equal((await partner('POST', '/api-keys', { name: 'x', tenantId: OTHER })).status, 404)
  assert.deepEqual(names(await partner('GET', `/api-keys?tenantId=${TENANT}`)), ["the customer's"])
  assert.equal(names(await partner('GET', '/api-keys')).includes("another customer's"), false)
  assert.equal((await partner('DELETE', `/api-keys/${String(made.body.id)}`)).status, 404)
  assert.equal((await partner('DELETE', `/api-keys/${String(made.body.id)}?tenantId=${TENANT}`)).status, 204)
})
