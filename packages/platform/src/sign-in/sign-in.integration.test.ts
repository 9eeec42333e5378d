import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, within } from '@klinke/testbed'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { ApiRoutes } from '../http/api.ts'
import { platformMigrations } from '../migrations.ts'
import { QUICK_HASH, type TestCluster, testCluster } from '../test-support/index.ts'
import { PasswordHasher } from './password-hash.ts'
import { sessionCookie, sessionToken } from './session-cookie.ts'
import { SignIn } from './sign-in.ts'
import { PASSWORD, signInApi, TENANT } from './test-support/signed-up.ts'

const EMAIL = 'anna@example.org'
const WRONG = { email: EMAIL, password: 'not the password' }
const RIGHT = { email: EMAIL, password: PASSWORD }
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const plain: ApiRoutes = (api) => {
  api.get('/plain', () => ({ fine: true }))
  api.post('/plain', () => ({ fine: true }))
}

test('whoever signs in is known by a cookie that scripts cannot read, until he signs out', async () => {
  await using running = await signInApi(cluster)
  const login = await running.person(EMAIL)
  const browser = running.browser()
  const answer = await browser.request('POST', '/sign-in', { email: ' ANNA@example.org', password: PASSWORD })
  assert.deepEqual([answer.status, answer.body.next], [200, 'signed-in'])
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) assert.match(String(cookie), /; HttpOnly; SameSite=Strict/)
  const me = await browser.request('GET', '/me')
  assert.partialDeepStrictEqual(me.body, { kind: 'operator', login: { id: login.id, email: EMAIL, totp: false } })
  const token = browser.cookie('klinke-session')
  assert.equal((await browser.request('POST', '/sign-out')).status, 204)
  browser.setCookie('klinke-session', token ?? '')
  assert.equal((await browser.request('GET', '/me')).status, 401)
})

test('over https the cookies are held to https and to this host', () => {
  const line = sessionCookie('abc', 60, true)
  assert.match(line, /^__Host-klinke-session=abc; Path=\/; Max-Age=60; HttpOnly; SameSite=Strict; Secure$/)
  assert.equal(sessionToken({ cookie: 'a=b; __Host-klinke-session=abc' }, 'https'), 'abc')
  assert.equal(sessionToken({ cookie: 'klinke-session=planted' }, 'https'), undefined, 'another host of the domain may have set it')
  assert.equal(sessionToken({ cookie: 'klinke-session=abc' }, 'http'), 'abc')
})

test('a session that was in the browser before signing in ends: nobody can plant one (session fixation)', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  const attacker = running.browser()
  await attacker.request('POST', '/sign-in', RIGHT)
  const planted = attacker.cookie('klinke-session') ?? ''
  const victim = running.browser()
  victim.setCookie('klinke-session', planted)
  await victim.request('POST', '/sign-in', RIGHT)
  assert.notEqual(victim.cookie('klinke-session'), planted)
  assert.equal((await attacker.request('GET', '/me')).status, 401)
  assert.equal((await victim.request('GET', '/me')).status, 200)
})

test('a session ends twelve hours after its last use, and seven days after it began even when it is used', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  const [idle, busy] = [running.browser(), running.browser()]
  for (const browser of [idle, busy]) await browser.request('POST', '/sign-in', RIGHT)
  for (let hours = 6; hours < 7 * 24; hours += 6) {
    await running.clock.advance(6 * 3_600_000)
    assert.equal((await busy.request('GET', '/me')).status, 200, `after ${hours} hours`)
    if (hours >= 12) assert.equal((await idle.request('GET', '/me')).status, 401)
  }
  await running.clock.advance(6 * 3_600_000)
  assert.equal((await busy.request('GET', '/me')).status, 401)
})

test('a person sees his sessions and ends one of them at once, but nobody else does', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  await running.person('bob@example.org')
  const [here, there, bob] = [running.browser(), running.browser(), running.browser()]
  for (const browser of [here, there]) await browser.request('POST', '/sign-in', RIGHT)
  await bob.request('POST', '/sign-in', { email: 'bob@example.org', password: PASSWORD })
  const sessions = (await here.request('GET', '/me/sessions')).body.items ?? []
  assert.equal(sessions.length, 2)
  const other = sessions.find(({ current }) => current === false)
  assert.equal((await bob.request('DELETE', `/me/sessions/${String(other?.id)}`)).status, 404)
  assert.equal((await here.request('DELETE', `/me/sessions/${String(other?.id)}`)).status, 204)
  assert.deepEqual([(await there.request('GET', '/me')).status, (await here.request('GET', '/me')).status], [401, 200])
})

test('a disabled login is refused at once, in running sessions too', async () => {
  await using running = await signInApi(cluster)
  const { id } = await running.person(EMAIL)
  const browser = running.browser()
  await browser.request('POST', '/sign-in', RIGHT)
  await running.database.withOperator((tx) => sql`UPDATE login SET disabled_at = now() WHERE id = ${id}`.execute(tx.tables()))
  assert.equal((await browser.request('GET', '/me')).status, 401)
  assert.equal((await browser.request('POST', '/sign-in', RIGHT)).body.type, 'urn:klinke:problem:sign-in-refused')
})

test('a login that is disabled between two steps of a sign-in gets no session', async () => {
  await using running = await signInApi(cluster)
  const { id } = await running.person(EMAIL)
  await running.database.withOperator((tx) => sql`UPDATE login SET disabled_at = now() WHERE id = ${id}`.execute(tx.tables()))
  const browser = { address: '192.0.2.1', userAgent: undefined, session: undefined, device: undefined }
  await assert.rejects(
    running.signIn.withOperator((tx) => running.signIn.admit(tx, id, 'password', browser)),
    { code: 'sign-in-refused' },
  )
})

test('a failed sign-in is answered before it is noted: how long that takes does not tell who exists', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let transactions = 0
  // The first transaction looks for the login, the second notes the failure.
  const withOperator: Database['withOperator'] = async (work) => {
    if (++transactions > 1) await released
    return running.database.withOperator(work)
  }
  const database = new Proxy(running.database, { get: (_, name) => (name === 'withOperator' ? withOperator : undefined) })
  const signIn = new SignIn({ database, clock: running.clock, hasher: new PasswordHasher(QUICK_HASH) })
  const browser = { address: '192.0.2.1', userAgent: undefined, session: undefined, device: undefined }
  const refused = assert.rejects(signIn.byPassword(EMAIL, WRONG.password, browser), { code: 'sign-in-refused' })
  await within(20_000, 'the answer', refused)
  release()
  const noted = () => running.database.withOperator((tx) => sql`SELECT FROM audit_log WHERE action = 'sign-in-failed'`.execute(tx.tables()))
  await eventually('it is noted', async () => (await noted()).rows.length === 1)
})

test('a wrong password, an unknown address, a disabled login and one without a password answer alike, word for word', async () => {
  await using running = await signInApi(cluster)
  const { id } = await running.person(EMAIL)
  const disabled = await running.person('disabled@example.org')
  await running.database.withOperator((tx) =>
    sql`UPDATE login SET disabled_at = CASE WHEN id = ${disabled.id} THEN now() END, password_hash = CASE WHEN id = ${id} THEN password_hash END`.execute(
      tx.tables(),
    ),
  )
  const answers = []
  for (const email of [EMAIL, 'nobody@example.org', 'disabled@example.org'])
    answers.push(await running.browser().request('POST', '/sign-in', { email, password: 'not the password' }))
  const seen = answers.map(({ status, body: { instance, ...body } }) => ({ status, body, instance: typeof instance }))
  assert.equal(seen[0]?.status, 401)
  for (const answer of seen) assert.deepEqual(answer, seen[0])
})

test('the password of an address that nobody has is hashed, too: how long it takes tells nothing', async () => {
  const work = async (phc: string | null): Promise<bigint> => {
    const slow = new PasswordHasher({ memoryKib: 32_768, passes: 3, lanes: 1 })
    const stored = phc === null ? null : await slow.hash(PASSWORD)
    await slow.verify('warm up', null)
    const start = process.hrtime.bigint()
    await slow.verify('not the password', stored)
    return process.hrtime.bigint() - start
  }
  const [known, unknown] = [await work('a hash'), await work(null)]
  assert.ok(unknown > known / 3n && unknown < known * 3n, `${known} ns and ${unknown} ns`)
})

test('guesses are slowed down more and more, for whatever account, and the right password does not help meanwhile', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  const guesser = running.browser()
  for (const email of [EMAIL, 'nobody@example.org']) {
    for (let guess = 0; guess < 5; guess++) assert.equal((await guesser.request('POST', '/sign-in', { ...WRONG, email })).status, 401)
    const slowed = await guesser.request('POST', '/sign-in', { ...RIGHT, email })
    assert.deepEqual([slowed.status, slowed.headers['retry-after']], [429, '2'])
  }
  await running.clock.advance(2_000)
  assert.equal((await guesser.request('POST', '/sign-in', WRONG)).status, 401)
  assert.equal((await guesser.request('POST', '/sign-in', RIGHT)).headers['retry-after'], '4')
  await running.clock.advance(4_000)
  assert.equal((await guesser.request('POST', '/sign-in', RIGHT)).status, 200)
})

test('who guesses keeps the owner out neither elsewhere nor, from the same network, on a device that was signed in before', async () => {
  await using running = await signInApi(cluster)
  await running.person(EMAIL)
  const owner = running.browser()
  await owner.request('POST', '/sign-in', RIGHT)
  await owner.request('POST', '/sign-out')
  const guesser = running.browser()
  // More than the network as a whole may try: the office's own known browsers get in all the same.
  for (let guess = 0; guess < 80; guess++)
    await guesser.request('POST', '/sign-in', { ...WRONG, email: guess < 10 ? EMAIL : `x${guess}@example.org` })
  assert.equal((await guesser.request('POST', '/sign-in', RIGHT)).status, 429)
  assert.equal((await owner.request('POST', '/sign-in', RIGHT)).status, 200)
  assert.equal(running.signIn.attempts.waitSeconds(EMAIL, '198.51.100.7'), 0)
})

test('a request that another site makes a browser send changes nothing (CSRF); reading and API keys need no proof', async () => {
  await using running = await signInApi(cluster, [plain])
  await running.person(EMAIL)
  const browser = running.browser()
  await browser.request('POST', '/sign-in', RIGHT)
  const post = async (headers: Record<string, string>) => (await browser.request('POST', '/plain', {}, headers)).status
  const cookie = `klinke-session=${browser.cookie('klinke-session')}`
  const bare = async (headers: Record<string, string>) => (await running.api.stranger('POST', '/plain', {}, { cookie, ...headers })).status
  assert.equal(await post({}), 200)
  assert.equal(await post({ 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await post({ 'sec-fetch-site': 'same-site' }), 403)
  assert.deepEqual([await bare({}), await bare({ origin: 'https://evil.example', host: 'localhost:80' })], [403, 403])
  assert.deepEqual([await bare({ origin: 'null' }), await bare({ origin: 'http://localhost:80', host: 'localhost:80' })], [403, 403])
  assert.equal(await bare({ origin: 'http://localhost:8080', host: 'localhost:8080' }), 200)
  assert.equal((await running.api.stranger('GET', '/plain', undefined, { cookie, 'sec-fetch-site': 'cross-site' })).status, 200)
  const program = await running.api.client({ kind: 'operator' })
  assert.equal((await program('POST', '/plain', {})).status, 200)
  assert.equal((await running.api.stranger('POST', '/sign-in', RIGHT, { 'sec-fetch-site': 'cross-site' })).status, 403)
})

test('PORT-05: with an initial password nothing is open but changing it, which ends other sessions', async () => {
  await using running = await signInApi(cluster, [plain])
  await running.person(EMAIL, { kind: 'tenant', tenantId: TENANT }, true)
  const [browser, other] = [running.browser(), running.browser()]
  await other.request('POST', '/sign-in', RIGHT)
  assert.equal((await browser.request('POST', '/sign-in', RIGHT)).body.next, 'change-password')
  assert.equal((await browser.request('GET', '/plain')).body.type, 'urn:klinke:problem:password-change-required')
  assert.equal((await browser.request('GET', '/me')).status, 200)
  const change = (present: string, password: string) => browser.request('POST', '/me/password', { present, password })
  assert.equal((await change('wrong', 'Haus Baum Sofa 12')).status, 422)
  assert.equal((await change(PASSWORD, 'jutta.jansen1')).status, 400)
  assert.equal((await change(PASSWORD, 'Haus Baum Sofa 12')).status, 204)
  assert.deepEqual([(await browser.request('GET', '/plain')).status, (await other.request('GET', '/me')).status], [200, 401])
  assert.equal((await running.browser().request('POST', '/sign-in', RIGHT)).status, 401)
})
