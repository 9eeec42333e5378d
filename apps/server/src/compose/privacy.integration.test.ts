/** What people ask for about their data (Art. 15 to 17 GDPR), the ledger of consents, and the processing agreement (Art. 28), against a whole database. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accountsMigrations, retentionNight } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { BERT, office, type Report, unzipped } from './test-support/privacy-office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000

test('Art. 15: a user gets its own data by itself: every row of its own, none of others, numbers of others cut, no secrets; for seven days', async () => {
  await using running = await office(cluster)
  const { anna, bert, admin, stranger, jobs, clock, database, kinds } = running
  const asked = await anna('POST', '/privacy-requests', { kind: 'access', subject: { extensionId: BERT } })
  assert.equal(asked.status, 201, JSON.stringify(asked.body))
  await jobs.look()
  const path = `/privacy-requests/${String(asked.body.id)}`
  const ready = await anna('GET', path)
  assert.partialDeepStrictEqual(ready.body, { state: 'ready', progress: 100, expiresAt: '2026-03-09T10:00:00.000Z' })
  const files = unzipped((await anna('GET', `${path}/report`)).raw)
  assert.deepEqual([...files.keys()], ['report.json', 'report.pdf'])
  assert.equal(files.get('report.pdf')?.subarray(0, 5).toString(), '%PDF-')
  const text = files.get('report.json')?.toString() ?? ''
  const report = JSON.parse(text) as Report
  const tables = Object.assign({}, ...report.kinds.map((kind) => kind.tables)) as Report['kinds'][number]['tables']
  assert.deepEqual(
    tables.call_started?.map(({ call_id, called }) => [call_id, called]),
    [['a', { number: '+491711234xxx' }]],
  )
  assert.deepEqual(
    tables.extension?.map(({ name, ha1_md5 }) => [name, ha1_md5]),
    [['Anna', '***']],
  )
  assert.ok(tables.login?.some(({ email }) => email === 'anna@muster.example'))
  assert.match(report.kinds.find(({ kind }) => kind === 'call-records')?.keptFor.de ?? '', /nichts kosten: bis zum Tag danach/)
  for (const secret of ['geheim', 'Bert', '4321', '1234567']) assert.ok(!text.includes(secret), secret)

  assert.equal((await bert('GET', `${path}/report`)).status, 404)
  assert.equal((await stranger('GET', path)).status, 404)
  assert.equal(((await bert('GET', '/privacy-requests')).body.items ?? []).length, 0)
  assert.equal(((await admin('GET', '/privacy-requests')).body.items ?? []).length, 1)

  await clock.advance(7 * DAY_MS)
  assert.equal((await anna('GET', `${path}/report`)).status, 410)
  await clock.advance(1)
  await retentionNight({ database, clock, logger: silentLogger, kinds })
  assert.equal((await anna('GET', path)).body.octets, null)
})

test('Art. 15: of others an administrator gets a report only with the consent of the management; the operator of the whole customer', async () => {
  await using running = await office(cluster)
  const { admin, operator, jobs, tenantId, foreign } = running
  assert.equal((await admin('POST', '/privacy-requests', { kind: 'access', subject: { extensionId: BERT } })).status, 403)
  assert.equal(
    (await operator('POST', '/privacy-requests', { tenantId: foreign, kind: 'access', subject: { extensionId: BERT } })).status,
    400,
  )
  const asked = await operator('POST', '/privacy-requests', { tenantId, kind: 'access' })
  await jobs.look()
  const files = unzipped((await operator('GET', `/privacy-requests/${String(asked.body.id)}/report`)).raw)
  const text = files.get('report.json')?.toString() ?? ''
  const { kinds } = JSON.parse(text) as Report
  assert.equal(kinds.find(({ kind }) => kind === 'call-records')?.tables.call_started?.length, 2)
  assert.ok(!text.includes(foreign))
  const deeds = await running.database.withTenant(tenantId, (tx) =>
    sql`SELECT 1 FROM audit_log WHERE subject IN ('privacy_request', 'privacy_report') AND action = 'created'`.execute(tx.tables()),
  )
  assert.ok(deeds.rows.length >= 2, 'who asked, and that it was made')
})

test('Art. 17: a deletion tells before what goes and what stays, wants the name, and is done with its answer; Art. 16 is answered in words', async () => {
  await using running = await office(cluster)
  const { anna, admin, stranger, database } = running
  const asked = await anna('POST', '/privacy-requests', { kind: 'deletion', about: 'Ich gehe' })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const preview = await admin('GET', `${path}/erasure`)
  assert.equal(preview.body.name, 'Anna')
  const item = (kind: string) => (preview.body.items ?? []).find((each) => each.kind === kind)
  assert.partialDeepStrictEqual(item('extensions'), { goes: 1, stays: 0 })
  assert.partialDeepStrictEqual(item('call-records'), { goes: 0, stays: 1 })
  const extensions = () =>
    database.withOperator((tx) => sql<{ name: string }>`SELECT name FROM extension ORDER BY number`.execute(tx.tables()))
  assert.equal((await extensions()).rows.length, 2, 'a preview deletes nothing')
  const done = { state: 'done', outcome: 'Gelöscht' }
  assert.equal((await admin('POST', `${path}/answer`, done)).status, 409)
  assert.equal((await stranger('POST', `${path}/answer`, { ...done, confirm: 'Anna' })).status, 404)
  assert.partialDeepStrictEqual((await admin('POST', `${path}/answer`, { ...done, confirm: 'Anna' })).body, {
    state: 'done',
    outcome: 'Gelöscht',
  })
  assert.deepEqual((await extensions()).rows, [{ name: 'Bert' }])
  assert.equal((await admin('POST', `${path}/answer`, { ...done, confirm: 'Anna' })).status, 409)
  const wrong = await admin('POST', '/privacy-requests', {
    kind: 'rectification',
    subject: { extensionId: BERT },
    about: 'Bert heißt Berta',
  })
  const answered = await admin('POST', `/privacy-requests/${String(wrong.body.id)}/answer`, { state: 'done', outcome: 'Name geändert' })
  assert.partialDeepStrictEqual(answered.body, { kind: 'rectification', state: 'done', outcome: 'Name geändert', decidedBy: 'test' })
})

test('Art. 7: the ledger has each giving and withdrawal with its words, and nobody changes an entry', async () => {
  await using running = await office(cluster)
  const { admin, stranger, database } = running
  const said = {
    purpose: 'newsletter',
    person: 'Anna',
    email: 'Anna@muster.example',
    textVersion: '2026-01',
    wording: 'Ja, gern.',
    channel: 'portal',
  }
  for (const given of [true, false]) assert.equal((await admin('POST', '/consent-entries', { ...said, given })).status, 201)
  const { items = [] } = (await admin('GET', '/consent-entries')).body
  assert.deepEqual(
    items.map(({ given, email, wording, recordedBy }) => [given, email, wording, recordedBy]),
    [
      [false, 'anna@muster.example', 'Ja, gern.', 'test'],
      [true, 'anna@muster.example', 'Ja, gern.', 'test'],
    ],
  )
  assert.equal(((await stranger('GET', '/consent-entries')).body.items ?? []).length, 0)
  await assert.rejects(
    database.withOperator((tx) => sql`UPDATE consent_entry SET given = true`.execute(tx.tables())),
    /permission denied/,
  )
})

test('Art. 28: the agreement in force is read, accepted in its version, and kept as it was accepted, with annexes', async () => {
  await using running = await office(cluster)
  const { admin, operator, stranger } = running
  const named = { name: 'Rechenzentrum GmbH', task: 'Server', place: 'Falkenstein', country: 'DE', since: '2026-03-02' }
  assert.equal((await admin('POST', '/subprocessors', named)).status, 403)
  assert.equal((await operator('POST', '/subprocessors', named)).status, 201)
  assert.partialDeepStrictEqual((await admin('GET', '/subprocessors')).body, { items: [{ ...named, until: null, announcedAt: null }] })
  const { version } = (await admin('GET', '/processing-agreements')).body
  const draft = await admin('GET', '/processing-agreements/draft')
  assert.deepEqual([draft.status, draft.raw.subarray(0, 5).toString()], [200, '%PDF-'])
  const by = { acceptedBy: 'Anna Muster', position: 'Geschäftsführerin' }
  assert.equal((await admin('POST', '/processing-agreements', { version: '1999-1', ...by })).status, 409)
  const accepted = await admin('POST', '/processing-agreements', { version, ...by })
  assert.equal(accepted.status, 201, JSON.stringify(accepted.body))
  const path = `/processing-agreements/${String(accepted.body.id)}/paper`
  const paper = await admin('GET', path)
  assert.equal(createHash('sha256').update(paper.raw).digest('hex'), accepted.body.sha256)
  assert.equal((await stranger('GET', path)).status, 404)
})
