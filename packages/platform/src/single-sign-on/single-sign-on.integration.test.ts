import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { platformMigrations } from '../migrations.ts'
import { PUBLIC_URL, signInApi, TENANT } from '../sign-in/test-support/signed-up.ts'
import { type TestCluster, testCluster } from '../test-support/index.ts'
import type { TestBrowser } from '../test-support/test-browser.ts'
import { CLIENT, identityProvider } from './test-support/identity-provider.ts'

const OTHER = '018f0000-0000-7000-8000-00000000000b'
const ANNA = { email: 'anna@example.org', email_verified: true, name: 'Anna' }
const REFUSED = 'urn:klinke:problem:single-sign-on-refused'
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** A tenant with single sign-on at a provider that knows Anna, and her login. */
async function office(settings: Record<string, unknown> = {}) {
  const provider = await identityProvider(ANNA)
  const running = await signInApi(cluster)
  await running.person(ANNA.email, { kind: 'tenant', tenantId: TENANT })
  const operator = await running.api.client({ kind: 'operator' })
  const given = { ...CLIENT, issuer: provider.issuer, domains: ['example.org'], tenantId: TENANT, ...settings }
  const made = await operator('POST', '/single-sign-on', given)
  assert.equal(made.status, 201)
  return {
    ...{ provider, running, operator, path: `/single-sign-on/${String(made.body.id)}`, shown: made.body },
    begin: (browser: TestBrowser, body: Record<string, unknown> = {}) =>
      browser.request('POST', '/sign-in/single-sign-on', { email: ANNA.email, ...body }),
    /** Comes back from the provider: another site, so the browser says so. */
    end: (browser: TestBrowser, url: URL) =>
      browser.request('GET', url.href.slice(`${PUBLIC_URL}/api/v1`.length), undefined, { 'sec-fetch-site': 'cross-site' }),
    [Symbol.asyncDispose]: async () => {
      await running[Symbol.asyncDispose]()
      await provider[Symbol.asyncDispose]()
    },
  }
}
type Office = Awaited<ReturnType<typeof office>>

/** The whole way; with what the callback answers. */
async function signOn(at: Office, browser = at.running.browser(), body: Record<string, unknown> = {}) {
  const begun = await at.begin(browser, body)
  return at.end(browser, await at.provider.comeBack(String(begun.body.url)))
}

test('whoever the tenant’s provider proves is signed in and led to the page he wanted', async () => {
  await using at = await office()
  const browser = at.running.browser()
  const answer = await signOn(at, browser, { returnTo: '/calls?day=1' })
  assert.deepEqual([answer.status, answer.headers.location], [303, `${PUBLIC_URL}/calls?day=1`])
  const me = await browser.request('GET', '/me')
  assert.partialDeepStrictEqual(me.body, { kind: 'tenant', login: { email: ANNA.email } })
  assert.partialDeepStrictEqual((await browser.request('GET', '/me/sessions')).body.items?.[0], { method: 'single-sign-on' })
})

test('the secret of the client is never shown, and only who may do everything sets the provider up', async () => {
  await using at = await office()
  assert.equal(JSON.stringify(at.shown).includes(CLIENT.clientSecret), false)
  const [some, admin, other] = [
    await at.running.api.client({ kind: 'tenant', tenantId: TENANT, rights: { logins: 'write' } }),
    await at.running.api.client({ kind: 'tenant', tenantId: TENANT }),
    await at.running.api.client({ kind: 'tenant', tenantId: OTHER }),
  ]
  assert.equal((await some('PATCH', at.path, { issuer: 'https://evil.example' })).status, 403)
  assert.equal((await other('PATCH', at.path, { issuer: 'https://evil.example' })).status, 404)
  assert.equal((await admin('PATCH', at.path, { domains: ['bank.example'] })).body.type, 'urn:klinke:problem:domain-unproven')
  assert.equal((await admin('PATCH', at.path, { enabled: false })).body.enabled, false)
  assert.equal((await at.begin(at.running.browser())).body.next, 'password')
  const taken = { ...CLIENT, issuer: at.provider.issuer, domains: ['example.org'], tenantId: OTHER }
  assert.equal((await at.operator('POST', '/single-sign-on', taken)).body.type, 'urn:klinke:problem:domain-taken')
})

test('a provider signs in nobody of another tenant, no operator, no address outside its domains, none that is not verified', async () => {
  await using at = await office({ newcomerRights: {} })
  await at.running.person('bob@example.org', { kind: 'tenant', tenantId: OTHER })
  await at.running.person('root@example.org', { kind: 'operator' })
  const foreign = ['bob@example.org', 'root@example.org', 'anna@evil.example', 'anna@example.org@evil.example']
  const people = [...foreign.map((email) => ({ email, email_verified: true })), { email: ANNA.email, email_verified: false }]
  for (const person of people) {
    at.provider.as(person)
    const browser = at.running.browser()
    const answer = await signOn(at, browser)
    assert.deepEqual([answer.status, answer.body.type, browser.cookie('klinke-session')], [403, REFUSED, undefined], person.email)
  }
})

test('people without a login are refused, or get one with the rights that the tenant says', async () => {
  await using at = await office()
  const eva = { email: 'Eva@Example.org', email_verified: true, name: 'Eva Neu' }
  at.provider.as(eva)
  assert.equal((await signOn(at)).body.type, REFUSED)
  await at.operator('PATCH', at.path, { newcomerRights: { live: 'read' } })
  const browser = at.running.browser()
  assert.equal((await signOn(at, browser)).status, 303)
  const me = await browser.request('GET', '/me')
  assert.partialDeepStrictEqual(me.body, { kind: 'tenant', rights: { live: 'read' }, login: { email: 'eva@example.org', name: 'Eva Neu' } })
})

/** Who is signed in after the whole way; the problem when nobody is. */
async function whoComesIn(at: Office): Promise<unknown> {
  const browser = at.running.browser()
  const answer = await signOn(at, browser)
  return answer.status === 303 ? (await browser.request('GET', '/me')).body.login : answer.body.type
}

test('a login stays the person’s who has signed in with it first, whoever gets its address at the provider', async () => {
  await using at = await office({ newcomerRights: {} })
  at.provider.as({ ...ANNA, account: 'anna' })
  assert.partialDeepStrictEqual(await whoComesIn(at), { email: ANNA.email })
  at.provider.as({ ...ANNA, name: 'Mallory', account: 'mallory' })
  assert.equal(await whoComesIn(at), REFUSED)
  for (const email of ['anna.meier@example.org', 'anna@elsewhere.example']) {
    at.provider.as({ email, email_verified: true, account: 'anna' })
    assert.partialDeepStrictEqual(await whoComesIn(at), { email: ANNA.email }, `known by her account as ${email}`)
  }
})

test('a login whose address is changed here is no longer the one’s who had it, and who was disabled does not come back by a link', async () => {
  await using at = await office()
  const { database } = at.running
  const set = (values: string) =>
    database.withOperator((tx) => sql`UPDATE klinke.login SET ${sql.raw(values)} WHERE email LIKE '%@example.org'`.execute(tx.tables()))
  at.provider.as({ ...ANNA, account: 'anna' })
  assert.partialDeepStrictEqual(await whoComesIn(at), { email: ANNA.email })
  await set('disabled_at = now()')
  assert.equal(await whoComesIn(at), REFUSED)
  await set("disabled_at = NULL, email = 'eva@example.org'")
  assert.equal(await whoComesIn(at), REFUSED)
  at.provider.as({ email: 'eva@example.org', email_verified: true, account: 'eva' })
  assert.partialDeepStrictEqual(await whoComesIn(at), { email: 'eva@example.org' })
})

test('a linked login whose domain the operator takes away is refused', async () => {
  await using at = await office()
  await at.operator('PATCH', at.path, { domains: ['example.org', 'other.example'] })
  assert.partialDeepStrictEqual(await whoComesIn(at), { email: ANNA.email })
  await at.operator('PATCH', at.path, { domains: ['other.example'] })
  const browser = at.running.browser()
  const answer = await signOn(at, browser, { email: 'somebody@other.example' })
  assert.equal(answer.body.type, REFUSED)
})

test('another nonce, another state, another browser, another sign-in’s code and a second use are refused', async () => {
  await using at = await office()
  const browser = at.running.browser()
  const begin = async (): Promise<URL> => new URL(String((await at.begin(browser)).body.url))
  const otherNonce = await begin()
  otherNonce.searchParams.set('nonce', 'x'.repeat(43))
  assert.equal((await at.end(browser, await at.provider.comeBack(otherNonce.href))).body.type, REFUSED)

  const otherState = await at.provider.comeBack((await begin()).href)
  otherState.searchParams.set('state', 'x'.repeat(43))
  assert.equal((await at.end(browser, otherState)).status, 410)

  const stolen = await at.provider.comeBack((await begin()).href)
  assert.equal((await at.end(at.running.browser(), stolen)).status, 410)

  const first = await at.provider.comeBack((await begin()).href)
  const second = await at.provider.comeBack((await begin()).href)
  second.searchParams.set('code', first.searchParams.get('code') ?? '')
  assert.equal((await at.end(browser, second)).body.type, REFUSED)

  const used = await at.provider.comeBack((await begin()).href)
  assert.equal((await at.end(browser, used)).status, 303)
  assert.equal((await at.end(browser, used)).status, 410)
})

test('nobody is led to another site after signing in', async () => {
  await using at = await office()
  for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', '/.//evil.example'])
    assert.equal((await at.begin(at.running.browser(), { returnTo })).status, 400, returnTo)
})

test('how somebody signs in depends on the domain only, whoever exists; a domain that lies below is another one', async () => {
  await using at = await office()
  const step = async (email: string) => (await at.begin(at.running.browser(), { email })).body.next
  assert.deepEqual([await step(ANNA.email), await step('nobody@example.org')], ['redirect', 'redirect'])
  assert.deepEqual([await step('anna@elsewhere.example'), await step('anna@sub.example.org')], ['password', 'password'])
})

test('a test says whether the provider answers, and takes client and secret', async () => {
  await using at = await office()
  const state = async () => (await at.operator('POST', `${at.path}/test`)).body.state
  assert.equal(await state(), 'works')
  await at.operator('PATCH', at.path, { clientSecret: 'another' })
  assert.equal(await state(), 'client-refused')
  const some = await at.running.api.client({ kind: 'tenant', tenantId: TENANT, rights: { logins: 'write' } })
  assert.equal((await some('POST', `${at.path}/test`)).status, 403)
  await at.provider[Symbol.asyncDispose]()
  assert.equal(await state(), 'away')
})

test('whoever comes back in a browser and is refused is led to the sign-in page, which says why', async () => {
  await using at = await office()
  at.provider.as({ email: 'nobody@example.org', email_verified: true })
  const browser = at.running.browser()
  const back = await at.provider.comeBack(String((await at.begin(browser)).body.url))
  const headers = { 'sec-fetch-site': 'cross-site', accept: 'text/html,*/*;q=0.8' }
  const come = () => browser.request('GET', back.href.slice(`${PUBLIC_URL}/api/v1`.length), undefined, headers)
  const [first, again] = [await come(), await come()]
  assert.deepEqual([first.status, first.headers.location], [303, `${PUBLIC_URL}/?sign-in-problem=single-sign-on-refused`])
  assert.equal(again.headers.location, `${PUBLIC_URL}/?sign-in-problem=token-invalid`)
})

test('while the provider is away, signing in by it says so', async () => {
  await using at = await office()
  const browser = at.running.browser()
  const back = await at.provider.comeBack(String((await at.begin(browser)).body.url))
  await at.provider[Symbol.asyncDispose]()
  for (const answer of [await at.begin(browser), await at.end(browser, back)])
    assert.deepEqual([answer.status, answer.body.type], [502, 'urn:klinke:problem:identity-provider-away'])
})

test('an issuer that was changed meanwhile ends the sign-ins under way', async () => {
  await using at = await office()
  const browser = at.running.browser()
  const back = await at.provider.comeBack(String((await at.begin(browser)).body.url))
  await at.operator('PATCH', at.path, { issuer: 'https://other.example' })
  assert.equal((await at.end(browser, back)).body.type, REFUSED)
})
