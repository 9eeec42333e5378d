/** Which calls with their prices go in a night, and which stay (PRI-01). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DEFAULT_PROFILE, insertTenant, retentionNight } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { decideObjection, insertObjection } from '../invoices/objections/objection-store.ts'
import { dispatchedInvoices, disputedDays } from '../invoices/what-others-ask.ts'
import { putOnInvoice } from '../test-support/put-on-invoice.ts'
import { ratedCallKind } from './kept-calls.ts'
import { billingCluster } from './test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

/** 180 days before it is 17 December 2026. */
const NIGHT_MS = Date.parse('2027-06-15T01:00:00Z')
/** Month of each invoice, and when it was dispatched. */
const INVOICES = { '2026-07': '2026-08-05', '2026-09': '2026-10-05', '2026-11': '2026-12-17', '2026-12': '2026-12-18' } as const

interface Row {
  readonly id: string
  readonly day: string
  readonly outcome: 'free' | 'put-aside' | 'rated'
  readonly amount?: number
  readonly answered?: false
  readonly separate?: boolean
  readonly invoice?: keyof typeof INVOICES
  /** `disputed`: until the objection against the invoice of September is decided. */
  readonly stays: boolean | 'disputed'
}

const CALLS: readonly Row[] = [
  { id: 'free, of the day before', day: '2027-06-14', outcome: 'free', stays: false },
  { id: 'free, of the day', day: '2027-06-15', outcome: 'free', stays: true },
  { id: 'not answered', day: '2027-06-14', outcome: 'free', answered: false, stays: false },
  { id: 'put aside', day: '2026-10-31', outcome: 'put-aside', stays: false },
  { id: 'put aside, younger', day: '2026-11-01', outcome: 'put-aside', stays: true },
  { id: 'invoice dispatched 180 days ago', day: '2026-11-30', outcome: 'rated', amount: 60, invoice: '2026-11', stays: false },
  { id: 'late, invoice dispatched 179 days ago', day: '2026-11-29', outcome: 'rated', amount: 60, invoice: '2026-12', stays: true },
  { id: 'without invoice', day: '2026-06-02', outcome: 'rated', amount: 60, stays: true },
  { id: 'given by a bundle', day: '2026-11-30', outcome: 'rated', stays: false },
  { id: 'given by a bundle, invoice too young', day: '2026-12-01', outcome: 'rated', stays: true },
  { id: 'somebody else bills it', day: '2026-11-20', outcome: 'rated', amount: 60, separate: true, stays: false },
  { id: 'in dispute', day: '2026-09-10', outcome: 'rated', amount: 60, invoice: '2026-09', stays: 'disputed' },
  { id: 'late, in dispute', day: '2026-08-20', outcome: 'rated', amount: 60, invoice: '2026-09', stays: 'disputed' },
  { id: 'free, in dispute', day: '2026-09-11', outcome: 'free', stays: 'disputed' },
  { id: 'dispute over', day: '2026-07-10', outcome: 'rated', amount: 60, invoice: '2026-07', stays: false },
]

test('PRI-01: free calls go after days, charged ones after their own invoice; those to be billed or objected to stay; what was put aside goes, too', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  const tenant = { name: 'muster', sipDomain: 'muster.example', areaCode: '221', profile: DEFAULT_PROFILE }
  const { id: tenantId } = await database.withOperator((tx) => insertTenant(tx, tenant))
  const disputed = await database.withOperator(async (tx) => {
    const invoices = new Map<string, string>()
    for (const [month, issuedOn] of Object.entries(INVOICES)) invoices.set(month, await insertInvoice(tx, tenantId, month, issuedOn))
    for (const call of CALLS) await insertCall(tx, tenantId, call, invoices.get(call.invoice ?? '') ?? null)
    const object = (month: string) =>
      insertObjection(tx, { tenantId, invoiceId: invoices.get(month) ?? '', text: 'Stimmt nicht', by: 'kasse' })
    await decideObjection(tx, (await object('2026-07')).id, { outcome: 'refused', answer: 'Doch', by: 'test' })
    return object('2026-09')
  })
  const clock = new VirtualClock(NIGHT_MS)
  const parts = { database, clock, logger: silentLogger, kinds: [ratedCallKind], invoices: dispatchedInvoices, disputes: disputedDays }
  await retentionNight(parts)
  assert.deepEqual(await database.withOperator(callsKept), idsOf(CALLS.filter(({ stays }) => stays !== false)))
  await database.withOperator((tx) => decideObjection(tx, disputed.id, { outcome: 'refused', answer: 'Doch', by: 'test' }))
  await retentionNight(parts)
  const left = CALLS.filter(({ stays }) => stays === true)
  assert.deepEqual(await database.withOperator(callsKept), idsOf(left))
  const { rows } = await database.withTenant(tenantId, (tx) =>
    sql<{ readonly kind: string; readonly sum: number }>`SELECT kind, sum(count)::integer AS sum FROM deletion_log GROUP BY kind`.execute(
      tx.tables(),
    ),
  )
  assert.deepEqual(rows, [{ kind: 'rated-calls', sum: CALLS.length - left.length }])
})

function idsOf(calls: readonly Row[]): readonly string[] {
  return calls.map(({ id }) => id).toSorted()
}

async function callsKept(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly usage_id: string }>`SELECT usage_id FROM rated_call`.execute(tx.tables())
  return rows.map(({ usage_id }) => usage_id).toSorted()
}

async function insertInvoice(tx: Tx, tenantId: string, month: string, issuedOn: string): Promise<string> {
  const id = randomUUID()
  await sql`
    INSERT INTO invoice (id, tenant_id, kind, state, period_from, period_until, currency, net, tax, gross, content, fingerprint, number, issued_on, due_on, issued_at)
    VALUES (${id}, ${tenantId}, 'invoice', 'issued', ${`${month}-01`}::date, (${`${month}-01`}::date + interval '1 month - 1 day')::date, 'EUR', 0, 0, 0, '{}', '',
      ${`RE-${month}`}, ${issuedOn}::date, ${issuedOn}::date + 14, now())`.execute(tx.tables())
  return id
}

async function insertCall(
  tx: Tx,
  tenantId: string,
  { id, day, outcome, amount = 0, answered, separate = false }: Row,
  invoiceId: string | null,
): Promise<void> {
  const at = `${day}T11:00:00Z`
  const rated = outcome === 'rated'
  await sql`
    INSERT INTO rated_call (usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, origin, way, medium, outcome, reason,
      tariff_version_id, zone, currency, amount_sixtieths, is_separate)
    VALUES (${id}, ${tenantId}, ${id}, date_trunc('month', ${day}::date)::date, ${answered === false ? null : at}, ${at}, '+493012345', '+4922155500', 'own',
      'carrier', 'voice', ${outcome}, ${rated ? null : 'no-tariff'}, ${rated ? randomUUID() : null}, 'de-fixed', ${rated ? 'EUR' : null}, ${amount}, ${separate})`.execute(
    tx.tables(),
  )
  if (invoiceId !== null) await putOnInvoice(tx, invoiceId, [id])
}
