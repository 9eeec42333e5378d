import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations, SecretBox, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster, testSecrets } from '@klinke/platform/test-support'
import { Client } from 'pg'
import { trunksMigrations } from '../migrations.ts'
import { carrierRoutes } from './routes.ts'
import { carrierProblems } from './rules.ts'
import { StoredCarriers } from './stored-carriers.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const AMT = { name: 'Amt', host: 'sip.example.net', authentication: { kind: 'registration', username: 'klinke', password: 'hunter2' } }

async function exchange() {
  const opened = await cluster.database()
  const api = await testApi(opened.database, [carrierRoutes(opened.database, testSecrets())], [carrierProblems])
  return {
    opened,
    operator: await api.client({ kind: 'operator' }),
    open: (replaced: (name: string | undefined) => void, secrets = testSecrets()) =>
      StoredCarriers.open({
        database: opened.database,
        secrets,
        clock: systemClock(),
        logger: silentLogger,
        replaced: (now) => replaced(now?.name),
      }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('the password of a carrier is neither shown nor readable in the database, but calls have it', async () => {
  await using running = await exchange()
  const { operator, opened, open } = running
  const created = await operator('POST', '/carriers', AMT)
  assert.equal(created.status, 201)
  const shown = await operator('GET', `/carriers/${String(created.body.id)}`)
  assert.ok(!JSON.stringify([created.body, shown.body]).includes('hunter2'))
  const client = new Client(opened.owner)
  await client.connect()
  await client.query('SET ROLE klinke_operator')
  const rows = JSON.stringify((await client.query('SELECT * FROM klinke.carrier')).rows)
  await client.end()
  assert.ok(rows.includes('sealed_password') && !rows.includes('hunter2'))
  await using carriers = await open(() => undefined)
  assert.deepEqual(carriers.carriers()[0]?.authentication, { ...AMT.authentication, expiresSeconds: 300 })
})

test('a change keeps the password that it does not name', async () => {
  await using running = await exchange()
  const { operator, open } = running
  const { body } = await operator('POST', '/carriers', AMT)
  const changed = await operator('PATCH', `/carriers/${String(body.id)}`, { priority: 1, port: 5080 })
  assert.partialDeepStrictEqual(changed.body, { priority: 1, port: 5080, name: 'Amt' })
  await using carriers = await open(() => undefined)
  assert.partialDeepStrictEqual(carriers.carriers()[0]?.authentication, { password: 'hunter2' })
})

test('carriers are given to calls in order of priority and follow changes', async () => {
  await using running = await exchange()
  const { operator, open } = running
  await operator('POST', '/carriers', { ...AMT, name: 'second', priority: 20 })
  const changed = Promise.withResolvers<string | undefined>()
  let expected = 'none'
  await using carriers = await open((name) => name === expected && changed.resolve(name))
  expected = 'first'
  await operator('POST', '/carriers', { ...AMT, name: 'first', priority: 10 })
  await changed.promise
  assert.deepEqual(
    carriers.carriers().map((carrier) => carrier.name),
    ['first', 'second'],
  )
})

test('a carrier whose password cannot be read is out of use and does not stop the others', async () => {
  await using running = await exchange()
  const { operator, open } = running
  await operator('POST', '/carriers', AMT)
  await operator('POST', '/carriers', { ...AMT, name: 'fixed', authentication: { kind: 'fixed-ip', addresses: ['192.0.2.7'] } })
  await using carriers = await open(() => undefined, new SecretBox(Buffer.alloc(32, 9)))
  assert.deepEqual(
    carriers.carriers().map((carrier) => carrier.name),
    ['fixed'],
  )
})

test('two carriers of one name are refused', async () => {
  await using running = await exchange()
  const { operator } = running
  await operator('POST', '/carriers', AMT)
  assert.equal((await operator('POST', '/carriers', AMT)).status, 409)
})
