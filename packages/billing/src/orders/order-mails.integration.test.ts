/** What people are told of orders: mails that a real mail server receives, with what was ordered as PDF. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { insertLogin, type Mail, platformMigrations, smtpMailSender } from '@klinke/platform'
import { readPdf, type TestCluster, testCluster, testMailServer } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { openProvider } from '../contracts/test-support/provider.ts'
import { billingMigrations } from '../migrations.ts'
import { FakeProvisioning } from './test-support/fake-provisioning.ts'
import { loadProfile, orderBecomes, orderMade } from './test-support/given-orders.ts'

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const FORM = {
  ...{ kind: 'new', profileId: 'flat', wishDate: '2026-11-23', sipDomain: 'muster.example.org', itemisedBill: 'last-three-cut' },
  items: [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 5 },
  ],
  customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: 'rechnung@example.org', register: 'HRB 12345' },
  administrator: { name: 'Anna Admin', email: 'anna@example.org' },
  site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
}

/** The text of a mail, its transfer encodings undone. */
function plain(mail: string): string {
  return mail
    .replaceAll('=\r\n', '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (octets) => Buffer.from(octets.replaceAll('=', ''), 'hex').toString())
}

/** The subject, its encoded words (RFC 2047) undone. */
function subjectOf(mail: string): string {
  const raw = /^Subject: (?<subject>.*(?:\r\n[ \t].*)*)/m.exec(mail)?.groups?.subject ?? ''
  const word = (_all: string, encoded: string) =>
    encoded.replaceAll('_', ' ').replaceAll(/(?:=[0-9A-F]{2})+/g, (octets) => Buffer.from(octets.replaceAll('=', ''), 'hex').toString())
  return raw.replaceAll(/\r\n[ \t]/g, '').replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, word)
}

async function attachedPdf(mail: string): Promise<string> {
  const [, encoded = ''] = /application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n-/.exec(mail) ?? []
  return (await readPdf(Buffer.from(encoded, 'base64'))).pages.join(' ')
}

test('ORD-01: a customer is told of each step, gets what was ordered as PDF with the confirmation, and never a password', async () => {
  await using server = await testMailServer()
  const mail = smtpMailSender(server.url, 'klinke@example.org')
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning(), mail })
  await loadProfile(running.operator, 'flat')
  const { operator } = running
  const { id, number } = (await operator('POST', '/orders', { form: FORM })).body
  const received = await server.next()
  assert.equal(subjectOf(received), `Ihre Bestellung ${String(number)} ist eingegangen`)
  assert.match(received, /^To: rechnung@example.org\r$/m)
  assert.match(plain(received), /Monatlich 42,50 EUR, einmalig 199,00 EUR/)

  const step = (name: string, more: object = {}) => operator('POST', `/orders/${String(id)}/steps`, { step: name, ...more })
  await step('check')
  await step('confirm')
  const confirmed = await server.next()
  assert.equal(subjectOf(confirmed), `Auftragsbestätigung zu Ihrer Bestellung ${String(number)}`)
  const paper = await attachedPdf(confirmed)
  for (const part of [
    'Muster GmbH',
    'HRB 12345',
    '199,00 EUR',
    '42,50 EUR',
    'Um die letzten drei Ziffern gekürzt',
    'Laufzeit: 12 Monate',
    'Unterschrift',
  ])
    assert.ok(paper.includes(part), `${part} in ${paper}`)

  await step('provision')
  const handedOver = await server.next()
  assert.match(plain(handedOver), /Über ihren Link wählen Sie Ihr Passwort selbst/)
  await running.clock.advance(2 * 86_400_000)
  await eventually('it is active', async () => {
    await running.clock.advance(600_000)
    return server.taken.length > 0
  })
  assert.match(plain(await server.next()), /Ihr Vertrag hat am 23\.11\.2026 begonnen/)
})

test('ORD-06: a refusal says why, in the language of the order; a mail server that is away for a day loses nothing', async () => {
  await using running = await openProvider(cluster)
  await loadProfile(running.operator, 'flat')
  const { operator, clock, mails } = running
  running.mailIsAway(true)
  const { id, number } = (await operator('POST', '/orders', { form: { ...FORM, language: 'en', sipDomain: 'away.example.org' } })).body
  await operator('POST', `/orders/${String(id)}/steps`, { step: 'refuse', reason: 'The check was negative' })
  const failed = running.failedMails()
  await clock.advance(86_400_000)
  await eventually('it is tried again', async () => {
    await clock.advance(60_000)
    return running.failedMails() > failed
  })
  assert.equal(mails.length, 0)
  running.mailIsAway(false)
  await eventually('both are there', async () => {
    await clock.advance(60_000)
    return mails.length === 2
  })
  assert.deepEqual(
    mails.map(({ to, subject }) => `${to}: ${subject}`),
    [`rechnung@example.org: We have received your order ${String(number)}`, `rechnung@example.org: Your order ${String(number)}`],
  )
  assert.match(mails[1]?.text ?? '', /Reason: The check was negative/)
})

test('an address that is refused keeps no other administrator from its mail, and nobody gets one twice', async () => {
  const told: string[] = []
  let refusals = 0
  const mail = {
    send: ({ to, subject }: Mail): Promise<void> => {
      if (to === 'gone@example.org') {
        refusals += 1
        return Promise.reject(new Error('550 no such user'))
      }
      told.push(`${to}: ${subject}`)
      return Promise.resolve()
    },
  }
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning(), mail })
  await loadProfile(running.operator, 'flat')
  const first = await orderMade(running, FORM, ['check', 'confirm', 'provision'])
  await running.clock.advance(86_400_000)
  const { tenantId, contractId } = await orderBecomes(running, first.body.id, 'active')
  const principal = { kind: 'tenant', tenantId: String(tenantId) } as const
  await running.database.withOperator((tx) => insertLogin(tx, { email: 'gone@example.org', name: 'Gone', language: 'de', principal }))
  const items = [{ item: 'extension', quantity: 1 }]
  const { number } = (await orderMade(running, { kind: 'change', contractId, wishDate: '2026-12-01', items }, ['check'])).body
  await eventually('it is tried for some hours', async () => {
    await running.clock.advance(60_000)
    return refusals >= 4
  })
  const ofChange = told.filter((each) => each.includes(String(number)))
  assert.deepEqual(ofChange, [`anna@example.org: Ihre Bestellung ${String(number)} ist eingegangen`])
})
