/** What a deletion would lose, beside what is owed: months that no run has billed yet, and what the customer can ask back (BIL-03, BIL-09). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { billingMigrations } from './migrations.ts'
import { endAccount, move, openAccount } from './prepaid/store.ts'
import { unsettledOf } from './unsettled.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function customer() {
  const opened = await cluster.database()
  const { database } = opened
  const acme = await database.withOperator((tx) =>
    insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile: DEFAULT_PROFILE }),
  )
  return {
    ...{ database, tenantId: acme.id },
    does: (query: ReturnType<typeof sql>) => database.withOperator(async (tx) => (await query.execute(tx.tables())).rows),
    unsettled: (today: string) => database.withOperator((tx) => unsettledOf(tx, acme.id, today)),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

test('BIL-03: a contract that has ended holds until a run has billed its last month, or found nothing in it', async () => {
  await using running = await customer()
  const { does, unsettled, tenantId } = running
  const held = { monthsWithoutInvoice: 1 }
  await does(sql`INSERT INTO contract (id, tenant_id, profile, begins_on, ends_on, created_at)
    VALUES (gen_random_uuid(), ${tenantId}, 'flat', '2026-01-01', '2026-11-15', '2026-01-01')`)
  assert.deepEqual(await unsettled('2026-11-23'), {}, 'nobody writes invoices here')
  await does(sql`INSERT INTO invoice_issuer (details) VALUES ('{}')`)
  assert.deepEqual(await unsettled('2026-11-23'), held)
  await does(sql`UPDATE contract SET billed_through = '2026-10-01'`)
  assert.deepEqual(await unsettled('2026-11-23'), held)
  await does(sql`UPDATE contract SET billed_through = '2026-11-01'`)
  assert.deepEqual(await unsettled('2026-12-02'), {})
  await does(sql`UPDATE contract SET billed_through = '2026-10-01'`)
  const runId = randomUUID()
  await does(sql`INSERT INTO invoice_run (id, period_from, period_until, state, issue_on, started_by)
    VALUES (${runId}, '2026-10-01', '2026-10-31', 'issued', '2026-11-01', 'Amt')`)
  await does(
    sql`INSERT INTO invoice_run_customer (run_id, tenant_id, place, name, state) VALUES (${runId}, ${tenantId}, 1, 'acme', 'nothing')`,
  )
  assert.deepEqual(await unsettled('2026-11-23'), held, 'of the month before')
  await does(sql`UPDATE invoice_run SET period_from = '2026-11-01', period_until = '2026-11-30', state = 'drafted'`)
  assert.deepEqual(await unsettled('2026-12-02'), held, 'not issued')
  await does(sql`UPDATE invoice_run SET state = 'issued'`)
  assert.deepEqual(await unsettled('2026-12-02'), {})
  await does(sql`UPDATE invoice_run_customer SET state = 'problem'`)
  assert.deepEqual(await unsettled('2026-12-02'), held)
  await does(sql`UPDATE tenant SET demo_until = now()`)
  assert.deepEqual(await unsettled('2026-12-02'), {}, 'demo customers are never billed')
})

test('BIL-09: prepaid credit holds while its account goes on, and as long as it can be asked back', async () => {
  await using running = await customer()
  const { database, does, unsettled, tenantId } = running
  const pays = (kind: 'top-up' | 'refund', source: string) =>
    database.withOperator((tx) => move(tx, { tenantId, kind, amountMicros: 20_000_000n, source, by: 'Amt' }))
  await database.withOperator((tx) => openAccount(tx, tenantId, '2026-01-01'))
  assert.deepEqual(await unsettled('2026-11-23'), {})
  await pays('top-up', 'one')
  assert.deepEqual(await unsettled('2026-11-23'), { prepaidBalance: 1 })
  await database.withOperator((tx) => endAccount(tx, tenantId, '2026-11-15'))
  assert.deepEqual(await unsettled('2026-11-14'), { prepaidBalance: 1 })
  assert.deepEqual(await unsettled('2027-11-15'), { prepaidBalance: 1 })
  assert.deepEqual(await unsettled('2027-11-16'), {}, 'a year after the end')
  await pays('refund', 'two')
  assert.deepEqual(await unsettled('2026-11-23'), {})
  await pays('top-up', 'three')
  await does(sql`UPDATE tenant SET demo_until = now()`)
  assert.deepEqual(await unsettled('2026-11-23'), {}, 'nobody has paid it')
})

test('§§ 195, 199 BGB: what is left of credit notes and what was paid too much hold until the claim lapses', async () => {
  await using running = await customer()
  const { does, unsettled, tenantId } = running
  const [note, item] = [randomUUID(), randomUUID()]
  await does(sql`INSERT INTO invoice (id, tenant_id, kind, state, period_from, period_until, currency, net, tax, gross, content, fingerprint, number, issued_on, due_on,
    issued_at) VALUES (${note}, ${tenantId}, 'credit-note', 'issued', '2026-10-01', '2026-10-31', 'EUR', 10000000, 1900000, 11900000, '{}', 'x', 'G-1', '2026-11-02',
    '2026-11-02', '2026-11-02')`)
  assert.deepEqual(await unsettled('2026-11-23'), { creditNotes: 1 })
  await does(sql`UPDATE invoice SET paid = 5000000`)
  assert.deepEqual([await unsettled('2029-12-31'), await unsettled('2030-01-01')], [{ creditNotes: 1 }, {}])
  await does(sql`UPDATE invoice SET paid = gross`)
  await does(sql`INSERT INTO open_item (id, tenant_id, kind, number, amount_micros, currency, issued_on, due_on)
    VALUES (${item}, ${tenantId}, 'invoice', 'RE-1', 10000000, 'EUR', '2026-11-02', '2026-11-16')`)
  const paid = (micros: number, source: string) =>
    does(sql`INSERT INTO payment_entry (id, tenant_id, open_item_id, kind, amount_micros, currency, booked_on, source, noted_by)
      VALUES (gen_random_uuid(), ${tenantId}, ${item}, 'transfer', ${micros}, 'EUR', '2026-11-10', ${source}, 'Amt')`)
  await paid(10_000_000, 'one')
  assert.deepEqual(await unsettled('2026-11-23'), {})
  await paid(10_000_000, 'two')
  assert.deepEqual([await unsettled('2029-12-31'), await unsettled('2030-01-01')], [{ overpaid: 1 }, {}])
})
