import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ApiRoutes } from '../http/api.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestBrowser, type TestCluster, testCluster } from '../test-support/index.ts'
import { PASSWORD, PUBLIC_URL, signInApi, TENANT } from './test-support/signed-up.ts'
import { SoftwareAuthenticator } from './test-support/software-authenticator.ts'
import { codeAt } from './totp.ts'

const OTHER = '018f0000-0000-7000-8000-00000000000b'
const ADMIN = { kind: 'tenant', tenantId: TENANT } as const
const REQUIRED = 'urn:klinke:problem:second-factor-required'
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const plain: ApiRoutes = (api) => {
  api.get('/plain', { config: { access: 'signed-in' } }, () => ({ fine: true }))
}

async function office() {
  const running = await signInApi(cluster, [plain])
  await running.person('anna@example.org', ADMIN)
  await running.person('otto@example.org', { kind: 'tenant', tenantId: OTHER })
  await running.person('uwe@example.org', { kind: 'user', tenantId: TENANT, extensionId: OTHER })
  await running.person('root@example.org')
  const signedIn = async (name: string): Promise<TestBrowser> => {
    const browser = running.browser()
    await browser.request('POST', '/sign-in', { email: `${name}@example.org`, password: PASSWORD })
    return browser
  }
  const open = async (name: string) => (await (await signedIn(name)).request('GET', '/plain')).status
  return { ...running, signedIn, open }
}

test('PORT-05: where a tenant requires a second factor, its administrators are let in only to enrol one; nobody else notices', async () => {
  await using at = await office()
  const before = await at.signedIn('anna')
  const admin = await at.api.client(ADMIN)
  assert.deepEqual((await admin('PATCH', '/second-factor-policy', { required: true })).body, { required: true })
  assert.equal((await before.request('GET', '/plain')).body.type, REQUIRED, 'running sessions, too')
  assert.deepEqual([await at.open('otto'), await at.open('uwe'), await at.open('root')], [200, 200, 200])
  const browser = await at.signedIn('anna')
  assert.partialDeepStrictEqual((await browser.request('GET', '/me')).body, { login: { mustEnrol: true } })
  const { secret } = (await browser.request('POST', '/me/totp', { password: PASSWORD })).body
  assert.equal((await browser.request('GET', '/plain')).body.type, REQUIRED, 'one that is not confirmed is none')
  const code = codeAt(String(secret), Math.floor(at.clock.epochMs() / 30_000))
  assert.equal((await browser.request('POST', '/me/totp/confirm', { code })).status, 200)
  assert.equal((await browser.request('GET', '/plain')).status, 200)
})

test('the operator requires it of all administrators, its own included, and no tenant can take that back', async () => {
  await using at = await office()
  const [operator, admin] = [await at.api.client({ kind: 'operator' }), await at.api.client(ADMIN)]
  await operator('PATCH', '/second-factor-policy', { required: true })
  await admin('PATCH', '/second-factor-policy', { required: false })
  assert.deepEqual([await at.open('anna'), await at.open('otto'), await at.open('root'), await at.open('uwe')], [403, 403, 403, 200])
  assert.equal((await admin('PATCH', `/second-factor-policy?tenantId=${OTHER}`, { required: false })).status, 404)
  const some = await at.api.client({ ...ADMIN, rights: { logins: 'read' } })
  assert.equal((await some('PATCH', '/second-factor-policy', { required: false })).status, 403)
})

test('a passkey is a second factor: with it the session opens, and the password alone does not any more', async () => {
  await using at = await office()
  const admin = await at.api.client(ADMIN)
  await admin('PATCH', '/second-factor-policy', { required: true })
  const browser = await at.signedIn('anna')
  const { challenge, options } = (await browser.request('POST', '/me/passkeys/options', { password: PASSWORD })).body
  const passkey = new SoftwareAuthenticator(PUBLIC_URL).make(String((options as { readonly challenge: string }).challenge))
  assert.equal((await browser.request('POST', '/me/passkeys', { challenge, name: 'Key', passkey })).status, 201)
  assert.equal((await browser.request('GET', '/plain')).status, 200)
  const again = await at.browser().request('POST', '/sign-in', { email: 'anna@example.org', password: PASSWORD })
  assert.partialDeepStrictEqual(again.body, { next: 'second-factor', passkeys: true })
})
