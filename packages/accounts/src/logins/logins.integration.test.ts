import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Clock, seededRandom, silentLogger } from '@klinke/foundation'
import {
  apiKeyRoutes,
  inArea,
  PasswordHasher,
  type Principal,
  platformMigrations,
  SignIn,
  signInProblems,
  signInRoutes,
  smtpMailSender,
  systemClock,
} from '@klinke/platform'
import {
  codeAt,
  QUICK_HASH,
  type TestAnswer,
  TestBrowser,
  type TestCluster,
  testApi,
  testCluster,
  testMailServer,
  testSecrets,
} from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { resellerProblems, resellerRoutes } from '../resellers/routes.ts'
import { isCustomer } from '../resellers/store.ts'
import { tenantRoutes } from '../tenants/routes.ts'
import { tenantProblems } from '../tenants/rules.ts'
import { loginRoutes } from './routes.ts'
import { loginProblems } from './rules.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function exchange(smtpUrl?: string, clock: Clock = systemClock()) {
  const opened = await cluster.database()
  const { database } = opened
  const [hasher, logger] = [new PasswordHasher(QUICK_HASH), silentLogger]
  const signIn = new SignIn({ database, clock, hasher })
  const mailer = smtpUrl === undefined ? undefined : smtpMailSender(smtpUrl, 'klinke@example.org')
  const publicUrl = () => 'https://klinke.example'
  const whereabouts = async () => ({ tenant: null, reseller: null, extension: null })
  const routes = [
    inArea('logins', loginRoutes({ database, clock, random: seededRandom(1), hasher, invitations: { signIn, mailer, publicUrl } })),
    ...signInRoutes({ signIn, hasher, secrets: testSecrets(), clock, logger, mailer, publicUrl, whereabouts }),
    ...[
      inArea('settings', tenantRoutes(database)),
      resellerRoutes(database),
      inArea(
        'logins',
        apiKeyRoutes(database, async () => true),
      ),
    ],
  ]
  const customers = {
    clock,
    isCustomer: (reseller: string, tenant: string) => database.withOperator((tx) => isCustomer(tx, reseller, tenant)),
  }
  const api = await testApi(database, routes, [loginProblems, signInProblems, tenantProblems, resellerProblems], undefined, customers)
  const operator = await api.client({ kind: 'operator' })
  const tenant = async (name: string, resellerId?: string): Promise<string> =>
    String((await operator('POST', '/tenants', { name, sipDomain: `${name}.example.org`, resellerId })).body.id)
  return {
    ...{ api, database, operator, tenant, alice: await tenant('alice'), bob: await tenant('bob') },
    as: (principal: Principal) => api.client(principal),
    withKey:
      (key: unknown) =>
      (path: string, method: 'GET' | 'PATCH' = 'GET', body?: unknown) =>
        api.stranger(method, path, body, { authorization: `Bearer ${String(key)}` }),
    /** A browser whose person has signed in with a password of the own. */
    signedIn: (made: TestAnswer) => signedIn(new TestBrowser(api.stranger), made),
    browser: () => new TestBrowser(api.stranger),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

const PASSWORD = 'Kran Wolke Sieb 47'

async function signedIn(browser: TestBrowser, made: TestAnswer): Promise<TestBrowser> {
  const [email, initial] = [made.body.email, String(made.body.initialPassword)]
  await browser.request('POST', '/sign-in', { email, password: initial })
  assert.equal((await browser.request('POST', '/me/password', { present: initial, password: PASSWORD })).status, 204)
  return browser
}

const ANNA = { email: 'anna@example.org', name: 'Anna', kind: 'tenant' }

test('PORT-01: an administrator invites another one by mail, who chooses a password and signs in', async () => {
  await using mails = await testMailServer()
  await using running = await exchange(mails.url)
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  assert.equal((await admin('POST', '/logins', ANNA)).status, 201)
  const token = /invitation#([\w-]{43})/.exec((await mails.next()).replaceAll('=\r\n', ''))?.[1]
  const browser = running.browser()
  const password = 'Kran Wolke Sieb 47'
  assert.equal((await browser.request('POST', '/sign-in/password', { token, password })).status, 204)
  await browser.request('POST', '/sign-in', { email: ANNA.email, password })
  assert.partialDeepStrictEqual((await browser.request('GET', '/me')).body, { kind: 'tenant', rights: { logins: 'write', audit: 'write' } })
})

test('PORT-05: an initial password is shown once and has to be changed', async () => {
  await using running = await exchange()
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  assert.equal((await admin('POST', '/logins', ANNA)).body.type, 'urn:klinke:problem:no-mail')
  const made = await admin('POST', '/logins', { ...ANNA, initialPassword: true })
  const browser = running.browser()
  const step = await browser.request('POST', '/sign-in', { email: ANNA.email, password: String(made.body.initialPassword) })
  assert.equal(step.body.next, 'change-password')
  assert.equal((await browser.request('GET', '/logins')).status, 403)
  assert.equal('initialPassword' in (await admin('GET', `/logins/${String(made.body.id)}`)).body, false)
})

test('a login that was never used gets a first password anew without a mail server; one that is used does not', async () => {
  await using running = await exchange()
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = await admin('POST', '/logins', { ...ANNA, initialPassword: true })
  const path = `/logins/${String(made.body.id)}/first-password`
  const given = await admin('POST', path)
  assert.equal(given.status, 200, String(given.body.detail))
  const signIn = (password: unknown) => running.browser().request('POST', '/sign-in', { email: ANNA.email, password: String(password) })
  assert.equal((await signIn(made.body.initialPassword)).status, 401)
  assert.equal((await signIn(given.body.initialPassword)).body.next, 'change-password')
  await signedIn(running.browser(), { ...given, body: { ...given.body, email: ANNA.email } })
  assert.equal((await admin('POST', path)).body.type, 'urn:klinke:problem:login-used')
  const stranger = await running.as({ kind: 'tenant', tenantId: running.bob })
  assert.equal((await stranger('POST', path)).status, 404)
})

test('nobody sees, changes or deletes another tenant’s logins', async () => {
  await using running = await exchange()
  const [asAlice, asBob] = [
    await running.as({ kind: 'tenant', tenantId: running.alice }),
    await running.as({ kind: 'tenant', tenantId: running.bob }),
  ]
  const { id } = (await asAlice('POST', '/logins', { ...ANNA, initialPassword: true })).body
  assert.equal((await asBob('GET', '/logins')).body.items?.length, 0)
  const path = `/logins/${String(id)}`
  assert.deepEqual(
    [(await asBob('GET', path)).status, (await asBob('PATCH', path, { name: 'x' })).status, (await asBob('DELETE', path)).status],
    [404, 404, 404],
  )
  assert.equal(
    (await asBob('POST', '/logins', { ...ANNA, email: 'b@example.org', tenantId: running.alice, initialPassword: true })).status,
    404,
  )
})

test('nobody makes or changes somebody who may do more than he himself', async () => {
  await using running = await exchange()
  const owner = await running.as({ kind: 'tenant', tenantId: running.alice })
  const { id } = (await owner('POST', '/logins', { ...ANNA, initialPassword: true })).body
  const some = await running.as({ kind: 'tenant', tenantId: running.alice, rights: { logins: 'write', numbers: 'read' } })
  const make = async (more: Record<string, unknown>, number = Math.random()) =>
    (await some('POST', '/logins', { ...ANNA, email: `n${number}@example.org`, initialPassword: true, ...more })).status
  assert.equal(await make({ rights: { numbers: 'read' } }), 201)
  assert.deepEqual([await make({}), await make({ rights: { numbers: 'write' } }), await make({ kind: 'operator' })], [403, 403, 403])
  assert.equal(await make({ kind: 'reseller', resellerId: running.alice }), 403)
  const path = `/logins/${String(id)}`
  assert.deepEqual([(await some('PATCH', path, { email: 'mine@example.org' })).status, (await some('DELETE', path)).status], [403, 403])
})

test('a disabled or deleted login is out at once; nobody disables himself', async () => {
  await using running = await exchange()
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = (await admin('POST', '/logins', { ...ANNA, initialPassword: true })).body
  const browser = running.browser()
  const password = 'Kran Wolke Sieb 47'
  await browser.request('POST', '/sign-in', { email: ANNA.email, password: String(made.initialPassword) })
  await browser.request('POST', '/me/password', { present: String(made.initialPassword), password })
  const path = `/logins/${String(made.id)}`
  assert.equal((await browser.request('PATCH', path, { disabled: true })).body.type, 'urn:klinke:problem:own-login')
  assert.equal((await browser.request('PATCH', path, { rights: null })).status, 409)
  assert.equal((await browser.request('DELETE', path)).status, 409)
  await admin('PATCH', path, { rights: { logins: 'read' } })
  assert.deepEqual(
    [(await browser.request('GET', '/logins')).status, (await browser.request('PATCH', path, { name: 'x' })).status],
    [200, 403],
  )
  await admin('PATCH', path, { disabled: true })
  assert.equal((await browser.request('GET', '/me')).status, 401)
  await admin('PATCH', path, { disabled: false })
  assert.equal((await browser.request('GET', '/me')).status, 401, 'the session is gone, not only refused')
})

test('an invitation is listed until it is taken up or revoked; the link of a revoked one opens nothing', async () => {
  await using mails = await testMailServer()
  await using running = await exchange(mails.url)
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = (await admin('POST', '/logins', ANNA)).body
  assert.equal(typeof made.invitedUntil, 'string')
  const token = /invitation#([\w-]{43})/.exec((await mails.next()).replaceAll('=\r\n', ''))?.[1]
  const path = `/logins/${String(made.id)}`
  assert.equal((await (await running.as({ kind: 'tenant', tenantId: running.bob }))('DELETE', `${path}/invitation`)).status, 404)
  assert.equal((await admin('DELETE', `${path}/invitation`)).status, 204)
  assert.equal((await admin('GET', path)).body.invitedUntil, null)
  const answer = await running.browser().request('POST', '/sign-in/password', { token, password: 'Kran Wolke Sieb 47' })
  assert.equal(answer.body.type, 'urn:klinke:problem:token-invalid')
})

test('the links that went to a mail address are worthless once the login has another one; nobody gets many invitations', async () => {
  await using mails = await testMailServer()
  await using running = await exchange(mails.url)
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const { id } = (await admin('POST', '/logins', { ...ANNA, email: 'ana@example.org' })).body
  const wrong = /invitation#([\w-]{43})/.exec((await mails.next()).replaceAll('=\r\n', ''))?.[1]
  const path = `/logins/${String(id)}`
  assert.equal((await admin('PATCH', path, { email: ANNA.email })).body.invitedUntil, null)
  const set = (token: unknown) => running.browser().request('POST', '/sign-in/password', { token, password: 'Kran Wolke Sieb 47' })
  assert.equal((await set(wrong)).status, 410)
  const again = []
  for (let mail = 0; mail < 6; mail++) again.push((await admin('POST', `${path}/invitation`)).status)
  assert.deepEqual(again, [202, 202, 202, 202, 202, 429])
})

test('who belongs to no tenant is not made in one', async () => {
  await using running = await exchange()
  const wanted = { email: 'o@example.org', name: 'O', kind: 'operator', tenantId: running.alice, initialPassword: true }
  assert.equal((await running.operator('POST', '/logins', wanted)).status, 400)
})

test('an administrator removes the second factor of a colleague who has lost the device; not the own one, nor somebody’s of more rights', async () => {
  await using running = await exchange()
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = (await admin('POST', '/logins', { ...ANNA, initialPassword: true })).body
  const browser = running.browser()
  const password = 'Kran Wolke Sieb 47'
  await browser.request('POST', '/sign-in', { email: ANNA.email, password: String(made.initialPassword) })
  await browser.request('POST', '/me/password', { present: String(made.initialPassword), password })
  const { secret } = (await browser.request('POST', '/me/totp', { password })).body
  const code = codeAt(String(secret), Math.floor(Date.now() / 30_000))
  assert.equal((await browser.request('POST', '/me/totp/confirm', { code })).status, 200)
  const path = `/logins/${String(made.id)}`
  assert.equal((await admin('GET', path)).body.hasSecondFactor, true)
  assert.equal((await browser.request('DELETE', `${path}/second-factor`)).body.type, 'urn:klinke:problem:own-login')
  const some = await running.as({ kind: 'tenant', tenantId: running.alice, rights: { logins: 'write' } })
  assert.equal((await some('DELETE', `${path}/second-factor`)).status, 403)
  assert.equal((await admin('DELETE', `${path}/second-factor`)).status, 204)
  assert.equal((await admin('GET', path)).body.hasSecondFactor, false)
  assert.equal((await running.browser().request('POST', '/sign-in', { email: ANNA.email, password })).body.next, 'signed-in')
})

test('who has not shown for five minutes who he is does not change the own mail address; nor does a key of his', async () => {
  const clock = new VirtualClock(Date.now())
  await using running = await exchange(undefined, clock)
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = await admin('POST', '/logins', { ...ANNA, initialPassword: true })
  const browser = await running.signedIn(made)
  const path = `/logins/${String(made.body.id)}`
  const { key } = (await browser.request('POST', '/api-keys', { name: 'program' })).body
  await clock.advance(5 * 60_000 + 1)
  const change = () => browser.request('PATCH', path, { email: 'new@example.org' })
  assert.equal((await change()).body.type, 'urn:klinke:problem:proof-required')
  assert.equal((await browser.request('PATCH', path, { email: ANNA.email, name: 'Anna A.' })).status, 200, 'the address stays')
  assert.equal((await running.withKey(key)(path, 'PATCH', { email: 'new@example.org' })).status, 403)
  assert.equal((await running.withKey(key)(path, 'PATCH', { rights: null })).status, 409)
  assert.equal((await browser.request('POST', '/me/proof', { password: PASSWORD })).status, 204)
  assert.equal((await change()).body.email, 'new@example.org')
})

test('the right `logins` alone makes, changes and becomes nobody who may do anything else: no user either', async () => {
  await using running = await exchange()
  const { alice: tenantId } = running
  const some = await running.as({ kind: 'tenant', tenantId, rights: { logins: 'write' } })
  const extensionId = '018f0000-0000-7000-8000-0000000000e1'
  const user = { ...ANNA, kind: 'user', extensionId, initialPassword: true }
  assert.equal((await some('POST', '/logins', user)).body.type, 'urn:klinke:problem:rights-exceeded')
  const admin = await running.as({ kind: 'tenant', tenantId, rights: { logins: 'write', extensions: 'write' } })
  const made = await admin('POST', '/logins', user)
  assert.equal(made.status, 201)
  const path = `/logins/${String(made.body.id)}`
  for (const change of [{ email: 'mine@example.org' }, { disabled: true }, { rights: { audit: 'read' } }])
    assert.equal((await some('PATCH', path, change)).status, 403)
  assert.deepEqual(
    [(await some('DELETE', path)).status, (await some('POST', `${path}/invitation`)).status, (await admin('DELETE', path)).status],
    [403, 403, 204],
  )
})

test('a key does no more than the login that has made it: not after a right is taken, not while it is disabled, not once it is deleted', async () => {
  await using running = await exchange()
  const admin = await running.as({ kind: 'tenant', tenantId: running.alice })
  const made = await admin('POST', '/logins', { ...ANNA, initialPassword: true })
  const [path, browser] = [`/logins/${String(made.body.id)}`, await running.signedIn(made)]
  const made1 = (await browser.request('POST', '/api-keys', { name: 'program' })).body
  const key = running.withKey(made1.key)
  // A key that the key makes is its maker's as well.
  const made2 = await running.api.stranger(
    'POST',
    '/api-keys',
    { name: 'of the program' },
    { authorization: `Bearer ${String(made1.key)}` },
  )
  const child = running.withKey(made2.body.key)
  const statuses = async () => [(await key('/logins')).status, (await child('/logins')).status]
  assert.deepEqual(await statuses(), [200, 200])
  await admin('PATCH', path, { rights: { settings: 'read' } })
  assert.deepEqual([...(await statuses()), (await key('/tenants')).status], [403, 403, 200])
  await admin('PATCH', path, { rights: null })
  assert.deepEqual(await statuses(), [200, 200])
  await admin('PATCH', path, { disabled: true })
  assert.deepEqual(await statuses(), [401, 401])
  await admin('PATCH', path, { disabled: false })
  assert.deepEqual(await statuses(), [200, 200])
  const listed = (await admin('GET', '/api-keys')).body.items?.find(({ name }) => name === 'program')
  assert.equal(listed?.madeBy, 'Anna')
  await admin('DELETE', path)
  assert.deepEqual(await statuses(), [401, 401])
  assert.equal((await admin('GET', '/logins')).status, 200, 'a key that no login has made stays')
})

test('a key that a reseller has made for a customer ends when the customer goes to somebody else', async () => {
  await using running = await exchange()
  const { operator } = running
  const resellerId = String((await operator('POST', '/resellers', { name: 'Partner' })).body.id)
  const carol = await running.tenant('carol', resellerId)
  const login = { ...ANNA, kind: 'reseller', resellerId, initialPassword: true }
  const browser = await running.signedIn(await operator('POST', '/logins', login))
  const key = running.withKey((await browser.request('POST', '/api-keys', { name: 'program', tenantId: carol })).body.key)
  assert.equal((await key('/logins')).status, 200)
  await running.database.withOperator((tx) => sql`UPDATE klinke.tenant SET reseller_id = NULL WHERE id = ${carol}`.execute(tx.tables()))
  await eventually('the key is nobody’s', async () => (await key('/logins')).status === 401)
})

test('nobody revokes a key that opens more than he may himself', async () => {
  await using running = await exchange()
  const { alice: tenantId } = running
  const admin = await running.as({ kind: 'tenant', tenantId })
  const { id } = (await admin('POST', '/api-keys', { name: 'switchboard', rights: { live: 'write' } })).body
  const some = await running.as({ kind: 'tenant', tenantId, rights: { logins: 'write' } })
  assert.deepEqual(
    [(await some('DELETE', `/api-keys/${String(id)}`)).status, (await admin('DELETE', `/api-keys/${String(id)}`)).status],
    [403, 204],
  )
})

test('PORT-07: a reseller sees its own tenants and their logins, makes some there, and finds nothing of others', async () => {
  await using running = await exchange()
  const { operator, bob } = running
  const resellerId = String((await operator('POST', '/resellers', { name: 'Partner' })).body.id)
  const other = String((await operator('POST', '/resellers', { name: 'Other' })).body.id)
  const carol = await running.tenant('carol', resellerId)
  const dora = await running.tenant('dora', other)
  const partner = await running.as({ kind: 'reseller', resellerId })
  assert.deepEqual(
    (await partner('GET', '/tenants')).body.items?.map(({ id }) => id),
    [carol],
  )
  for (const foreign of [bob, dora]) {
    assert.equal((await partner('GET', `/tenants/${foreign}`)).status, 404)
    assert.equal((await partner('GET', `/logins?tenantId=${foreign}`)).status, 404)
    assert.equal((await partner('POST', '/logins', { ...ANNA, tenantId: foreign, initialPassword: true })).status, 404)
  }
  assert.equal((await partner('POST', '/logins', { ...ANNA, tenantId: carol, initialPassword: true })).status, 201)
  assert.equal((await partner('POST', '/logins', { ...ANNA, email: 'p@example.org', kind: 'reseller', initialPassword: true })).status, 201)
  assert.equal(
    (await partner('POST', '/logins', { ...ANNA, email: 'q@example.org', kind: 'reseller', resellerId: other, initialPassword: true }))
      .status,
    400,
  )
  await operator('POST', '/logins', { ...ANNA, email: 'bob@example.org', tenantId: bob, initialPassword: true })
  assert.deepEqual(
    (await partner('GET', '/logins')).body.items?.map(({ email }) => email),
    ['anna@example.org', 'p@example.org'],
  )
  assert.equal((await partner('DELETE', `/tenants/${carol}`)).status, 403)
  assert.equal((await operator('DELETE', `/resellers/${resellerId}`)).body.type, 'urn:klinke:problem:reseller-has-tenants')
})
