import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, inArea, insertLogin, type Principal, platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { accountsMigrations } from './migrations.ts'
import { tenantRoutes } from './tenants/routes.ts'
import { tenantProblems } from './tenants/rules.ts'

const ANNA = { email: 'anna@example.org', name: 'Anna', language: 'de' } as const
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const odd = inArea('settings', (api) => void api.post('/calls/:callId/end', () => ({ done: true })))
  const api = await testApi(database, [inArea('settings', tenantRoutes(database)), auditRoutes(database), odd], [tenantProblems])
  const operator = await api.client({ kind: 'operator' })
  const create = async (name: string): Promise<string> =>
    String((await operator('POST', '/tenants', { name, sipDomain: `${name}.example.org` })).body.id)
  const [alice, bob] = [await create('alice'), await create('bob')]
  return {
    ...{ database, operator, alice, bob },
    as: (principal: Principal) => api.client(principal),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('each change is in the log: who, what, before and after, from where; one that changes nothing is not', async () => {
  await using running = await exchange()
  const { operator, alice } = running
  await operator('PATCH', `/tenants/${alice}`, { name: 'Alice GmbH' })
  const [entry, ...older] = (await operator('GET', `/audit-log?tenantId=${alice}`)).body.items ?? []
  assert.partialDeepStrictEqual(entry, {
    ...{ action: 'changed', subject: 'tenant', subjectId: alice, tenantId: alice, route: 'PATCH /api/v1/tenants/:tenantId' },
    ...{ before: { name: 'alice' }, after: { name: 'Alice GmbH' } },
    actor: { kind: 'operator', name: 'test', address: '127.0.0.1' },
  })
  assert.deepEqual(
    older.map(({ action }) => action),
    ['created'],
  )
})

test('a request that changes no row is in the log, too; a failed one and reading are not', async () => {
  await using running = await exchange()
  const { operator, alice } = running
  const before = (await operator('GET', '/audit-log')).body.items?.length
  await operator('POST', '/calls/c1/end')
  await operator('PATCH', `/tenants/${alice}`, { name: '' })
  await operator('GET', `/tenants/${alice}`)
  const items = (await operator('GET', '/audit-log')).body.items ?? []
  assert.equal(items.length, (before ?? 0) + 1)
  assert.partialDeepStrictEqual(items[0], { action: 'requested', subject: 'POST /api/v1/calls/:callId/end', subjectId: 'c1' })
})

test('a tenant reads its own entries and nobody else’s, and only with the right for it', async () => {
  await using running = await exchange()
  const { alice, bob } = running
  const asAlice = await running.as({ kind: 'tenant', tenantId: alice })
  const seen = (await asAlice('GET', '/audit-log')).body.items ?? []
  assert.deepEqual(new Set(seen.map(({ tenantId }) => tenantId)), new Set([alice]))
  assert.equal((await asAlice('GET', `/audit-log?tenantId=${bob}`)).status, 404)
  const without = await running.as({ kind: 'tenant', tenantId: alice, rights: { settings: 'write' } })
  assert.equal((await without('GET', '/audit-log')).status, 403)
})

test('the log is searched by who, what and when, and read page by page', async () => {
  await using running = await exchange()
  const { operator, alice, bob } = running
  const list = async (query: string) => (await operator('GET', `/audit-log?${query}`)).body
  assert.deepEqual(
    (await list(`subject=tenant&subjectId=${bob}`)).items?.map(({ tenantId }) => tenantId),
    [bob],
  )
  assert.equal((await list('from=2100-01-01T00:00:00Z')).items?.length, 0)
  const first = await list('limit=1&action=created&subject=tenant')
  const second = await list(`limit=1&action=created&subject=tenant&cursor=${String(first.nextCursor)}`)
  assert.deepEqual([first.items?.[0]?.subjectId, second.items?.[0]?.subjectId], [bob, alice])
})

test('of a deleted tenant the deletion remains, not what it had', async () => {
  await using running = await exchange()
  const { operator, alice, database } = running
  await database.withOperator((tx) => insertLogin(tx, { ...ANNA, principal: { kind: 'tenant', tenantId: alice } }))
  assert.equal((await operator('DELETE', `/tenants/${alice}?confirm=alice`)).status, 204)
  const items = (await operator('GET', '/audit-log?action=deleted')).body.items ?? []
  assert.deepEqual(
    items.map(({ subject }) => subject),
    ['tenant'],
  )
})
