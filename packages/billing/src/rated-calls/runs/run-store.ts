import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import {
  type KeptDifference,
  RERUN_CUSTOMER_STATES,
  type Rerun,
  type RerunCustomer,
  type RerunCustomerState,
  type RerunProgress,
  type RerunState,
  type RerunSums,
} from './run.ts'

interface Row {
  readonly id: string
  readonly month: string
  readonly tenant_id: string | null
  readonly state: RerunState
  readonly is_listed: boolean
  readonly started_by: string
  readonly created_at: Date
}

const COLUMNS = sql`id, to_char(month, 'YYYY-MM-DD') AS month, tenant_id, state, is_listed, started_by, created_at`

function rerunOf({ id, month, tenant_id: tenantId, state, is_listed: isListed, started_by: startedBy, created_at: createdAt }: Row): Rerun {
  return { id, month, tenantId, state, isListed, startedBy, createdAt }
}

/** Its customers are listed by the worker: to count millions of calls takes a while. */
export async function insertRerun(
  tx: Tx,
  { month, tenantId, startedBy }: Pick<Rerun, 'month' | 'tenantId' | 'startedBy'>,
): Promise<string> {
  const id = randomUUIDv7()
  await sql`INSERT INTO rerating_run (id, month, tenant_id, state, started_by) VALUES (${id}, ${month}::date, ${tenantId}, 'comparing', ${startedBy})`.execute(
    tx.tables(),
  )
  return id
}

/** Throws `NotFound`. `for-update`: nobody else changes its state until the transaction ends. */
export async function findRerun(tx: Tx, id: string, forUpdate?: 'for-update'): Promise<Rerun> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM rerating_run WHERE id = ${id} ${forUpdate === undefined ? sql`` : sql`FOR UPDATE`}`.execute(tx.tables())
  const [row] = rows
  if (row === undefined) throw new NotFound('run that rates anew', id)
  return rerunOf(row)
}

/** The newest first. */
export async function listReruns(tx: Tx, limit: number, before?: string): Promise<readonly Rerun[]> {
  const older = before === undefined ? sql`` : sql`WHERE id < ${before}`
  const { rows } = await sql<Row>`SELECT ${COLUMNS} FROM rerating_run ${older} ORDER BY id DESC LIMIT ${limit}`.execute(tx.tables())
  return rows.map(rerunOf)
}

/** The oldest that is at work; undefined: none. */
export async function rerunAtWork(tx: Tx): Promise<Rerun | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM rerating_run WHERE state IN ('comparing', 'keeping') ORDER BY id LIMIT 1`.execute(tx.tables())
  return rows[0] && rerunOf(rows[0])
}

export async function setRerunState(tx: Tx, id: string, state: RerunState): Promise<void> {
  await sql`UPDATE rerating_run SET state = ${state}, updated_at = now() WHERE id = ${id}`.execute(tx.tables())
}

/** Customers with calls of the month, by name. How many calls each has is counted when it has its turn: all at once takes too long. */
export async function listRerunCustomers(tx: Tx, { id, month, tenantId }: Rerun): Promise<void> {
  const whose = tenantId === null ? sql`` : sql`AND tenant.id = ${tenantId}`
  await sql`
    INSERT INTO rerating_run_customer (run_id, tenant_id, place, state, work)
    SELECT ${id}, tenant.id, row_number() OVER (ORDER BY tenant.name, tenant.id), 'waiting', 1 FROM tenant
    WHERE EXISTS (SELECT FROM rated_call WHERE tenant_id = tenant.id AND month = ${month}::date) ${whose}
    ON CONFLICT DO NOTHING`.execute(tx.tables())
  await sql`UPDATE rerating_run SET is_listed = true WHERE id = ${id}`.execute(tx.tables())
}

/** The next customer with whom there is something to do; undefined: none. */
export async function nextRerunCustomer(tx: Tx, { id, state }: Pick<Rerun, 'id' | 'state'>): Promise<string | undefined> {
  const { rows } = await sql<{ tenant_id: string }>`
    SELECT tenant_id FROM rerating_run_customer WHERE run_id = ${id} AND state = ${toDo(state)} ORDER BY place LIMIT 1`.execute(tx.tables())
  return rows[0]?.tenant_id
}

function toDo(state: RerunState): RerunCustomerState {
  return state === 'keeping' ? 'compared' : 'waiting'
}

/** To be kept is what was looked at, also what had changed before. */
export async function beginKeeping(tx: Tx, runId: string): Promise<void> {
  await sql`
    UPDATE rerating_run_customer SET state = CASE state WHEN 'changed' THEN 'compared' ELSE state END, done = 0,
      work = CASE WHEN state IN ('compared', 'changed') THEN 1 ELSE 0 END WHERE run_id = ${runId}`.execute(tx.tables())
}

/** Which customer of which run. */
export interface Place {
  readonly runId: string
  readonly tenantId: string
}

/** Takes the customer for the rest of the transaction. False: another server has it. */
export async function claimCustomer(tx: Tx, { runId, tenantId }: Place): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`rerating run ${runId} ${tenantId}`}, 0)) AS "isMine"`.execute(tx.tables())
  return rows[0]?.isMine === true
}

/** For the rest of the transaction: who waits longer for a lock gets `55P03` (lock_not_available). */
export async function waitForLocks(tx: Tx, withinMs: number): Promise<void> {
  await sql`SELECT set_config('lock_timeout', ${`${withinMs}ms`}, true)`.execute(tx.tables())
}

/** How much there is to do with a customer: each of its calls is read and rated. */
export async function noteWork(tx: Tx, { runId, tenantId }: Place, { month, state }: Rerun): Promise<void> {
  await sql`
    UPDATE rerating_run_customer SET done = 0, work = greatest(1, 2 * (
      SELECT count(*) FROM call_with_invoice WHERE tenant_id = ${tenantId} AND month = ${month}::date AND invoice_id IS NULL))
    WHERE run_id = ${runId} AND tenant_id = ${tenantId} AND state = ${toDo(state)}`.execute(tx.tables())
}

/** How far it is with a customer. False: there is nothing to do with it any more, since the run was cancelled or another server was faster. */
export async function noteProgress(tx: Tx, { runId, tenantId }: Place, state: RerunState, done: number): Promise<boolean> {
  const { rows } = await sql`
    UPDATE rerating_run_customer AS customer SET done = least(work, ${done}::bigint) FROM rerating_run AS run
    WHERE customer.run_id = ${runId} AND customer.tenant_id = ${tenantId} AND customer.state = ${toDo(state)}
      AND run.id = customer.run_id AND run.state = ${state} RETURNING 1`.execute(tx.tables())
  return rows.length > 0
}

/** What was found of a customer. */
export interface Finding extends RerunSums {
  readonly state: RerunCustomerState
  readonly differences: readonly KeptDifference[]
  readonly digest: string
}

/** Nothing happens when the run was cancelled meanwhile, or another server was faster. */
export async function putFinding(tx: Tx, { runId, tenantId }: Place, state: RerunState, found: Finding): Promise<void> {
  const { calls, invoiced, different, before, after, digest } = found
  await sql`
    UPDATE rerating_run_customer AS customer SET state = ${found.state}, done = work, calls = ${calls}, invoiced = ${invoiced}, different = ${different},
      before = ${String(before)}::numeric, after = ${String(after)}::numeric, differences = ${JSON.stringify(found.differences)}::jsonb, digest = ${digest}
    FROM rerating_run AS run WHERE customer.run_id = ${runId} AND customer.tenant_id = ${tenantId} AND customer.state = ${toDo(state)}
      AND run.id = customer.run_id AND run.state = ${state}`.execute(tx.tables())
}

/** To keep it: nobody else does until the transaction ends, nor is the run cancelled. Undefined: there is nothing to keep any more. */
export async function takeToKeep(tx: Tx, { runId, tenantId }: Place): Promise<{ readonly digest: string | null } | undefined> {
  const { rows } = await sql<{ digest: string | null }>`
    SELECT digest FROM rerating_run_customer AS customer JOIN rerating_run AS run ON run.id = run_id
    WHERE run_id = ${runId} AND customer.tenant_id = ${tenantId} AND customer.state = 'compared' AND run.state = 'keeping'
    FOR UPDATE OF customer FOR SHARE OF run`.execute(tx.tables())
  return rows[0]
}

/** Nothing happens when the run was cancelled meanwhile, or another server has got further with the customer. */
export async function setAside(tx: Tx, { runId, tenantId }: Place, state: RerunState): Promise<void> {
  await sql`
    UPDATE rerating_run_customer AS customer SET state = 'problem', done = work FROM rerating_run AS run
    WHERE customer.run_id = ${runId} AND customer.tenant_id = ${tenantId} AND customer.state = ${toDo(state)}
      AND run.id = customer.run_id AND run.state = ${state}`.execute(tx.tables())
}

interface SumsRow {
  readonly calls: string
  readonly invoiced: string
  readonly different: string
  readonly before: string
  readonly after: string
}

function sumsOf({ calls, invoiced, different, before, after }: SumsRow): RerunSums {
  return { calls: Number(calls), invoiced: Number(invoiced), different: Number(different), before: BigInt(before), after: BigInt(after) }
}

export async function progressOf(tx: Tx, runId: string): Promise<RerunProgress> {
  const { rows } = await sql<SumsRow & { percent: string | null } & Record<RerunCustomerState, string>>`
    SELECT floor(100 * sum(done::numeric / nullif(work, 0)) / nullif(count(*) FILTER (WHERE work > 0), 0))::text AS percent, coalesce(sum(calls), 0)::text AS calls,
      coalesce(sum(invoiced), 0)::text AS invoiced, coalesce(sum(different), 0)::text AS different,
      coalesce(sum(before), 0)::text AS before, coalesce(sum(after), 0)::text AS after,
      ${sql.join(RERUN_CUSTOMER_STATES.map((state) => sql`count(*) FILTER (WHERE state = ${state})::text AS ${sql.ref(state)}`))}
    FROM rerating_run_customer WHERE run_id = ${runId}`.execute(tx.tables())
  const [row] = rows
  if (row === undefined) throw new TypeError('A sum has no row.')
  const customers = Object.fromEntries(RERUN_CUSTOMER_STATES.map((state) => [state, Number(row[state])]))
  return { ...sumsOf(row), percent: Number(row.percent ?? 100), customers: customers as RerunProgress['customers'] }
}

interface CustomerRow extends SumsRow {
  readonly tenant_id: string
  readonly name: string
  readonly place: number
  readonly state: RerunCustomerState
  readonly differences: readonly KeptDifference[]
}

/** With its differences. */
export type WholeRerunCustomer = RerunCustomer & { readonly differences: readonly KeptDifference[] }

function customerOf({ tenant_id: tenantId, name, place, state, differences, ...sums }: CustomerRow): WholeRerunCustomer {
  return { ...sumsOf(sums), tenantId, name, place, state, differences }
}

const OF_CUSTOMER = sql`customer.tenant_id, tenant.name, place, customer.state, calls::text, invoiced::text, different::text, before::text, after::text`

export interface CustomersAsked {
  readonly limit: number
  readonly after: number
  readonly state?: RerunCustomerState | undefined
}

/** In the order of the run, without their differences. */
export async function rerunCustomers(tx: Tx, runId: string, { limit, after, state }: CustomersAsked): Promise<readonly RerunCustomer[]> {
  const only = state === undefined ? sql`` : sql`AND customer.state = ${state}`
  const { rows } = await sql<CustomerRow>`
    SELECT ${OF_CUSTOMER}, '[]'::jsonb AS differences FROM rerating_run_customer AS customer JOIN tenant ON tenant.id = customer.tenant_id
    WHERE run_id = ${runId} AND place > ${after} ${only} ORDER BY place LIMIT ${limit}`.execute(tx.tables())
  return rows.map(customerOf)
}

/** Throws `NotFound`. */
export async function findRerunCustomer(tx: Tx, { runId, tenantId }: Place): Promise<WholeRerunCustomer> {
  const { rows } = await sql<CustomerRow>`
    SELECT ${OF_CUSTOMER}, differences FROM rerating_run_customer AS customer JOIN tenant ON tenant.id = customer.tenant_id
    WHERE run_id = ${runId} AND customer.tenant_id = ${tenantId}`.execute(tx.tables())
  const [row] = rows
  if (row === undefined) throw new NotFound('customer of a run that rates anew', tenantId)
  return customerOf(row)
}
