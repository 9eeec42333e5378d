import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { EXAMPLE_NUMBERS, pbxMigrations, StoredDirectory } from '@klinke/pbx'
import { platformMigrations, systemClock, systemRandom } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import type { DemoFile } from './demo-file.ts'
import { type DemoAccounts, demoAccounts } from './ground-data.ts'
import { NETWORK_NUMBERS } from './public-network/numbers.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const random = seededRandom(1)

/** The demo.json that a start with these accounts wrote. */
function written(accounts: DemoAccounts | undefined): DemoFile {
  assert.ok(accounts)
  const { extensions, numbers, apiKey } = accounts
  const url = 'http://127.0.0.1:8080'
  return {
    ...{ portal: url, api: { url, key: apiKey }, extensions, numbers, network: NETWORK_NUMBERS, logins: [] },
    sip: { domain: 'demo.klinke.example', host: '127.0.0.1', udp: 1, tcp: 1, tls: 1, ws: 'ws://127.0.0.1' },
    control: { url, token: 'x' },
  }
}

test('no two installations have a password in common', async () => {
  const accounts = async (): Promise<DemoAccounts> => {
    await using fresh = await cluster.database()
    const made = await demoAccounts(fresh.database, systemRandom(), silentLogger, undefined)
    assert.ok(made)
    return made
  }
  const secrets = [await accounts(), await accounts()].flatMap(({ apiKey, extensions }) => [
    apiKey,
    ...extensions.map(({ password }) => password),
  ])
  assert.equal(new Set(secrets).size, 12)
})

test('a further start keeps the accounts and the key of demo.json', async () => {
  await using fresh = await cluster.database()
  const first = await demoAccounts(fresh.database, random, silentLogger, undefined)
  assert.deepEqual(await demoAccounts(fresh.database, random, silentLogger, written(first)), first)
})

test('without demo.json, or with that of another database, all accounts get passwords that work', async () => {
  await using fresh = await cluster.database()
  await using other = await cluster.database()
  const first = await demoAccounts(fresh.database, random, silentLogger, undefined)
  const foreign = written(await demoAccounts(other.database, random, silentLogger, undefined))
  for (const earlier of [undefined, foreign]) {
    const renewed = await demoAccounts(fresh.database, random, silentLogger, earlier)
    assert.ok(renewed && first)
    assert.deepEqual(
      renewed.extensions.map(({ number }) => number),
      first.extensions.map(({ number }) => number),
    )
    assert.notEqual(renewed.apiKey, foreign.api.key)
    for (const { username } of foreign.extensions) assert.ok(renewed.extensions.every((extension) => extension.username !== username))
    assert.deepEqual(await demoAccounts(fresh.database, random, silentLogger, written(renewed)), renewed)
  }
})

test('the customer has something of everything to try, and a public number leads to the flow', async () => {
  await using fresh = await cluster.database()
  await demoAccounts(fresh.database, random, silentLogger, undefined)
  const directory = await StoredDirectory.open({ database: fresh.database, clock: systemClock(), logger: silentLogger })
  const tenant = directory.tenantByDomain('demo.klinke.example')
  await directory[Symbol.asyncDispose]()
  assert.ok(tenant)
  const kinds = Object.values(EXAMPLE_NUMBERS).map((number) => tenant.internalNumbers.byNumber.get(number)?.kind)
  assert.deepEqual(kinds, ['group', 'queue', 'flow', 'conference'])
  assert.deepEqual([tenant.flows.size, tenant.voicemail.boxes.size], [1, 1])
  assert.equal(tenant.numberDestinations.get('+492214710105')?.kind, 'flow')
  assert.equal(tenant.numberDestinations.get('+492214710106')?.kind, 'conference')
})
