import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, insertTenant, profileOf } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { platformMigrations, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { StoredDirectory } from '../directory/stored-directory.ts'
import { extensionRoutes } from '../extensions/routes.ts'
import { pbxMigrations } from '../migrations.ts'
import { targetRoutes } from './routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const directory = await StoredDirectory.open({ database, clock: systemClock(), logger: silentLogger })
  const api = await testApi(database, [extensionRoutes(database, seededRandom(1)), targetRoutes(directory)], [])
  const create = async (name: string) => {
    const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: profileOf(undefined) }
    const { id } = await database.withOperator((tx) => insertTenant(tx, tenant))
    return api.client({ kind: 'tenant', tenantId: id })
  }
  const [asAlice, asBob] = [await create('alice'), await create('bob')]
  for (const [number, name] of [
    ['12', 'Carla'],
    ['10', 'Anna'],
    ['11', 'Bernd'],
  ])
    await asAlice('POST', '/extensions', { number, name })
  return {
    asAlice,
    asBob,
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await directory[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

function names(body: unknown): readonly string[] {
  return (body as { readonly items: readonly { readonly name: string }[] }).items.map(({ name }) => name)
}

test('what calls can be led to is listed by name, page by page', async () => {
  await using running = await exchange()
  const first = await running.asAlice('GET', '/call-targets?limit=2')
  assert.deepEqual(names(first.body), ['Anna', 'Bernd'])
  const rest = await running.asAlice('GET', `/call-targets?limit=2&cursor=${String(first.body.nextCursor)}`)
  assert.deepEqual(names(rest.body), ['Carla'])
  assert.equal(rest.body.nextCursor, null)
})

for (const [query, expected] of [
  ['search=ern', ['Bernd']],
  ['search=12', ['Carla']],
  ['search=2', []],
  ['kind=queue', []],
  ['kind=extension&search=a', ['Anna', 'Carla']],
] as const) {
  test(`asked for ${query} it lists ${expected.length === 0 ? 'nothing' : expected.join(' and ')}`, async () => {
    await using running = await exchange()
    assert.deepEqual(names((await running.asAlice('GET', `/call-targets?${query}`)).body), expected)
  })
}

test('one is found by its id, but not by another tenant', async () => {
  await using running = await exchange()
  const { body } = await running.asAlice('GET', '/call-targets?search=10')
  const id = String(body.items?.[0]?.id)
  assert.deepEqual(names((await running.asAlice('GET', `/call-targets?id=${id}`)).body), ['Anna'])
  assert.deepEqual(names((await running.asBob('GET', `/call-targets?id=${id}`)).body), [])
})
