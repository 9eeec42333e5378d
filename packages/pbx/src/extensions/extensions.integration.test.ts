import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, insertTenant, numberProblems, profileOf } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { platformMigrations, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { StoredDirectory } from '../directory/stored-directory.ts'
import { pbxMigrations } from '../migrations.ts'
import { leadingProblems } from '../numbers/problems.ts'
import { numberRoutes } from '../numbers/routes.ts'
import { extensionRoutes } from './routes.ts'
import { extensionProblems } from './rules.ts'
import { computeHa1 } from './sip-account.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const api = await testApi(
    database,
    [extensionRoutes(database, seededRandom(1)), numberRoutes(database, systemClock())],
    [extensionProblems, numberProblems, leadingProblems],
  )
  const create = async (name: string): Promise<string> => {
    const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: profileOf(undefined) }
    return (await database.withOperator((tx) => insertTenant(tx, tenant))).id
  }
  const [alice, bob] = [await create('alice'), await create('bob')]
  return {
    database,
    alice,
    bob,
    operator: await api.client({ kind: 'operator' }),
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('a new extension gets a password that is shown once and fits the stored HA1', async () => {
  await using running = await exchange()
  const { asAlice, database, alice } = running
  const created = await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  assert.equal(created.status, 201)
  const shown = await asAlice('GET', `/extensions/${String(created.body.id)}`)
  assert.equal('sipPassword' in shown.body, false)
  await using directory = await StoredDirectory.open({ database, clock: systemClock(), logger: silentLogger })
  const account = { username: String(created.body.sipUsername), password: String(created.body.sipPassword) }
  assert.deepEqual(directory.tenant(alice)?.extensions.get('10')?.ha1, computeHa1(account, 'alice.example.org'))
})

test('a new SIP account ends the old password', async () => {
  await using running = await exchange()
  const { asAlice, database, alice } = running
  const { body: before } = await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  const { body: now } = await asAlice('POST', `/extensions/${String(before.id)}/sip-account`)
  assert.notEqual(now.sipPassword, before.sipPassword)
  await using directory = await StoredDirectory.open({ database, clock: systemClock(), logger: silentLogger })
  const account = { username: String(now.sipUsername), password: String(now.sipPassword) }
  assert.deepEqual(directory.tenant(alice)?.extensions.get('10')?.ha1, computeHa1(account, 'alice.example.org'))
})

test('the same extension number is refused within a tenant and fine in another', async () => {
  await using running = await exchange()
  const { asAlice, asBob } = running
  await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  assert.equal((await asAlice('POST', '/extensions', { number: '10', name: 'Alf' })).status, 409)
  assert.equal((await asBob('POST', '/extensions', { number: '10', name: 'Bert' })).status, 201)
})

test("another tenant's extension answers 404 to every method", async () => {
  await using running = await exchange()
  const { asAlice, asBob } = running
  const { body } = await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  const path = `/extensions/${String(body.id)}`
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal((await asBob('PATCH', path, { name: 'Mallory' })).status, 404)
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.equal((await asBob('POST', `${path}/sip-account`)).status, 404)
  assert.equal((await asAlice('GET', path)).body.name, 'Anna')
})

test('a tenant cannot create an extension for another, and an operator must say for whom', async () => {
  await using running = await exchange()
  const { asAlice, operator, bob } = running
  assert.equal((await asAlice('POST', '/extensions', { tenantId: bob, number: '10', name: 'X' })).status, 404)
  const unsaid = await operator('POST', '/extensions', { number: '10', name: 'X' })
  assert.deepEqual([unsaid.status, unsaid.body.errors], [400, [{ pointer: '/tenantId', detail: 'required with an operator key' }]])
  assert.equal((await operator('POST', '/extensions', { tenantId: bob, number: '10', name: 'X' })).status, 201)
})

test('an operator lists the extensions of all tenants page by page', async () => {
  await using running = await exchange()
  const { asAlice, asBob, operator } = running
  for (const number of ['10', '11']) for (const client of [asAlice, asBob]) await client('POST', '/extensions', { number, name: 'X' })
  const first = await operator('GET', '/extensions?limit=3')
  const second = await operator('GET', `/extensions?limit=3&cursor=${String(first.body.nextCursor)}`)
  const numbers = [...(first.body.items ?? []), ...(second.body.items ?? [])].map((extension) => extension.number)
  assert.deepEqual(numbers, ['10', '10', '11', '11'])
})

test('a number leads to an extension of its tenant, and follows its renumbering', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670' })
  const missing = await asAlice('PATCH', '/numbers/+4922112345670', { extensionNumber: '10' })
  assert.deepEqual([missing.status, missing.body.type], [422, 'urn:klinke:problem:no-such-extension'])
  const { body } = await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  assert.equal((await asAlice('PATCH', '/numbers/+4922112345670', { extensionNumber: '10' })).status, 200)
  await asAlice('PATCH', `/extensions/${String(body.id)}`, { number: '20' })
  assert.equal((await asAlice('GET', '/numbers/+4922112345670')).body.extensionNumber, '20')
})

test('only own numbers can be shown to called parties', async () => {
  await using running = await exchange()
  const { operator, asAlice, bob } = running
  await operator('POST', '/numbers', { tenantId: bob, first: '+4922112345670' })
  const answer = await asAlice('POST', '/extensions', { number: '10', name: 'Anna', outgoingNumber: '+4922112345670' })
  assert.deepEqual([answer.status, answer.body.type], [422, 'urn:klinke:problem:not-own-number'])
})

test('what the API changes, calls see a moment later', async () => {
  await using running = await exchange()
  const { database, operator, asAlice, alice, bob } = running
  const replaced: (string | undefined)[] = []
  await using directory = await StoredDirectory.open({
    database,
    clock: systemClock(),
    logger: silentLogger,
    replaced: (now) => replaced.push(now?.name),
  })
  replaced.length = 0
  await asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670' })
  assert.ok(directory.tenantByNumber('+4922112345670')?.extensions.get('10')?.name === 'Anna')
  assert.equal(directory.tenantByDomain('Alice.Example.Org')?.id, alice)
  assert.ok(!replaced.includes('bob'))
  const { id } = directory.tenant(alice)?.extensions.get('10') ?? {}
  await asAlice('POST', '/extensions', { number: '12', name: 'Carla' })
  await asAlice('PATCH', `/extensions/${id}`, { name: 'Anne' })
  assert.equal(directory.tenant(alice)?.extensions.get('10')?.name, 'Anne')
  await asAlice('PATCH', `/extensions/${id}`, { number: '15' })
  assert.deepEqual([...(directory.tenant(alice)?.extensions.keys() ?? [])], ['12', '15'], 'nobody is reached at the number before')
  await operator('DELETE', '/numbers/+4922112345670')
  await operator('POST', '/numbers', { tenantId: bob, first: '+4922112345670' })
  assert.ok(directory.tenantByNumber('+4922112345670')?.id === bob)
  assert.equal(directory.tenant(alice)?.numbers.size, 0)
})
