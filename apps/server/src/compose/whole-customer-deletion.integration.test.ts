/** A customer asks for its own deletion (Art. 17 GDPR): not while its contract goes on or something is open; then some days after the answer, by the nights. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, retentionNight } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { endOfCustomers } from './retention.ts'
import { office } from './test-support/privacy-office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000
const CONTRACT = '018f0000-0000-7000-8000-0000000000c1'
const problem = ({ status, body }: TestAnswer): string => `${status} ${String(body.type).split(/[/:]/).at(-1)}`

/** It is 2 March 2026; the contract goes on. */
async function asking() {
  const running = await office(cluster)
  const { database, clock, kinds, tenantId, operator } = running
  await database.withOperator((tx) =>
    sql`INSERT INTO contract (id, tenant_id, profile, begins_on, created_at) VALUES (${CONTRACT}, ${tenantId}, 'flat', '2025-01-01', '2025-01-01')`.execute(
      tx.tables(),
    ),
  )
  const asked = await operator('POST', '/privacy-requests', { tenantId, kind: 'deletion', replyTo: 'chefin@muster.example' })
  const path = `/privacy-requests/${String(asked.body.id)}`
  const done = { state: 'done', outcome: 'Wir löschen alles.', confirm: 'muster' }
  return {
    ...running,
    path,
    done,
    answer: (body: object = done) => operator('POST', `${path}/answer`, body),
    notes: async () => JSON.stringify((await operator('GET', `${path}/erasure`)).body.notes),
    says: (query: ReturnType<typeof sql>) => database.withOperator(async (tx) => (await query.execute(tx.tables())).rows),
    night: () => retentionNight({ database, clock, logger: silentLogger, kinds, end: endOfCustomers({ clock }) }),
  }
}

test('Art. 17: a customer is not deleted while its contract goes on or something is open, and by nobody but the operator', async () => {
  await using running = await asking()
  const { answer, notes, says, admin, tenantId, path, done } = running
  assert.equal(problem(await answer()), '409 customer-goes-on')
  assert.match(await notes(), /Ein Vertrag läuft noch/)
  await says(sql`UPDATE contract SET ends_on = '2026-03-02'`)
  assert.equal(problem(await answer()), '409 customer-goes-on', 'its last day is not over')
  await says(sql`UPDATE contract SET ends_on = '2026-02-28'`)
  await says(sql`INSERT INTO dispute_hold (id, tenant_id, from_day, until_day, reason, made_by)
    VALUES (gen_random_uuid(), ${tenantId}, '2026-02-01', '2026-02-02', 'Streit', 'Amt')`)
  const held = await answer()
  assert.equal(problem(held), '409 customer-held')
  assert.match(String(held.body.detail), /disputes: 1/)
  assert.match(await notes(), /Einwendungen: 1/)
  await says(sql`UPDATE dispute_hold SET ended_at = now()`)
  assert.equal((await admin('POST', `${path}/answer`, done)).status, 403)
  assert.equal(problem(await answer({ ...done, confirm: 'Muster GmbH' })), '409 erasure-not-confirmed')
  assert.match(await notes(), /am 09\.03\.2026 gelöscht/)
  assert.equal((await says(sql`SELECT 1 FROM tenant WHERE id = ${tenantId}`)).length, 1)
})

test('Art. 17, BIL-03: a customer is not deleted before its last month is billed and its credit paid out, and the operator is told so', async () => {
  await using running = await asking()
  const { answer, notes, says, tenantId } = running
  await says(sql`UPDATE contract SET ends_on = '2026-02-28'`)
  await says(sql`INSERT INTO invoice_issuer (details) VALUES ('{}')`)
  await says(sql`INSERT INTO prepaid_account (tenant_id, currency, opened_on) VALUES (${tenantId}, 'EUR', '2025-01-01')`)
  await says(sql`INSERT INTO prepaid_movement (id, tenant_id, kind, from_account, to_account, amount_micros, source, noted_by)
    VALUES (gen_random_uuid(), ${tenantId}, 'top-up', 'cash', 'balance', 20000000, 'x', 'Amt')`)
  const held = await answer()
  assert.equal(problem(held), '409 customer-held')
  assert.match(String(held.body.detail), /contracts whose last month stands on no invoice yet .*: 1, prepaid accounts with a balance .*: 1/)
  assert.match(await notes(), /der nächste Rechnungslauf stellt ihn in Rechnung\): 1, Prepaid-Konten mit Guthaben/)
  await says(sql`UPDATE contract SET billed_through = '2026-02-01'`)
  await says(sql`INSERT INTO prepaid_movement (id, tenant_id, kind, from_account, to_account, amount_micros, source, noted_by)
    VALUES (gen_random_uuid(), ${tenantId}, 'refund', 'balance', 'cash', 20000000, 'y', 'Amt')`)
  assert.match(await notes(), /am 09\.03\.2026 gelöscht/)
})

test('Art. 17, PRI-01: a customer whose contract is over is deleted a week after the answer, which says when and what the law keeps', async () => {
  await using running = await asking()
  const { answer, says, night, clock, tenantId, operator, path } = running
  await says(sql`UPDATE contract SET ends_on = '2026-02-28'`)
  const answered = await answer()
  assert.equal(answered.status, 200, JSON.stringify(answered.body))
  const outcome = String(answered.body.outcome)
  assert.match(outcome, /^Wir löschen alles\.\n\nGelöscht wird am 09\.03\.2026\. Danach bleiben nur:\n/)
  assert.match(outcome, /– Verträge gelöschter Kunden \(1\): Verträge mit ihren Bestellungen 6 Jahre .*§ 257 HGB/)
  assert.match(JSON.stringify(await says(sql`SELECT text FROM privacy_mail WHERE recipient = 'chefin@muster.example'`)), /09\.03\.2026/)
  const seen = (await operator('GET', path)).body
  assert.ok(seen.erased)
  await clock.advance(6 * DAY_MS)
  await night()
  assert.equal((await says(sql`SELECT 1 FROM tenant WHERE id = ${tenantId}`)).length, 1, 'the answer has time to arrive')
  await clock.advance(DAY_MS)
  await night()
  assert.deepEqual(await says(sql`SELECT name FROM tenant`), [{ name: 'fremd' }])
  assert.deepEqual(await says(sql`SELECT kind, count FROM deletion_log WHERE tenant_id = ${tenantId} AND kind = 'master-data'`), [
    { kind: 'master-data', count: 1 },
  ])
  assert.deepEqual(await says(sql`SELECT ended_on::text AS day FROM kept_contract`), [{ day: '2026-02-28' }])
})

test('Art. 17: whoever has a contract again is not deleted by what it asked before', async () => {
  await using running = await asking()
  const { answer, says, night, clock, tenantId } = running
  await says(sql`UPDATE contract SET ends_on = '2026-02-28'`)
  assert.equal((await answer()).status, 200)
  await says(sql`UPDATE contract SET ends_on = '2026-03-31'`)
  await clock.advance(40 * DAY_MS)
  await night()
  assert.equal((await says(sql`SELECT 1 FROM tenant WHERE id = ${tenantId}`)).length, 1)
})

test('Art. 17: a customer that never had a contract is deleted a week after the answer, and not by the request alone', async () => {
  await using running = await asking()
  const { answer, notes, says, night, clock, tenantId } = running
  await says(sql`DELETE FROM contract`)
  assert.match(await notes(), /am 09\.03\.2026 gelöscht/)
  await clock.advance(10 * DAY_MS)
  await night()
  assert.equal((await says(sql`SELECT 1 FROM tenant WHERE id = ${tenantId}`)).length, 1, 'nobody has answered')
  const answered = await answer()
  assert.equal(answered.status, 200, JSON.stringify(answered.body))
  assert.match(String(answered.body.outcome), /Gelöscht wird am 19\.03\.2026/)
  await clock.advance(6 * DAY_MS)
  await night()
  assert.equal((await says(sql`SELECT 1 FROM tenant WHERE id = ${tenantId}`)).length, 1, 'the answer has time to arrive')
  await clock.advance(DAY_MS)
  await night()
  assert.deepEqual(await says(sql`SELECT name FROM tenant`), [{ name: 'fremd' }])
})
