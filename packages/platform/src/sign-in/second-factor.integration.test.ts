import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '../migrations.ts'
import { type TestBrowser, type TestCluster, testCluster } from '../test-support/index.ts'
import { PASSWORD, signInApi } from './test-support/signed-up.ts'
import { codeAt } from './totp.ts'

const RIGHT = { email: 'anna@example.org', password: PASSWORD }
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** Somebody who signs in with codes of an app. */
async function enrolled() {
  const running = await signInApi(cluster)
  await running.person(RIGHT.email)
  const browser = running.browser()
  await browser.request('POST', '/sign-in', RIGHT)
  const { secret } = (await browser.request('POST', '/me/totp', { password: PASSWORD })).body
  const codeNow = () => codeAt(String(secret), Math.floor(running.clock.epochMs() / 30_000))
  const confirmed = await browser.request('POST', '/me/totp/confirm', { code: codeNow() })
  assert.equal(confirmed.status, 200)
  const challenge = async (visitor: TestBrowser) => String((await visitor.request('POST', '/sign-in', RIGHT)).body.challenge)
  return { ...running, enrolledBrowser: browser, codeNow, challenge, recoveryCodes: confirmed.body.recoveryCodes as string[] }
}

test('PORT-05: with a second factor the password alone opens nothing; a code does, once', async () => {
  await using running = await enrolled()
  const [visitor, other] = [running.browser(), running.browser()]
  const challenge = await running.challenge(visitor)
  assert.equal(visitor.cookie('klinke-session'), undefined)
  assert.equal((await visitor.request('GET', '/me')).status, 401)
  const prove = (browser: TestBrowser, given: string, code: string) =>
    browser.request('POST', '/sign-in/second-factor', { challenge: given, code })
  assert.equal((await prove(visitor, challenge, '000000')).body.type, 'urn:klinke:problem:wrong-code')
  assert.equal((await prove(visitor, challenge, running.codeNow())).status, 422, 'the code of the enrolment was used')
  await running.clock.advance(30_000)
  assert.equal((await prove(visitor, challenge, running.codeNow())).body.next, 'signed-in')
  assert.equal((await visitor.request('GET', '/me')).status, 200)
  assert.equal((await prove(other, await running.challenge(other), running.codeNow())).status, 422, 'no code is taken twice')
  assert.equal((await prove(other, challenge, running.codeNow())).status, 410, 'no challenge is used twice')
})

test('a recovery code opens once, without the app', async () => {
  await using running = await enrolled()
  const [code = ''] = running.recoveryCodes
  const visitor = running.browser()
  const prove = async () =>
    visitor.request('POST', '/sign-in/second-factor', { challenge: await running.challenge(visitor), code: code.toUpperCase() })
  assert.equal((await prove()).status, 200)
  assert.equal((await prove()).status, 422)
  assert.partialDeepStrictEqual((await running.enrolledBrowser.request('GET', '/me')).body, { login: { totp: true, recoveryCodes: 9 } })
})

test('codes are guessed slowly, whatever the number of challenges, and a challenge is good for five minutes', async () => {
  await using running = await enrolled()
  const visitor = running.browser()
  const tryCode = async (challenge: string) =>
    (await visitor.request('POST', '/sign-in/second-factor', { challenge, code: '000000' })).status
  for (let guess = 0; guess < 5; guess++) assert.equal(await tryCode(await running.challenge(visitor)), 422)
  assert.equal(await tryCode(await running.challenge(visitor)), 429)
  const challenge = await running.challenge(visitor)
  await running.clock.advance(5 * 60_000 + 1)
  assert.equal(await tryCode(challenge), 410)
})

test('beginning, ending and new recovery codes ask for the password', async () => {
  await using running = await enrolled()
  const { enrolledBrowser: browser } = running
  for (const path of ['/me/totp', '/me/totp/remove', '/me/recovery-codes'])
    assert.equal((await browser.request('POST', path, { password: 'wrong' })).body.type, 'urn:klinke:problem:wrong-password')
  assert.equal((await browser.request('POST', '/me/totp/remove', { password: PASSWORD })).status, 204)
  assert.equal((await running.browser().request('POST', '/sign-in', RIGHT)).body.next, 'signed-in')
})
