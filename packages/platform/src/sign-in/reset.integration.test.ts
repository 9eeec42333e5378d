import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { smtpMailSender } from '../mail/smtp-mail-sender.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testCluster, testMailServer } from '../test-support/index.ts'
import { PASSWORD, signInApi } from './test-support/signed-up.ts'

const EMAIL = 'anna@example.org'
const NEW = 'Haus Baum Sofa 12'
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** The link in a mail, whose lines quoted-printable may have broken. */
function tokenIn(mail: string): string {
  return /reset-password#([\w-]{43})/.exec(mail.replaceAll('=\r\n', ''))?.[1] ?? ''
}

test('a mail brings a link by which a new password is set, once; sessions of the old one end', async () => {
  await using mails = await testMailServer()
  await using running = await signInApi(cluster, [], smtpMailSender(mails.url, 'klinke@example.org'))
  await running.person(EMAIL)
  const [browser, forgetful] = [running.browser(), running.browser()]
  await browser.request('POST', '/sign-in', { email: EMAIL, password: PASSWORD })
  assert.equal((await forgetful.request('POST', '/sign-in/reset', { email: EMAIL })).status, 202)
  const mail = await mails.next()
  assert.match(mail, /^To: anna@example.org\r$/m)
  const token = tokenIn(mail)
  const set = (password: string) => forgetful.request('POST', '/sign-in/password', { token, password })
  assert.equal((await set('too short')).status, 400)
  assert.equal((await set(NEW)).status, 204)
  assert.equal((await set(NEW)).body.type, 'urn:klinke:problem:token-invalid')
  assert.equal((await browser.request('GET', '/me')).status, 401)
  assert.equal((await forgetful.request('POST', '/sign-in', { email: EMAIL, password: PASSWORD })).status, 401)
  assert.equal((await forgetful.request('POST', '/sign-in', { email: EMAIL, password: NEW })).status, 200)
})

test('a link is good for an hour', async () => {
  await using mails = await testMailServer()
  await using running = await signInApi(cluster, [], smtpMailSender(mails.url, 'klinke@example.org'))
  await running.person(EMAIL)
  await running.browser().request('POST', '/sign-in/reset', { email: EMAIL })
  const token = tokenIn(await mails.next())
  await running.clock.advance(3_600_001)
  assert.equal((await running.browser().request('POST', '/sign-in/password', { token, password: NEW })).status, 410)
})

test('whether there is such a login, the answer does not tell; and nobody gets many mails', async () => {
  await using mails = await testMailServer()
  await using running = await signInApi(cluster, [], smtpMailSender(mails.url, 'klinke@example.org'))
  await running.person(EMAIL)
  const ask = (email: string) => running.browser().request('POST', '/sign-in/reset', { email })
  const known = await ask(EMAIL)
  const unknown = await ask('nobody@example.org')
  assert.deepEqual([known.status, known.raw], [unknown.status, unknown.raw])
  for (let time = 0; time < 10; time++) assert.equal((await ask(EMAIL)).status, 202)
  for (let mail = 0; mail < 3; mail++) await mails.next()
  assert.equal(mails.taken.length, 0)
})
