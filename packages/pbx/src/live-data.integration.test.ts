import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, insertTenant, profileOf } from '@klinke/accounts'
import type { CallParty, LiveCall, Registration } from '@klinke/calls'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { liveCallRoutes } from './live-calls/routes.ts'
import { pbxMigrations } from './migrations.ts'
import { registrationRoutes } from './registrations/routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const EXTENSION = '018f0000-0000-7000-8000-0000000000a1'
const AT_MS = Date.UTC(2026, 10, 21, 9)

function party(tenantId: string, number: string): CallParty {
  return { tenantId, extensionId: EXTENSION, number, displayName: undefined }
}

function call(id: string, caller: string, called: string, startedAtMs: number): LiveCall {
  return {
    id,
    tenantId: caller,
    direction: 'internal',
    caller: party(caller, '10'),
    called: party(called, '+4930123456'),
    state: 'ringing',
    sinceMs: startedAtMs + 100,
    startedAtMs,
    answeredAtMs: undefined,
    emergency: false,
    legs: [{ id: `${id}-1`, role: 'called', party: party(called, '20'), state: 'ringing', sipCallId: `${id}@x`, holds: false }],
    route: [{ atMs: startedAtMs, step: 'forked', detail: 'two devices' }],
  }
}

function registration(tenantId: string, number: string, id: string): Registration {
  return {
    id,
    addressOfRecord: `${number}@example.org`,
    contactUri: `sip:${number}@192.0.2.7:5062`,
    path: [],
    flowId: 'f1',
    preference: 1,
    tenantId,
    extensionId: EXTENSION,
    protocol: 'UDP',
    remote: { address: '192.0.2.7', port: 5062 },
    userAgent: 'Phone/1.0',
    instance: undefined,
    registeredAtMs: AT_MS,
    refreshedAtMs: AT_MS + 60_000,
    expiresAtMs: AT_MS + 3_660_000,
  }
}

/** Two tenants; live data as call control gives it, in no order. */
async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const create = async (name: string): Promise<string> => {
    const tenant = { name, sipDomain: `${name}.example.org`, areaCode: null, profile: profileOf(undefined) }
    return (await database.withOperator((tx) => insertTenant(tx, tenant))).id
  }
  const [alice, bob] = [await create('alice'), await create('bob')]
  const calls = [call('c2', alice, bob, AT_MS + 1), call('c3', bob, bob, AT_MS + 2), call('c1', alice, alice, AT_MS)]
  const registrations = [
    registration(bob, '10', 'r4'),
    registration(alice, '11', 'r1'),
    registration(alice, '10', 'r3'),
    registration(alice, '10', 'r2'),
  ]
  const of = <T extends { readonly tenantId: string }>(all: readonly T[], tenantId?: string): readonly T[] =>
    all.filter((one) => tenantId === undefined || one.tenantId === tenantId)
  const removed: string[] = []
  const remove = (id: string): boolean => removed.push(id) > 0
  const api = await testApi(
    database,
    [liveCallRoutes((tenantId) => of(calls, tenantId)), registrationRoutes({ list: (tenantId) => of(registrations, tenantId), remove })],
    [],
  )
  return {
    alice,
    bob,
    removed,
    operator: await api.client({ kind: 'operator' }),
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('calls in progress are listed oldest first, page by page, a tenant its own', async () => {
  await using running = await exchange()
  const { asAlice, operator, bob } = running
  const first = await operator('GET', '/live-calls?limit=2')
  const second = await operator('GET', `/live-calls?limit=2&cursor=${String(first.body.nextCursor)}`)
  const ids = [...(first.body.items ?? []), ...(second.body.items ?? [])].map((item) => item.id)
  assert.deepEqual(ids, ['c1', 'c2', 'c3'])
  assert.deepEqual(
    (await asAlice('GET', '/live-calls')).body.items?.map((item) => item.id),
    ['c1', 'c2'],
  )
  assert.equal((await asAlice('GET', '/live-calls/c3')).status, 404)
  assert.equal((await asAlice('GET', `/live-calls?tenantId=${bob}`)).status, 404)
})

test('a tenant sees the number of a party elsewhere, but not who has it', async () => {
  await using running = await exchange()
  const { asAlice, operator, bob } = running
  const nobody = { tenantId: null, extensionId: null, number: '+4930123456', displayName: null }
  assert.deepEqual((await asAlice('GET', '/live-calls/c2')).body.called, nobody)
  assert.partialDeepStrictEqual((await operator('GET', '/live-calls/c2')).body.called, { tenantId: bob, extensionId: EXTENSION })
})

test('registrations say who, from where, with what and until when', async () => {
  await using running = await exchange()
  const { asAlice } = running
  const { body } = await asAlice('GET', '/registrations?limit=1')
  assert.partialDeepStrictEqual(body.items?.[0], {
    id: 'r2',
    addressOfRecord: '10@example.org',
    remoteAddress: '192.0.2.7',
    remotePort: 5062,
    userAgent: 'Phone/1.0',
    registeredAt: '2026-11-21T09:00:00.000Z',
    expiresAt: '2026-11-21T10:01:00.000Z',
  })
})

test('registrations are paged in order although they come in none, several of one extension too', async () => {
  await using running = await exchange()
  const { asAlice, bob } = running
  const seen: unknown[] = []
  let cursor = ''
  do {
    const { body } = await asAlice('GET', `/registrations?limit=1${cursor}`)
    seen.push(...(body.items ?? []).map((item) => item.id))
    cursor = body.nextCursor === null ? '' : `&cursor=${String(body.nextCursor)}`
  } while (cursor !== '')
  assert.deepEqual(seen, ['r2', 'r3', 'r1'])
  assert.equal((await asAlice('GET', `/registrations?tenantId=${bob}`)).status, 404)
})

test('a tenant removes a registration of its own, and finds no other', async () => {
  await using running = await exchange()
  const { asAlice, removed } = running
  assert.equal((await asAlice('DELETE', '/registrations/r4')).status, 404)
  assert.equal((await asAlice('DELETE', '/registrations/r3')).status, 204)
  assert.deepEqual(removed, ['r3'])
})
