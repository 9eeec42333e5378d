import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { accountsMigrations } from './migrations.ts'
import { numberRoutes } from './numbers/routes.ts'
import { numberProblems } from './numbers/rules.ts'
import { tenantRoutes } from './tenants/routes.ts'
import { tenantProblems } from './tenants/rules.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** Two tenants, each with a client of its own, and the operator's client. */
async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const api = await testApi(database, [tenantRoutes(database), numberRoutes(database)], [tenantProblems, numberProblems])
  const operator = await api.client({ kind: 'operator' })
  const create = async (name: string): Promise<string> => {
    const answer = await operator('POST', '/tenants', { name, sipDomain: `${name}.example.org`, areaCode: '221' })
    assert.equal(answer.status, 201, String(answer.body.detail))
    return String(answer.body.id)
  }
  const [alice, bob] = [await create('alice'), await create('bob')]
  return {
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

test('a block of ten is assigned whole and listed page by page in order', async () => {
  await using running = await exchange()
  const { operator, alice, asAlice } = running
  const assigned = await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  assert.equal(assigned.body.items?.length, 10)
  const first = await asAlice('GET', '/numbers?limit=6')
  const second = await asAlice('GET', `/numbers?limit=6&cursor=${String(first.body.nextCursor)}`)
  const numbers = [...(first.body.items ?? []), ...(second.body.items ?? [])].map((number) => number.e164)
  assert.deepEqual(
    numbers,
    Array.from({ length: 10 }, (_, last) => `+492211234567${last}`),
  )
  assert.equal(second.body.nextCursor, null)
})

test('a number in use is not assigned again, and the answer names it', async () => {
  await using running = await exchange()
  const { operator, alice, bob } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345675' })
  const answer = await operator('POST', '/numbers', { tenantId: bob, first: '+4922112345670', size: 10 })
  assert.equal(answer.status, 409)
  assert.match(String(answer.body.detail), /\+4922112345675/)
  assert.equal((await operator('GET', `/numbers?tenantId=${bob}`)).body.items?.length, 0)
})

test('a block is given back whole or not at all', async () => {
  await using running = await exchange()
  const { operator, alice } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  assert.equal((await operator('DELETE', '/numbers/+4922112345673')).status, 409)
  assert.equal((await operator('DELETE', '/numbers/+4922112345670')).status, 204)
  assert.equal((await operator('GET', '/numbers')).body.items?.length, 0)
})

test('a tenant cannot assign itself a number, nor map one of another tenant', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice, bob } = running
  await operator('POST', '/numbers', { tenantId: bob, first: '+4930123456' })
  assert.equal((await asAlice('POST', '/numbers', { tenantId: alice, first: '+4930123457' })).status, 403)
  assert.equal((await asAlice('PATCH', '/numbers/+4930123456', { extensionNumber: null })).status, 404)
  assert.equal((await asAlice('GET', `/numbers?tenantId=${bob}`)).status, 404)
})

test('deleting a tenant gives its numbers and keys back', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4930123456' })
  assert.equal((await operator('DELETE', `/tenants/${alice}`)).status, 204)
  assert.equal((await operator('GET', '/numbers/+4930123456')).status, 404)
  assert.equal((await asAlice('GET', '/tenants')).status, 401)
})
