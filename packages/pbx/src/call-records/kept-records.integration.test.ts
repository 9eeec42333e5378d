/** Two years of calls: each night nothing survives its date, and nothing needed goes early (PRI-01). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  accountsMigrations,
  DEFAULT_PROFILE,
  type DispatchedInvoice,
  insertTenant,
  retentionNight,
  retentionRoutes,
} from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { pbxMigrations } from '../migrations.ts'
import { callRecordKind } from './kept-records.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const DAY_MS = 86_400_000
const FIRST = Temporal.PlainDate.from('2026-01-01')
const DAYS = 730
/** Two o'clock of the first night, in Germany. */
const NIGHT_MS = Date.parse('2026-01-02T01:00:00Z')
/** A dispute about June, over after more than a year. */
const HELD = { from: '2026-06-01', until: '2026-06-30' }
const HOLD_ENDS = Temporal.PlainDate.from('2027-08-15')
const WAYS = ['carrier', 'on-net', 'inside'] as const

/** The invoice of each month goes out on the fifth of the next one; that of September 2026 was forgotten until December. */
const INVOICES: readonly DispatchedInvoice[] = Array.from({ length: 24 }, (_, index) => FIRST.add({ months: index + 1 })).map(
  (periodUntil) => ({
    periodUntil,
    dispatchedOn: periodUntil.toString() === '2026-10-01' ? Temporal.PlainDate.from('2026-12-20') : periodUntil.add({ days: 4 }),
  }),
)

/** Days since the first one: for reckoning call by call. */
function dayNumber(day: Temporal.PlainDate): number {
  return FIRST.until(day, { largestUnit: 'days' }).days
}
const BILLED = INVOICES.map(({ periodUntil, dispatchedOn }) => ({ until: dayNumber(periodUntil), goes: dayNumber(dispatchedOn) + 180 }))
const NAMES = Array.from({ length: DAYS }, (_, index) => FIRST.add({ days: index }).toString())
const [JUNE, JULY, DISPUTE_OVER] = [dayNumber(FIRST.with({ month: 6 })), dayNumber(FIRST.with({ month: 7 })), dayNumber(HOLD_ENDS)]

/** What should be there. */
function isKept(day: number, way: (typeof WAYS)[number], today: number): boolean {
  if (way !== 'carrier') return today - day < 90
  const isHeld = day >= JUNE && day < JULY && today < DISPUTE_OVER
  return isHeld || !BILLED.some(({ until, goes }) => day < until && goes <= today)
}

test('PRI-01: through two years of nights calls go on their date, those in dispute later, and the log tells how many', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NIGHT_MS)
  const tenants = await database.withOperator((tx) =>
    Promise.all(
      ['muster', 'fremd'].map((name) =>
        insertTenant(tx, {
          name,
          sipDomain: `${name}.example`,
          areaCode: '221',
          profile: { ...DEFAULT_PROFILE, retention: { callListDays: name === 'fremd' ? 365 : 90 } },
        }),
      ),
    ),
  )
  const [tenantId = '', other = ''] = tenants.map(({ id }) => id)
  await database.withOperator((tx) => insertCalls(tx, tenantId))
  const today = (): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO('Europe/Berlin').toPlainDate()
  const parts = {
    database,
    clock,
    logger: silentLogger,
    kinds: [callRecordKind],
    invoices: () => Promise.resolve(INVOICES.filter(({ dispatchedOn }) => Temporal.PlainDate.compare(dispatchedOn, today()) <= 0)),
  }
  await using api = await testApi(database, [retentionRoutes({ database, clock, kinds: [callRecordKind] })], [])
  const operator = await api.client({ kind: 'operator' })
  const customer = await api.client({ kind: 'tenant', tenantId })
  const hold = await operator('POST', '/dispute-holds', { tenantId, ...HELD, reason: 'Einwendung' })
  assert.equal(hold.status, 201, String(hold.body.detail))

  let isOver = false
  // Every night of the first ten months; then every third, since nothing new happens.
  for (let night = 1, step = 1; night <= DAYS; night += step) {
    if (night > 300) step = 3
    if (night >= DISPUTE_OVER && !isOver) {
      isOver = true
      assert.equal((await operator('POST', `/dispute-holds/${String(hold.body.id)}/end`)).status, 200)
    }
    await retentionNight(parts)
    const expected = NAMES.flatMap((name, day) => WAYS.filter((way) => isKept(day, way, night)).map((way) => `${name} ${way}`))
    assert.equal(
      (await database.withOperator((tx) => callsKept(tx, tenantId))).join(),
      expected.join(),
      `the night of ${today().toString()}`,
    )
    await clock.advance(step * DAY_MS)
  }
  const { rows } = await database.withTenant(tenantId, (tx) =>
    sql<{ readonly sum: string }>`SELECT sum(count) FROM deletion_log`.execute(tx.tables()),
  )
  const left = (await database.withOperator((tx) => callsKept(tx, tenantId))).length
  assert.equal(Number(rows[0]?.sum), DAYS * WAYS.length - left)
  const { body } = await customer('GET', '/deletion-log?limit=1')
  assert.deepEqual((body.items ?? [])[0]?.kind, 'call-records')
  const rules = await operator('GET', `/retention-rules?tenantId=${other}`)
  assert.match(JSON.stringify(rules.body.items), /365 Tage/)
})

type Tx = Parameters<typeof insertTenant>[0]

/** Three calls on each day at noon, one of each kind. */
async function insertCalls(tx: Tx, tenantId: string): Promise<void> {
  const db = tx.tables()
  const days = sql`generate_series(${FIRST.toString()}::date, ${FIRST.add({ days: DAYS - 1 }).toString()}::date, '1 day') AS day, unnest(${WAYS}::text[]) AS way`
  const at = sql`(day::date + time '12:00') AT TIME ZONE 'Europe/Berlin'`
  await sql`SELECT ensure_call_partitions(month) FROM generate_series(${FIRST.toString()}::timestamptz, ${FIRST.add({ days: DAYS }).toString()}::timestamptz, '1 month') AS month`.execute(
    db,
  )
  await sql`INSERT INTO call_started (call_id, started_at, tenant_id, direction, caller, called, sip_call_id, emergency)
    SELECT day::date || ' ' || way, ${at}, ${tenantId}, 'out', '{}', '{}', 'x', false FROM ${days}`.execute(db)
  await sql`INSERT INTO call_answered (call_id, started_at, tenant_id, answered_at, answered_by)
    SELECT day::date || ' ' || way, ${at}, ${tenantId}, ${at}, '{}' FROM ${days}`.execute(db)
  await sql`INSERT INTO call_ended (call_id, started_at, tenant_id, ended_at, cause, route, charge)
    SELECT day::date || ' ' || way, ${at}, ${tenantId}, ${at}, 'hung-up', '[]', CASE way WHEN 'inside' THEN NULL ELSE jsonb_build_object('way', way) END FROM ${days}`.execute(
    db,
  )
}

async function callsKept(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const query = sql<{ readonly call_id: string }>`
    SELECT call_id FROM call_record WHERE tenant_id = ${tenantId} ORDER BY started_at::date, array_position(${WAYS}::text[], split_part(call_id, ' ', 2))`
  return (await query.execute(tx.tables())).rows.map(({ call_id }) => call_id)
}
