import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '../migrations.ts'
import { type TestBrowser, type TestCluster, testCluster } from '../test-support/index.ts'
import { PASSWORD, PUBLIC_URL, signInApi } from './test-support/signed-up.ts'
import { SoftwareAuthenticator } from './test-support/software-authenticator.ts'

const RIGHT = { email: 'anna@example.org', password: PASSWORD }
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

interface Given {
  readonly challenge: string
  readonly options: { readonly challenge: string }
}

async function make(browser: TestBrowser, authenticator: SoftwareAuthenticator) {
  const begun = await browser.request('POST', '/me/passkeys/options', { password: PASSWORD })
  const { challenge, options } = begun.body as Partial<Given> as Given
  return browser.request('POST', '/me/passkeys', { challenge, name: 'Phone', passkey: authenticator.make(options.challenge) })
}

async function begin(browser: TestBrowser): Promise<Given> {
  return (await browser.request('POST', '/sign-in/passkey/options')).body as Partial<Given> as Given
}

async function enrolled() {
  const running = await signInApi(cluster)
  const login = await running.person(RIGHT.email)
  const browser = running.browser()
  await browser.request('POST', '/sign-in', RIGHT)
  const authenticator = new SoftwareAuthenticator(PUBLIC_URL)
  const made = await make(browser, authenticator)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return { ...running, login, owner: browser, authenticator, id: String(made.body.id) }
}

test('a passkey signs its person in without a password, once per challenge', async () => {
  await using running = await enrolled()
  const visitor = running.browser()
  const { challenge, options } = await begin(visitor)
  const passkey = running.authenticator.use(options.challenge)
  assert.equal((await visitor.request('POST', '/sign-in/passkey', { challenge, passkey })).body.next, 'signed-in')
  assert.partialDeepStrictEqual((await visitor.request('GET', '/me')).body, { login: { id: running.login.id, passkeys: 1 } })
  assert.equal((await visitor.request('POST', '/sign-in/passkey', { challenge, passkey })).status, 410)
})

test('a passkey of another site, for another challenge, unknown, without its person, or removed is refused', async () => {
  await using running = await enrolled()
  const visitor = running.browser()
  const attempt = async (use: (challenge: string) => unknown) => {
    const { challenge, options } = await begin(visitor)
    return (await visitor.request('POST', '/sign-in/passkey', { challenge, passkey: use(options.challenge) })).status
  }
  assert.equal(await attempt((challenge) => new SoftwareAuthenticator(PUBLIC_URL).use(challenge)), 401)
  assert.equal(await attempt(() => running.authenticator.use('AAAA')), 401)
  assert.equal(await attempt((challenge) => running.authenticator.use(challenge, false)), 401)
  const elsewhere = new SoftwareAuthenticator('https://evil.example', 'localhost')
  assert.equal((await make(running.owner, elsewhere)).status, 400)
  assert.equal((await running.owner.request('DELETE', `/me/passkeys/${running.id}`)).status, 204)
  assert.equal(await attempt((challenge) => running.authenticator.use(challenge)), 401)
})

test('who has not shown for five minutes who he is removes no passkey, and no app, before the password or a passkey', async () => {
  await using running = await enrolled()
  const { owner, clock, authenticator } = running
  await clock.advance(5 * 60_000 + 1)
  const remove = () => owner.request('DELETE', `/me/passkeys/${running.id}`)
  assert.partialDeepStrictEqual(await remove(), { status: 403, body: { type: 'urn:klinke:problem:proof-required' } })
  assert.equal((await owner.request('POST', '/me/totp/remove', {})).body.type, 'urn:klinke:problem:proof-required')
  assert.equal((await owner.request('POST', '/me/proof', { password: 'wrong' })).status, 422)
  assert.equal((await remove()).status, 403)
  const begun = async () => (await owner.request('POST', '/me/proof/passkey/options')).body as Partial<Given> as Given
  const { challenge, options } = await begun()
  assert.equal((await owner.request('POST', '/me/proof/passkey', { challenge, passkey: authenticator.use(options.challenge) })).status, 204)
  assert.equal((await owner.request('POST', '/me/totp/remove', {})).status, 204)
  await clock.advance(5 * 60_000 + 1)
  assert.equal((await owner.request('POST', '/me/totp/remove', {})).status, 403)
  assert.equal((await owner.request('POST', '/me/proof', { password: PASSWORD })).status, 204)
  assert.equal((await remove()).status, 204)
})

test('another person’s passkey, or one for another person’s challenge, proves nothing', async () => {
  await using running = await enrolled()
  await running.person('bob@example.org')
  const bob = running.browser()
  await bob.request('POST', '/sign-in', { email: 'bob@example.org', password: PASSWORD })
  const begun = async (browser: TestBrowser) => (await browser.request('POST', '/me/proof/passkey/options')).body as Partial<Given> as Given
  const own = await begun(bob)
  const stolen = running.authenticator.use(own.options.challenge)
  assert.equal((await bob.request('POST', '/me/proof/passkey', { challenge: own.challenge, passkey: stolen })).status, 400)
  const { challenge, options } = await begun(running.owner)
  const passkey = running.authenticator.use(options.challenge)
  assert.equal((await bob.request('POST', '/me/proof/passkey', { challenge, passkey })).status, 410)
})

test('nobody removes another person’s passkey, or makes one by another person’s challenge', async () => {
  await using running = await enrolled()
  await running.person('bob@example.org')
  const bob = running.browser()
  await bob.request('POST', '/sign-in', { email: 'bob@example.org', password: PASSWORD })
  assert.equal((await bob.request('DELETE', `/me/passkeys/${running.id}`)).status, 404)
  const { challenge, options } = (await running.owner.request('POST', '/me/passkeys/options', { password: PASSWORD }))
    .body as Partial<Given> as Given
  const passkey = new SoftwareAuthenticator(PUBLIC_URL).make(options.challenge)
  assert.equal((await bob.request('POST', '/me/passkeys', { challenge, name: 'x', passkey })).status, 410)
})
