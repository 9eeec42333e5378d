import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { accountsMigrations } from './migrations.ts'
import { tenantRoutes } from './tenants/routes.ts'
import { tenantProblems } from './tenants/rules.ts'
import { tenantSettingsRoutes } from './tenants/settings-routes.ts'
import { deletedTenants } from './tenants/store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** Two tenants, each with a client of its own, and the operator's client. */
async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const api = await testApi(database, [tenantRoutes(database), tenantSettingsRoutes(database)], [tenantProblems])
  const operator = await api.client({ kind: 'operator' })
  const create = async (name: string): Promise<string> => {
    const answer = await operator('POST', '/tenants', { name, sipDomain: `${name}.example.org`, areaCode: '221' })
    assert.equal(answer.status, 201, String(answer.body.detail))
    return String(answer.body.id)
  }
  const [alice, bob] = [await create('alice'), await create('bob')]
  return {
    database,
    operator,
    alice,
    bob,
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('a tenant key sees its own tenant, and others as if they did not exist', async () => {
  await using running = await exchange()
  const { asAlice, alice, bob } = running
  assert.deepEqual(
    (await asAlice('GET', '/tenants')).body.items?.map((tenant) => tenant.id),
    [alice],
  )
  assert.equal((await asAlice('GET', `/tenants/${alice}`)).status, 200)
  const [foreign, missing] = [
    await asAlice('GET', `/tenants/${bob}`),
    await asAlice('GET', '/tenants/018f0000-0000-7000-8000-0000000000ff'),
  ]
  assert.deepEqual([foreign.status, foreign.body.type], [404, missing.body.type])
})

test('a tenant key cannot create, change or delete tenants', async () => {
  await using running = await exchange()
  const { asAlice, alice } = running
  assert.equal((await asAlice('POST', '/tenants', { name: 'x', sipDomain: 'x.example.org' })).status, 403)
  assert.equal((await asAlice('PATCH', `/tenants/${alice}`, { name: 'x' })).status, 403)
  assert.equal((await asAlice('DELETE', `/tenants/${alice}`)).status, 403)
})

test('a customer sets what applies to all of it, sees the product’s where nothing is set, and never what costs', async () => {
  await using running = await exchange()
  const { asAlice, operator, alice, bob } = running
  const product = { language: 'de', timeZone: 'Europe/Berlin', callTraces: 'problems', callTraceDays: 30, voicemailDays: 60 }
  assert.partialDeepStrictEqual((await asAlice('GET', '/tenant-settings')).body, product)
  const changed = await asAlice('PATCH', '/tenant-settings', { callTraces: 'always', callTraceDays: 7 })
  assert.partialDeepStrictEqual(changed.body, { ...product, callTraces: 'always', callTraceDays: 7 })
  assert.partialDeepStrictEqual((await operator('GET', `/tenants/${alice}`)).body.profile, {
    callTraces: 'always',
    storageBytes: 10_737_418_240,
  })
  for (const body of [{ storageBytes: 1e15 }, { maxContactsPerExtension: 10 }, { voicemailDays: 3_650 }, { timeZone: 'Mars/Olympus' }])
    assert.equal((await asAlice('PATCH', '/tenant-settings', body)).status, 400, JSON.stringify(body))
  assert.equal((await asAlice('PATCH', `/tenant-settings?tenantId=${bob}`, { callTraceDays: 1 })).status, 404)
  assert.equal((await operator('GET', `/tenant-settings?tenantId=${bob}`)).body.callTraceDays, 30)
})

test('a second tenant with the same SIP domain is refused, whatever the case', async () => {
  await using running = await exchange()
  const { operator } = running
  const answer = await operator('POST', '/tenants', { name: 'again', sipDomain: 'ALICE.example.org' })
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:sip-domain-taken'])
})

test('a change touches what it names and nothing else', async () => {
  await using running = await exchange()
  const { operator, alice } = running
  const changed = await operator('PATCH', `/tenants/${alice}`, { areaCode: null, profile: { ringTimeoutSeconds: 20 } })
  assert.partialDeepStrictEqual(changed.body, {
    name: 'alice',
    areaCode: null,
    profile: { ringTimeoutSeconds: 20, maxContactsPerExtension: 4 },
  })
})

test('the settings that calls go by are set, read back, and taken back by null', async () => {
  await using running = await exchange()
  const { operator, alice } = running
  const settings = { outsideLinePrefix: '0', echoNumber: '77', maxCallSeconds: 7_200, whenContactsFull: 'refuse' }
  assert.equal((await operator('PATCH', `/tenants/${alice}`, { profile: settings })).status, 200)
  assert.partialDeepStrictEqual((await operator('GET', `/tenants/${alice}`)).body, { profile: settings })
  const none = { outsideLinePrefix: null, echoNumber: null, maxCallSeconds: null }
  await operator('PATCH', `/tenants/${alice}`, { profile: none })
  assert.partialDeepStrictEqual((await operator('GET', `/tenants/${alice}`)).body, { profile: none })
  assert.equal((await operator('PATCH', `/tenants/${alice}`, { profile: { echoNumber: '112' } })).status, 400)
})

test('deleting a tenant ends its keys', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice } = running
  assert.equal((await operator('DELETE', `/tenants/${alice}?confirm=alice`)).status, 204)
  assert.equal((await asAlice('GET', '/tenants')).status, 401)
})

test('a tenant is deleted only when its name confirms it; what would be lost can be asked before', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice, bob } = running
  assert.deepEqual((await operator('GET', `/tenants/${alice}/loss`)).body, { holdings: {}, callsInProgress: 0 })
  assert.equal((await asAlice('GET', `/tenants/${alice}/loss`)).status, 403)
  for (const query of ['', '?confirm=bob', '?force=true']) {
    const refused = await operator('DELETE', `/tenants/${alice}${query}`)
    assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:deletion-not-confirmed'], query)
  }
  assert.equal((await operator('GET', `/tenants/${alice}`)).status, 200)
  assert.equal((await operator('DELETE', `/tenants/018f0000-0000-7000-8000-0000000000ff?confirm=x`)).status, 404)
  assert.equal((await operator('DELETE', `/tenants/${bob}?confirm=bob`)).status, 204)
})

test('who owes something is not deleted, and that is told before; once it is settled, it is', async () => {
  await using running = await exchange()
  const { database, alice } = running
  let unsettled: Readonly<Record<string, number>> = { openItems: 2 }
  const use = {
    ...{ holdings: () => Promise.resolve({ extensions: 1 }), callsInProgress: () => 0 },
    unsettled: async (_tx: unknown, tenantId: string) => (tenantId === alice ? unsettled : {}),
  }
  await using api = await testApi(database, [tenantRoutes(database, use)], [tenantProblems])
  const operator = await api.client({ kind: 'operator' })
  assert.deepEqual((await operator('GET', `/tenants/${alice}/loss`)).body, {
    holdings: { extensions: 1, openItems: 2 },
    callsInProgress: 0,
  })
  const refused = await operator('DELETE', `/tenants/${alice}?confirm=alice&force=true`)
  assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:tenant-not-settled'])
  unsettled = {}
  assert.equal((await operator('DELETE', `/tenants/${alice}?confirm=alice&force=true`)).status, 204)
})

test('only a tenant that was deleted counts as deleted: not one that is there, is back, or was never known', async () => {
  await using running = await exchange()
  const { database, operator, alice, bob } = running
  const deleted = () => database.withOperator((tx) => deletedTenants(tx, [alice, bob, '018f0000-0000-7000-8000-0000000000ff']))
  assert.deepEqual(await deleted(), [])
  assert.equal((await operator('DELETE', `/tenants/${alice}?confirm=alice`)).status, 204)
  assert.deepEqual(await deleted(), [alice])
  assert.deepEqual(await database.withOperator((tx) => deletedTenants(tx, [])), [])
  await database.withOperator((tx) =>
    sql`INSERT INTO tenant (id, name, sip_domain, profile) VALUES (${alice}, 'alice', 'alice.example.org', '{}')`.execute(tx.tables()),
  )
  assert.deepEqual(await deleted(), [])
})
