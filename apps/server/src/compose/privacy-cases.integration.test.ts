/** Objections, deletions and reports in the cases that happen most: without an address, with a shared extension, after a failure (Art. 15, 17, 21 GDPR). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { ANNA, office } from './test-support/privacy-office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const problem = ({ body }: TestAnswer): string | undefined => String(body.type).split(/[/:]/).at(-1)
const MAIL = { purpose: 'marketing-mail', person: 'Anna', email: 'rechnung@muster.example' }
const PHONE = { purpose: 'marketing-phone', person: 'Anna' }
const OTHERS = { purpose: 'newsletter', person: 'Bert', email: 'bert@muster.example' }
const DIRECTORY = { purpose: 'directory-entry', person: 'Anna' }

const OBJECTIONS: readonly (readonly [string, object, readonly object[], readonly object[]])[] = [
  ['the customer itself: all', {}, [MAIL, PHONE, OTHERS, DIRECTORY], [MAIL, PHONE, OTHERS]],
  ['a person: consents without an address, by name', { extensionId: ANNA }, [PHONE, OTHERS, DIRECTORY], [PHONE]],
  ['a person: the order form has the address for invoices', { email: 'anna@muster.example' }, [MAIL, OTHERS], [MAIL]],
  ['an address that no login has: what the ledger knows under its name', { email: MAIL.email }, [MAIL, PHONE, OTHERS], [MAIL, PHONE]],
]
for (const [name, subject, given, expected] of OBJECTIONS)
  test(`Art. 21 (3): an objection withdraws the consents to advertising, and the answer says which: ${name}`, async () => {
    await using running = await office(cluster)
    const { admin } = running
    const said = { textVersion: '1', wording: 'Ja', channel: 'paper' }
    for (const each of given) await admin('POST', '/consent-entries', { ...said, ...each, given: true })
    const asked = await admin('POST', '/privacy-requests', { kind: 'objection', subject })
    const { outcome } = (await admin('POST', `/privacy-requests/${String(asked.body.id)}/answer`, { state: 'done', outcome: 'Gern.' })).body
    const { items = [] } = (await admin('GET', '/consent-entries')).body
    const of = (each: object) => JSON.stringify({ email: null, ...each }, ['purpose', 'person', 'email'])
    assert.deepEqual(
      items
        .filter((each) => each.given === false)
        .map(of)
        .toSorted(),
      expected.map(of).toSorted(),
    )
    assert.equal(String(outcome).split('\n–').length - 1, expected.length, String(outcome))
  })

test('Art. 21: where no consent held, the answer to an objection says so', async () => {
  await using running = await office(cluster)
  const { admin } = running
  const asked = await admin('POST', '/privacy-requests', { kind: 'objection', subject: { number: '+491711234567' } })
  const answered = await admin('POST', `/privacy-requests/${String(asked.body.id)}/answer`, { state: 'done', outcome: 'Gern.' })
  assert.match(String(answered.body.outcome), /Gern\.\n\nEine Einwilligung in Werbung lag uns dazu nicht vor/)
})

test('Art. 17: whoever shares an extension and is deleted leaves it and the logins of the others; the preview says so', async () => {
  await using running = await office(cluster)
  const { admin, database, tenantId, signedIn } = running
  await signedIn({ kind: 'user', tenantId, extensionId: ANNA })
  const logins = async () =>
    (
      await database.withOperator((tx) =>
        sql<{ readonly id: string; readonly email: string }>`SELECT id, email FROM login`.execute(tx.tables()),
      )
    ).rows
  const others = (await logins()).filter(({ email }) => email !== 'anna@muster.example')
  const asked = await admin('POST', '/privacy-requests', { kind: 'deletion', subject: { email: 'anna@muster.example' } })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const { name, notes, items } = (await admin('GET', `${path}/erasure`)).body
  assert.match(JSON.stringify(notes), /Nebenstelle 10 bleibt/)
  assert.partialDeepStrictEqual(
    items?.find((each) => each.kind === 'extensions'),
    { goes: 0, stays: 1 },
  )
  assert.equal((await admin('POST', `${path}/answer`, { state: 'done', outcome: 'Gelöscht', confirm: name })).status, 200)
  assert.deepEqual(await logins(), others)
  const rest = await admin('POST', '/privacy-requests', { kind: 'deletion', subject: { extensionId: ANNA } })
  const preview = await admin('GET', `/privacy-requests/${String(rest.body.id)}/erasure`)
  assert.match(
    JSON.stringify(preview.body.notes),
    /gehen alle ihre Zugänge: Test, Test\./,
    'whoever asks for the extension is told who loses a login',
  )
})

test('Art. 15: a report that failed is tried again after an hour, and can be answered then', async () => {
  await using running = await office(cluster)
  const { operator, jobs, clock, database, tenantId } = running
  const asked = await operator('POST', '/privacy-requests', { tenantId, kind: 'access' })
  const path = `/privacy-requests/${String(asked.body.id)}`
  await jobs.look()
  const at = new Date(clock.epochMs())
  await database.withOperator((tx) =>
    sql`UPDATE privacy_request SET state = 'failed', decided_at = ${at}, blob_key = NULL, expires_at = NULL`.execute(tx.tables()),
  )
  await jobs.look()
  assert.equal((await operator('GET', path)).body.state, 'failed', 'not at once')
  assert.equal(problem(await operator('POST', `${path}/answer`, { state: 'done', outcome: 'Anbei' })), 'report-not-ready')
  await clock.advance(3_600_000)
  await jobs.look()
  assert.partialDeepStrictEqual((await operator('GET', path)).body, { state: 'ready', outcome: '' })
  assert.equal((await operator('POST', `${path}/answer`, { state: 'done', outcome: 'Anbei' })).body.state, 'done')
})

test('Art. 15: one report of a kind about somebody at a time, also of several asked for at once; whoever else asks has an own one', async () => {
  await using running = await office(cluster)
  const { operator, anna, jobs, clock, tenantId } = running
  const wanted = { tenantId, kind: 'access', subject: { extensionId: ANNA } }
  const answers = await Promise.all([1, 2, 3].map(() => operator('POST', '/privacy-requests', wanted)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409])
  await jobs.look()
  assert.equal(problem(await operator('POST', '/privacy-requests', wanted)), 'report-there-already', 'it can be downloaded')
  assert.equal((await operator('POST', '/privacy-requests', { ...wanted, kind: 'portability' })).status, 201)
  assert.equal((await anna('POST', '/privacy-requests', { kind: 'access' })).status, 201)
  assert.equal(problem(await anna('POST', '/privacy-requests', { kind: 'access' })), 'report-there-already')
  await jobs.look()
  await clock.advance(7 * 86_400_000)
  assert.equal((await operator('POST', '/privacy-requests', wanted)).status, 201, 'its seven days are over')
})

test('Art. 17: the preview of a whole customer only counts: what it tells is what a deletion does; of other requests there is none', async () => {
  await using running = await office(cluster)
  const { operator, database, tenantId, kinds } = running
  await database.withOperator((tx) =>
    sql`INSERT INTO contract (id, tenant_id, profile, begins_on, created_at)
      VALUES (gen_random_uuid(), ${tenantId}, 'flat', '2026-01-01', '2026-01-01')`.execute(tx.tables()),
  )
  const asked = await operator('POST', '/privacy-requests', { tenantId, kind: 'deletion' })
  const { items = [] } = (await operator('GET', `/privacy-requests/${String(asked.body.id)}/erasure`)).body
  await database.withOperator((tx) => sql`DELETE FROM tenant WHERE id = ${tenantId}`.execute(tx.tables()))
  for (const { name, tables } of kinds) {
    let left = 0
    for (const table of tables) {
      if (table.tenant === null) continue
      const { rows } = await database.withOperator((tx) =>
        sql<{ readonly count: number }>`SELECT count(*)::integer AS count FROM ${sql.table(table.name)} AS kept
          WHERE ${sql.raw(table.tenant ?? 'tenant_id')} = ${tenantId}`.execute(tx.tables()),
      )
      left += rows[0]?.count ?? 0
    }
    const told = items.find(({ kind }) => kind === name)
    // The deletion is a change itself.
    if (name !== 'audit-log') assert.equal(told?.stays ?? 0, left, name)
  }
  assert.partialDeepStrictEqual(
    items.find(({ kind }) => kind === 'kept-contracts'),
    { goes: 0, stays: 1 },
  )
})

test('Art. 17: there is no preview of a deletion that nobody has asked for', async () => {
  await using running = await office(cluster)
  const { admin } = running
  const asked = await admin('POST', '/privacy-requests', { kind: 'objection' })
  assert.equal((await admin('GET', `/privacy-requests/${String(asked.body.id)}/erasure`)).status, 409)
})
