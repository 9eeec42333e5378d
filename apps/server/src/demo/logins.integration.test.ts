import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { PasswordHasher, platformMigrations, SignIn, systemClock } from '@klinke/platform'
import { QUICK_HASH, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { demoAccounts } from './ground-data.ts'
import { demoLogins } from './logins.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('the demo has an operator, an administrator and a user per extension, whose passwords work; a further start keeps them', async () => {
  await using fresh = await cluster.database()
  const { database } = fresh
  const [random, hasher] = [seededRandom(1), new PasswordHasher(QUICK_HASH)]
  const accounts = await demoAccounts(database, random, silentLogger, undefined)
  assert.ok(accounts)
  const logins = await demoLogins(database, random, hasher, undefined)
  assert.deepEqual(
    logins.map(({ role }) => role),
    ['operator', 'tenant', 'user', 'user', 'user', 'user', 'user'],
  )
  const signIn = new SignIn({ database, clock: systemClock(), hasher })
  const browser = { address: '127.0.0.1', userAgent: undefined, session: undefined, device: undefined }
  for (const { email, password } of logins) assert.equal((await signIn.byPassword(email, password, browser)).kind, 'signed-in')
  const url = 'http://127.0.0.1:8080'
  const earlier = {
    ...{ portal: url, api: { url, key: accounts.apiKey }, ...accounts, logins, control: { url, token: 'x' } },
    network: { echo: '', tone: '', busy: '', noAnswer: '', unassigned: '', hangUpAfter: '' },
    sip: { domain: 'd', host: 'h', udp: 1, tcp: 1, tls: 1, ws: url },
  }
  assert.deepEqual(await demoLogins(database, random, hasher, earlier), logins)
  const renewed = await demoLogins(database, random, hasher, undefined)
  assert.notDeepEqual(
    renewed.map(({ password }) => password),
    logins.map(({ password }) => password),
  )
})
