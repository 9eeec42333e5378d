/** Reports on personal data tell nothing of others (Art. 15 (4) GDPR), and administrators nothing without consent (PORT-04), against a whole database. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, recordConsent } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { ANNA, BERT, office, type Report, unzipped } from './test-support/privacy-office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('Art. 15 (4): an address or a number finds nothing of another customer, and nothing that the operator tells its own people', async () => {
  await using running = await office(cluster)
  const { operator, jobs, database, tenantId, foreign } = running
  const mails = [
    [tenantId, 'chef@fremd.example', 'eigenes'],
    [foreign, 'chef@fremd.example', 'fremdes'],
    [tenantId, 'betrieb@klinke.example', 'innerbetriebliches'],
  ] as const
  await database.withOperator(async (tx) => {
    const db = tx.tables()
    await sql`INSERT INTO login (id, email, name, kind, password_hash) VALUES
      (gen_random_uuid(), 'betrieb@klinke.example', 'Betrieb', 'operator', 'x')`.execute(db)
    for (const [number, [of, recipient, text]] of mails.entries()) {
      const id = `018f0000-0000-7000-8000-00000000010${number}`
      await sql`INSERT INTO ticket (id, number, tenant_id, kind, severity, state, subject, via, opened_by, language, opened_at)
        VALUES (${id}, ${`K-${number}`}, ${of}, 'question', 'minor', 'open', 'x', 'portal', 'x', 'de', now())`.execute(db)
      await sql`INSERT INTO ticket_mail (id, ticket_id, recipient, subject, text, message_id, automatic, created_at, next_try_at)
        VALUES (gen_random_uuid(), ${id}, ${recipient}, 'x', ${text}, ${id}, true, now(), now())`.execute(db)
    }
    await sql`INSERT INTO stray_mail (id, received_at, sender, subject, text, reason)
      VALUES (gen_random_uuid(), now(), 'chef@fremd.example', 'x', 'verirrtes', 'unknown-sender')`.execute(db)
  })
  const reported = async (subject: Readonly<Record<string, string>>) => {
    const asked = await operator('POST', '/privacy-requests', { tenantId, kind: 'access', subject })
    await jobs.look()
    const files = unzipped((await operator('GET', `/privacy-requests/${String(asked.body.id)}/report`)).raw)
    const text = files.get('report.json')?.toString() ?? ''
    return ['eigenes', 'fremdes', 'verirrtes', 'innerbetriebliches'].filter((word) => text.includes(word))
  }
  assert.deepEqual(await reported({ email: 'chef@fremd.example' }), ['eigenes'])
  assert.deepEqual(await reported({ email: 'betrieb@klinke.example' }), [])
  assert.deepEqual(await reported({}), ['eigenes'])
})

test('Art. 15 (4): the head number that an extension shows finds no calls of others', async () => {
  await using running = await office(cluster)
  const { anna, jobs, database, tenantId } = running
  await database.withOperator(async (tx) => {
    const db = tx.tables()
    await sql`INSERT INTO number_range (e164, tenant_id, size, state) VALUES ('+49221123450', ${tenantId}, 1, 'active')`.execute(db)
    await sql`INSERT INTO phone_number (e164, tenant_id) VALUES ('+49221123450', ${tenantId})`.execute(db)
    await sql`UPDATE extension SET outgoing_number = '+49221123450' WHERE tenant_id = ${tenantId}`.execute(db)
    for (const [call, extension] of [
      ['in-a', ANNA],
      ['in-b', BERT],
    ] as const)
      await sql`INSERT INTO call_started (call_id, started_at, tenant_id, direction, caller, called, sip_call_id, emergency)
        VALUES (${call}, '2026-03-01T11:00:00Z', ${tenantId}, 'in', '{"number":"+4930111222"}', ${JSON.stringify({ number: '+49221123450', extensionId: extension })}, 'x', false)`.execute(
        db,
      )
  })
  const asked = await anna('POST', '/privacy-requests', { kind: 'access' })
  await jobs.look()
  const files = unzipped((await anna('GET', `/privacy-requests/${String(asked.body.id)}/report`)).raw)
  const { kinds } = JSON.parse(files.get('report.json')?.toString() ?? '') as Report
  const calls = kinds.find(({ kind }) => kind === 'call-records')?.tables.call_started ?? []
  assert.deepEqual(calls.map(({ call_id }) => call_id).toSorted(), ['a', 'in-a'])
  assert.deepEqual(
    calls.find(({ call_id }) => call_id === 'in-a')?.called,
    { number: '+49221123450', extensionId: ANNA },
    'a number of its own is not cut',
  )
})

test('PORT-04: what a user has asked about itself an administrator reads only with the consent of the management', async () => {
  await using running = await office(cluster)
  const { anna, admin, operator, jobs, database, tenantId } = running
  const asked = await anna('POST', '/privacy-requests', { kind: 'access' })
  await jobs.look()
  const path = `/privacy-requests/${String(asked.body.id)}/report`
  const refused = await admin('GET', path)
  assert.equal(refused.status, 403)
  assert.match(JSON.stringify(refused.body), /consent-missing/)
  assert.deepEqual([(await anna('GET', path)).status, (await operator('GET', path)).status], [200, 200])
  const consent = { tenantId, scope: 'reports', grantedBy: 'Chef', grantedOn: '2026-03-01', document: null } as const
  await database.withOperator((tx) => recordConsent(tx, consent))
  assert.equal((await admin('GET', path)).status, 200)
})
