import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import type { LiveCall, Registration } from '@klinke/calls'
import { platformMigrations } from '@klinke/platform'
import { type TestApi, type TestClient, type TestCluster, type TestDatabase, testApi, testCluster } from '@klinke/platform/test-support'
import { liveCallRoutes } from './live-calls/routes.ts'
import { registrationRoutes } from './registrations/routes.ts'

let cluster: TestCluster
let server: TestDatabase
let api: TestApi
let operator: TestClient
let own: TestClient
let ids: { readonly own: string; readonly foreign: string }
const removed: string[] = []

function registration(id: string, tenantId: string, addressOfRecord: string): Registration {
  return {
    ...{ id, tenantId, addressOfRecord, extensionId: randomUUID(), contactUri: 'sip:10@192.0.2.1', path: [], flowId: 'f', preference: 1 },
    ...{ protocol: 'UDP', remote: { address: '192.0.2.1', port: 5060 }, userAgent: 'Telefon 1', instance: undefined },
    ...{ registeredAtMs: 0, refreshedAtMs: 1_000, expiresAtMs: 61_000 },
  }
}

function liveCall(id: string, tenantId: string): LiveCall {
  const party = { tenantId, extensionId: undefined, number: '10', displayName: undefined }
  return {
    ...{ id, tenantId, direction: 'internal', caller: party, called: { ...party, number: '11' }, state: 'ringing', sinceMs: 0 },
    ...{ startedAtMs: 0, answeredAtMs: undefined, emergency: false, legs: [], route: [{ atMs: 5, step: 'forked', detail: '2 devices' }] },
  }
}

before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
  server = await cluster.database()
  const tenant = (name: string): Promise<string> =>
    server.database.withOperator(
      async (tx) => (await insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: null, profile: DEFAULT_PROFILE })).id,
    )
  ids = { own: await tenant('own'), foreign: await tenant('foreign') }
  const registrations = [
    registration('b', ids.own, '10@own.example'),
    registration('c', ids.own, '11@own.example'),
    registration('d', ids.foreign, '10@foreign.example'),
  ]
  const calls = [liveCall('call-1', ids.own), liveCall('call-2', ids.foreign)]
  const ofTenant = <T extends { tenantId: string }>(items: T[], tenantId?: string): T[] =>
    items.filter((item) => tenantId === undefined || item.tenantId === tenantId)
  const list = (tenantId?: string): Registration[] => ofTenant(registrations, tenantId)
  const remove = (id: string): boolean => removed.push(id) > 0
  api = await testApi(server.database, [registrationRoutes({ list, remove }), liveCallRoutes((tenantId) => ofTenant(calls, tenantId))], [])
  operator = await api.client({ kind: 'operator' })
  own = await api.client({ kind: 'tenant', tenantId: ids.own })
})

after(async () => {
  await api[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

test('a tenant sees its own registrations and live calls only, the operator all', async () => {
  const idsOf = async (client: TestClient, path: string): Promise<unknown> => (await client('GET', path)).body.items?.map(({ id }) => id)
  assert.deepEqual(await idsOf(own, '/registrations'), ['b', 'c'])
  assert.deepEqual(await idsOf(operator, '/registrations'), ['b', 'c', 'd'])
  assert.deepEqual(await idsOf(own, '/live-calls'), ['call-1'])
  assert.deepEqual(await idsOf(operator, `/live-calls?tenantId=${ids.foreign}`), ['call-2'])
})

test('another tenant is not found, existing or not', async () => {
  assert.equal((await own('GET', `/registrations?tenantId=${ids.foreign}`)).status, 404)
  assert.equal((await own('GET', `/live-calls?tenantId=${randomUUID()}`)).status, 404)
  assert.equal((await own('DELETE', '/registrations/d')).status, 404)
  assert.deepEqual(removed, [])
})

test('registrations come in pages, and tell who is registered from where', async () => {
  const first = (await own('GET', '/registrations?limit=1')).body
  const [item] = first.items ?? []
  assert.equal(item?.remoteAddress, '192.0.2.1')
  assert.equal(item?.userAgent, 'Telefon 1')
  assert.equal(item?.expiresAt, '1970-01-01T00:01:01.000Z')
  const second = (await own('GET', `/registrations?limit=1&cursor=${String(first.nextCursor)}`)).body
  assert.deepEqual(
    second.items?.map(({ id }) => id),
    ['c'],
  )
  assert.equal(second.nextCursor, null)
})

test('a live call shows its parties, its state and why it goes where it goes', async () => {
  const [call] = (await own('GET', '/live-calls')).body.items ?? []
  assert.equal(call?.state, 'ringing')
  assert.equal(call?.answeredAt, null)
  assert.deepEqual(call?.route, [{ at: '1970-01-01T00:00:00.005Z', step: 'forked', detail: '2 devices' }])
})

test('a tenant removes a registration of its own', async () => {
  assert.equal((await own('DELETE', '/registrations/b')).status, 204)
  assert.deepEqual(removed, ['b'])
})
