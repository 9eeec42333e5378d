/** All kinds of personal data through two years of nights, and the years that law adds: nothing survives its date, nothing needed goes early (PRI-01). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant, retentionNight } from '@klinke/accounts'
import { billingMigrations, dispatchedInvoices, disputedDays } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { type Mail, platformMigrations, type Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { dataKinds, endOfCustomers } from './retention.ts'
import { insertRow } from './test-support/insert-row.ts'
import { GROUND } from './test-support/kept-rows/ground.ts'
import { ALIVE, AT, ENDED, HELD, id, of, porting, type Row } from './test-support/kept-rows/row.ts'
import { ROWS } from './test-support/kept-rows.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000
const FIRST = Temporal.PlainDate.from('2014-01-01')
/** Two o'clock in Germany, winter; three in summer. */
const NIGHT_MS = Date.parse('2014-01-01T01:00:00Z')
const HOLD_ENDS = '2016-05-02'

test('PRI-01: each kind goes on its date, in two years of nights and the years that law adds; the log tells how many', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NIGHT_MS)
  const [removedFiles, mails]: [string[], Mail[]] = [[], []]
  await database.withOperator((tx) => fill(tx))
  const kinds = dataKinds({ blobs: { remove: (key) => Promise.resolve(void removedFiles.push(key)) }, clock })
  const problems: string[] = []
  const logger = {
    ...silentLogger,
    error: (message: string, fields?: object) => void problems.push(`${message} ${JSON.stringify(fields)}`),
  }
  const parts = {
    ...{ database, clock, logger, kinds, invoices: dispatchedInvoices, disputes: disputedDays, end: endOfCustomers({ clock }) },
    mail: { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) },
  }
  let told = ''
  for (const night of nights()) {
    await clock.advance(NIGHT_MS + FIRST.until(night, { largestUnit: 'days' }).days * DAY_MS - clock.epochMs())
    if (night.toString() === HOLD_ENDS)
      await database.withOperator((tx) => sql`UPDATE porting SET state = 'cancelled' WHERE tenant_id = ${HELD}`.execute(tx.tables()))
    await retentionNight(parts)
    assert.deepEqual(problems, [], night.toString())
    const day = night.toString()
    const expected = ROWS.filter(({ comes = day, goes = '9999' }) => comes <= day && goes > day).map(nameOf)
    const found = await database.withOperator(rowsLeft)
    const wrong = { survives: found.filter((row) => !expected.includes(row)), early: expected.filter((row) => !found.includes(row)) }
    assert.deepEqual(wrong, { survives: [], early: [] }, `the night of ${night.toString()}: ${JSON.stringify(wrong)}`)
    if (mails.length > 0 && told === '') told = night.toString()
  }
  assert.deepEqual(removedFiles, ['mandate.pdf', 'agreement/of ended', 'invoice.pdf'])
  assert.equal(told, '2015-12-01')
  assert.match(mails[0]?.text ?? '', /- ended: 01\.01\.2016\n- held: 01\.01\.2016 \(wartet auf portings: 1\)/)
  const { rows } = await database.withOperator((tx) =>
    sql<{ readonly kind: string; readonly sum: number; readonly first: Date }>`
      SELECT kind, sum(count)::integer AS sum, min(at) AS first FROM deletion_log GROUP BY kind`.execute(tx.tables()),
  )
  // The proof itself is kept for three whole years after its own.
  assert.ok(
    rows.every(({ first }) => first >= new Date('2021-12-31')),
    JSON.stringify(rows),
  )
  const left = rows.filter(({ kind }) => kind !== 'deletion-log').map(({ kind, sum }) => [kind, sum])
  assert.deepEqual(Object.fromEntries(left), { invoices: 2, 'bank-entries': 3, books: 5 })
})

/** Each night before and on which something goes, and every fourth week of two years. */
function nights(): readonly Temporal.PlainDate[] {
  const days = new Set<string>()
  for (const day of ROWS.flatMap(({ comes, goes }) => [comes, goes]))
    if (day !== undefined) for (const night of [-1, 0]) days.add(Temporal.PlainDate.from(day).add({ days: night }).toString())
  for (let week = 0; week <= 104; week += 4) days.add(FIRST.add({ weeks: week }).toString())
  for (const night of ['2015-11-30', '2015-12-01', '2016-01-03', '2025-06-01']) days.add(night)
  return [...days].toSorted().map((day) => Temporal.PlainDate.from(day))
}

function nameOf({ table, values, key }: Row): string {
  return `${table} ${String(values[key ?? Object.keys(values)[0] ?? ''])}`
}

async function rowsLeft(tx: Tx): Promise<readonly string[]> {
  const left: string[] = []
  for (const row of ROWS) {
    const column = row.key ?? Object.keys(row.values)[0] ?? ''
    const found = await sql`SELECT 1 FROM ${sql.table(row.table)} WHERE ${sql.ref(column)}::text = ${shown(row, column)}`.execute(
      tx.tables(),
    )
    if (found.rows.length > 0) left.push(nameOf(row))
  }
  return left
}

/** As PostgreSQL prints it: hashes are octets. */
function shown({ values }: Row, column: string): string {
  const value = String(values[column])
  return column === 'token_hash' ? `\\x${Buffer.from(value).toString('hex')}` : column === 'hour' ? '2014-02-01 11:00:00+00' : value
}

async function fill(tx: Tx): Promise<void> {
  const db = tx.tables()
  for (const [tenantId, name] of [
    [ALIVE, 'alive'],
    [ENDED, 'ended'],
    [HELD, 'held'],
  ] as const) {
    const tenant = await insertTenant(tx, {
      name,
      sipDomain: `${name}.example`,
      areaCode: '221',
      profile: { ...DEFAULT_PROFILE, retention: { callListDays: 90 } },
    })
    await sql`UPDATE tenant SET id = ${tenantId} WHERE id = ${tenant.id}`.execute(db)
    const end = name === 'alive' ? null : '2014-06-30'
    await insertRow(tx, {
      table: 'contract',
      values: {
        id: id(`contract of ${name}`),
        tenant_id: tenantId,
        profile: 'flat',
        begins_on: '2013-01-01',
        ends_on: end,
        created_at: AT,
      },
    })
  }
  await sql`SELECT ensure_call_partitions(month) FROM generate_series('2014-01-01'::timestamptz, '2016-01-01', '1 month') AS month`.execute(
    db,
  )
  await sql`INSERT INTO invoice_run (id, period_from, period_until, state, issue_on, started_by, updated_at)
    VALUES (${id('run')}, '2014-01-01', '2014-01-31', 'issued', '2014-02-05', 'Amt', '2014-02-05')`.execute(db)
  await sql`INSERT INTO rerating_run (id, month, state, started_by, updated_at)
    VALUES (${id('rerating')}, '2014-01-01', 'kept', 'Amt', '2014-02-05')`.execute(db)
  await insertRow(tx, { table: 'prepaid_account', values: { ...of, currency: 'EUR', opened_on: '2014-01-01' } })
  await insertRow(tx, { table: 'porting', values: { ...porting('asked', '+4922155502'), id: randomUUID(), tenant_id: HELD } })
  for (const row of GROUND) await insertRow(tx, row)
  // What others refer to stands before them.
  const first = ['trace_order', 'invoice', 'import_run', 'sepa_mandate', 'bank_file', 'open_item', 'sepa_batch', 'privacy_request']
  const ordered = ROWS.filter(({ table, comes }) => table !== 'tenant' && comes === undefined).toSorted(
    (one, other) => order(first, one) - order(first, other),
  )
  for (const row of ordered) await insertRow(tx, row)
  await sql`DELETE FROM call_hour`.execute(db)
}

function order(first: readonly string[], { table }: Row): number {
  return first.includes(table) ? 0 : 1
}
