/** Answers to requests about personal data (Art. 12, 16, 17, 20, 21 GDPR) in time and by mail, a user's own data, and announced subprocessors, against a whole database and mail server. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, recordConsent, retentionNight, sendPrivacyMails } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations, readMail, smtpMailSender } from '@klinke/platform'
import { readPdf, type TestAnswer, type TestCluster, testCluster, testMailServer } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { ANNA, BERT, office, type Report, unzipped } from './test-support/privacy-office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000
const problem = ({ body }: TestAnswer): string | undefined => String(body.type).split(/[/:]/).at(-1)

/** An office with a mail server; `post` sends what waits and gives what the server took. */
async function answering() {
  const running = await office(cluster)
  const server = await testMailServer()
  const { database, clock, blobs } = running
  const mail = smtpMailSender(server.url, 'datenschutz@klinke.example')
  const post = async () => {
    await sendPrivacyMails({ database, clock, logger: silentLogger, blobs, mail })
    const raws = server.taken.splice(0)
    return Promise.all(raws.map(async (raw) => ({ to: /^To: (.*)\r$/m.exec(raw)?.[1], ...(await readMail(Buffer.from(raw))) })))
  }
  return {
    ...running,
    post,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await running[Symbol.asyncDispose]()
    },
  }
}

test('Art. 12 (3): a request has a month, once extended with a reason that the person is told by mail, and is shown as late', async () => {
  await using running = await answering()
  const { admin, clock, post } = running
  const asked = await admin('POST', '/privacy-requests', {
    kind: 'rectification',
    subject: { email: 'anna@muster.example' },
    about: 'Anna heißt Anne',
  })
  assert.partialDeepStrictEqual(asked.body, { dueOn: '2026-04-02', isOpen: true, isOverdue: false, replyTo: 'anna@muster.example' })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const extension = { months: 2, reason: 'Wir prüfen die Personalakte.' }
  assert.partialDeepStrictEqual((await admin('POST', `${path}/extension`, extension)).body, { dueOn: '2026-06-02', extendedMonths: 2 })
  assert.equal(problem(await admin('POST', `${path}/extension`, extension)), 'extension-too-late', 'only once')
  const [mail] = await post()
  assert.match(mail?.text ?? '', /bis zum 02\.06\.2026[\s\S]*Wir prüfen die Personalakte\./)
  assert.equal(mail?.to, 'anna@muster.example')
  await clock.advance(92 * DAY_MS)
  assert.equal((await admin('GET', path)).body.isOverdue, false)
  await clock.advance(DAY_MS)
  assert.partialDeepStrictEqual((await admin('GET', '/privacy-requests?open=true')).body.items?.[0], { isOverdue: true })
  const late = await admin('POST', '/privacy-requests', { kind: 'objection', subject: { extensionId: BERT } })
  await clock.advance(40 * DAY_MS)
  assert.equal(problem(await admin('POST', `/privacy-requests/${String(late.body.id)}/extension`, extension)), 'extension-too-late')
})

test('Art. 12 (4): a refusal names a law that such a request knows; it is mailed, kept as evidence, and deleted three years after its year', async () => {
  await using running = await answering()
  const { admin, clock, database, kinds, post } = running
  const asked = await admin('POST', '/privacy-requests', {
    kind: 'deletion',
    subject: { extensionId: BERT },
    replyTo: 'Bert@privat.example',
  })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const refused = { state: 'refused', outcome: 'Rechnung 17 ist noch offen.' }
  assert.equal((await admin('POST', `${path}/answer`, refused)).status, 400)
  assert.equal((await admin('POST', `${path}/answer`, { ...refused, legalGround: 'correct' })).status, 400, 'no ground against a deletion')
  const answered = await admin('POST', `${path}/answer`, { ...refused, legalGround: 'legal-claims' })
  assert.partialDeepStrictEqual(answered.body, {
    state: 'refused',
    isOpen: false,
    legalGround: 'legal-claims',
    mails: [{ state: 'waiting' }],
  })
  const [mail] = await post()
  for (const part of ['Art. 17 Abs. 3 lit. e', 'Rechnung 17', 'Art. 77']) assert.ok(mail?.text?.includes(part), part)
  assert.partialDeepStrictEqual((await admin('GET', path)).body.mails, [{ recipient: 'bert@privat.example', state: 'sent' }])
  assert.equal(problem(await admin('POST', `${path}/answer`, { ...refused, legalGround: 'legal-claims' })), 'request-answered')
  await clock.advance(Date.parse('2029-12-31T03:00:00Z') - clock.epochMs())
  await retentionNight({ database, clock, logger: silentLogger, kinds })
  assert.equal((await admin('GET', path)).status, 200)
  await clock.advance(DAY_MS)
  await retentionNight({ database, clock, logger: silentLogger, kinds })
  assert.equal((await admin('GET', path)).status, 404)
  const left = await database.withOperator((tx) => sql`SELECT 1 FROM privacy_mail`.execute(tx.tables()))
  assert.equal(left.rows.length, 0, 'its mails go with it')
})

test('Art. 15, 20: an answer takes the report along; for another provider it has the data of consent and contract only, for machines', async () => {
  await using running = await answering()
  const { admin, operator, jobs, tenantId, database, post } = running
  const asked = await operator('POST', '/privacy-requests', {
    ...{ tenantId, kind: 'portability', subject: { email: 'anna@muster.example' } },
  })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const done = { state: 'done', outcome: 'Anbei Ihre Daten.', attachReport: true }
  await jobs.look()
  const becomes = (state: string) => database.withOperator((tx) => sql`UPDATE privacy_request SET state = ${state}`.execute(tx.tables()))
  await becomes('failed')
  assert.equal(problem(await operator('POST', `${path}/answer`, done)), 'report-not-ready')
  await becomes('ready')
  assert.equal(problem(await admin('POST', `${path}/answer`, done)), 'consent-missing', 'whoever sends it might read it')
  const consent = { tenantId, scope: 'reports' as const, grantedBy: 'Chefin', grantedOn: '2026-03-01', document: null }
  await database.withOperator((tx) => recordConsent(tx, consent))
  assert.partialDeepStrictEqual((await admin('POST', `${path}/answer`, done)).body, { state: 'done', mails: [{ withReport: true }] })
  const [mail] = await post()
  assert.match(mail?.text ?? '', /Anbei Ihre Daten\./)
  const files = unzipped(Buffer.from(mail?.attachments?.[0]?.content ?? new Uint8Array()))
  assert.deepEqual([...files.keys()], ['report.json'])
  const { kinds } = JSON.parse(files.get('report.json')?.toString() ?? '') as Report
  const names = kinds.map(({ kind }) => kind)
  assert.ok(names.includes('logins') && names.includes('call-records'))
  for (const kind of ['audit-log', 'invoices', 'sign-ins']) assert.ok(!names.includes(kind), kind)
})

test('Art. 17: before a deletion it is told what goes and what stays, why and until when, also of a whole customer; the log proves what went', async () => {
  await using running = await answering()
  const { admin, operator, tenantId, database } = running
  const all = await operator('POST', '/privacy-requests', { tenantId, kind: 'deletion' })
  const whole = await operator('GET', `/privacy-requests/${String(all.body.id)}/erasure`)
  const of = (items: typeof whole.body.items, kind: string) => items?.find((each) => each.kind === kind)
  assert.equal(whole.body.name, 'muster')
  assert.partialDeepStrictEqual(of(whole.body.items, 'master-data'), { stays: 0 })
  assert.partialDeepStrictEqual(of(whole.body.items, 'extensions'), { goes: 2, stays: 0 })
  assert.partialDeepStrictEqual(of(whole.body.items, 'call-records'), { goes: 0, stays: 2 })
  assert.match(JSON.stringify(of(whole.body.items, 'call-records')?.why), /§§ 9, 10 TDDDG/)
  const asked = await admin('POST', '/privacy-requests', { kind: 'deletion', subject: { extensionId: ANNA } })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const before = (await admin('GET', `${path}/erasure`)).body.items ?? []
  const answered = await admin('POST', `${path}/answer`, { state: 'done', outcome: 'Gelöscht', confirm: 'Anna' })
  const erased = answered.body.erased as typeof before
  // The deletion itself is a change, and stands in the log of changes.
  const told = erased.filter(({ kind }) => kind !== 'audit-log')
  assert.deepEqual(told, before, 'what was told is what was done')
  const logged = await database.withOperator((tx) => sql`SELECT * FROM deletion_log ORDER BY id`.execute(tx.tables()))
  const went = before.filter(({ goes }) => Number(goes) > 0)
  assert.partialDeepStrictEqual(
    logged.rows,
    went.map(({ kind, goes }) => ({ kind, count: goes, tenant_id: tenantId })),
  )
  assert.equal(logged.rows.length, went.length)
  const text = JSON.stringify(logged.rows)
  assert.ok(!text.includes('Anna'), 'the proof is without the data')
})

test('Art. 21: who objects gets no more advertising: the consents that hold for the address are withdrawn in the ledger', async () => {
  await using running = await answering()
  const { admin } = running
  const said = { person: 'Anna', email: 'anna@muster.example', textVersion: '1', wording: 'Ja', channel: 'paper', given: true }
  for (const purpose of ['newsletter', 'directory-entry']) await admin('POST', '/consent-entries', { ...said, purpose })
  const asked = await admin('POST', '/privacy-requests', { kind: 'objection', subject: { email: 'anna@muster.example' } })
  await admin('POST', `/privacy-requests/${String(asked.body.id)}/answer`, { state: 'done', outcome: 'Keine Werbung mehr' })
  const { items = [] } = (await admin('GET', '/consent-entries')).body
  assert.deepEqual(
    items.map(({ purpose, given }) => [purpose, given]),
    [
      ['newsletter', false],
      ['directory-entry', true],
      ['newsletter', true],
    ],
  )
})

test('Art. 15: whoever is signed in gets the own data without anybody’s consent, and nobody another’s, also with the same extension', async () => {
  await using running = await answering()
  const { signedIn, admin, jobs, tenantId, foreign } = running
  const user = { kind: 'user', tenantId, extensionId: ANNA } as const
  const [one, other] = [await signedIn(user), await signedIn(user)]
  const administrator = await signedIn({ kind: 'tenant', tenantId, rights: { numbers: 'read' } })
  for (const each of [one, administrator]) {
    const asked = await each('POST', '/me/privacy-requests', { kind: 'access' })
    assert.equal(asked.status, 201, JSON.stringify(asked.body))
    await jobs.look()
    const path = `/me/privacy-requests/${String(asked.body.id)}/report`
    assert.partialDeepStrictEqual((await each('GET', '/me/privacy-requests')).body.items, [
      { state: 'ready', isOpen: false, isOfPerson: true },
    ])
    const files = unzipped((await each('GET', path)).raw)
    assert.match((await readPdf(files.get('report.pdf') ?? Buffer.alloc(0))).pages.join(' '), /Art\. 15/)
    assert.equal((await other('GET', path)).status, 404)
    assert.equal((await other('GET', `/privacy-requests/${String(asked.body.id)}/report`)).status, 404)
    assert.equal((await (await signedIn({ kind: 'tenant', tenantId: foreign }))('GET', path)).status, 404)
    assert.equal(problem(await admin('GET', `/privacy-requests/${String(asked.body.id)}/report`)), 'consent-missing')
  }
  assert.equal(((await other('GET', '/me/privacy-requests')).body.items ?? []).length, 0)
  assert.equal((await admin('GET', '/me/privacy-requests')).status, 403, 'a key is nobody')
  assert.equal((await (await signedIn({ kind: 'operator' }))('GET', '/me/privacy-requests')).status, 400)
})

test('Art. 28 (2): customers with an agreement are told four weeks before a subprocessor begins or ends; the agreement names place and time', async () => {
  await using running = await answering()
  const { admin, operator, signedIn, tenantId, post } = running
  await signedIn({ kind: 'tenant', tenantId })
  const { version } = (await admin('GET', '/processing-agreements')).body
  await admin('POST', '/processing-agreements', { version, acceptedBy: 'Anna Muster', position: 'Geschäftsführerin' })
  const added = { name: 'Mailhaus AG', task: 'Versand von Mails', place: 'Wien', country: 'AT', since: '2026-03-29' }
  assert.equal(problem(await operator('POST', '/subprocessors', added)), 'subprocessor-too-soon')
  assert.deepEqual(await post(), [], 'nothing is told of what is not to be')
  const made = await operator('POST', '/subprocessors', { ...added, since: '2026-03-30' })
  assert.partialDeepStrictEqual(made.body, { since: '2026-03-30', announcedAt: '2026-03-02T10:00:00.000Z' })
  const mails = await post()
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.text ?? '', /ab dem 30\.03\.2026[\s\S]*Mailhaus AG\nVersand von Mails\nWien, AT[\s\S]*widersprechen/)
  const path = `/subprocessors/${String(made.body.id)}/end`
  assert.equal((await admin('POST', path, { until: '2026-12-31' })).status, 403)
  assert.equal((await operator('POST', path, { until: '2026-03-29' })).status, 400)
  assert.partialDeepStrictEqual((await operator('POST', path, { until: '2026-12-31' })).body, { until: '2026-12-31' })
  assert.match((await post())[0]?.subject ?? '', /entfällt ab 01\.01\.2027/)
  const { pages } = await readPdf((await admin('GET', '/processing-agreements/draft')).raw)
  assert.match(pages.join(' '), /Mailhaus AG[\s\S]*Wien, AT[\s\S]*30\.03\.2026 bis 31\.12\.2026/)
})
