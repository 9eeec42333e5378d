import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, sql } from 'kysely'
import type { Period } from '../period.ts'
import {
  CUSTOMER_STATES,
  type CustomerState,
  type InvoiceRun,
  type RunCounts,
  type RunCustomer,
  RunOpen,
  type RunProblem,
  type RunState,
} from './run.ts'

interface RunTables {
  readonly invoice_run: {
    readonly id: string
    readonly profile: string | null
    readonly period_from: string
    readonly period_until: string
    readonly state: RunState
    readonly issue_on: ColumnType<string | null, string | undefined, string>
    readonly started_by: string
    readonly created_at: Generated<Date>
    readonly updated_at: Generated<Date>
  }
  readonly invoice_run_customer: {
    readonly run_id: string
    readonly tenant_id: string
    readonly place: number
    readonly name: string
    readonly state: CustomerState
    readonly problem: ColumnType<RunProblem | null, string | null | undefined, string | null>
  }
}

/** A run with every customer that is there now, but demo customers, who are never billed (PORT-08). Throws `RunOpen`. */
export async function insertRun(tx: Tx, run: Pick<InvoiceRun, 'profile' | 'period' | 'startedBy'>): Promise<string> {
  const id = randomUUIDv7()
  const { profile, period, startedBy } = run
  try {
    await tx
      .tables<RunTables>()
      .insertInto('invoice_run')
      .values({ id, profile, period_from: period.from, period_until: period.until, state: 'drafting', started_by: startedBy })
      .execute()
  } catch (error) {
    if (violatedConstraint(error) === 'invoice_run_open') throw new RunOpen()
    throw error
  }
  // In the order of customer numbers, so that the same invoices get the same numbers however often a run is begun anew.
  await sql`
    INSERT INTO invoice_run_customer (run_id, tenant_id, place, name, state)
    SELECT ${id}, tenant.id, row_number() OVER (ORDER BY recipient.number, tenant.name, tenant.id), tenant.name, 'waiting'
    FROM tenant LEFT JOIN invoice_recipient AS recipient ON recipient.tenant_id = tenant.id
    WHERE tenant.demo_until IS NULL AND (${profile}::text IS NULL OR recipient.profile IS NULL OR recipient.profile = ${profile})
  `.execute(tx.tables<RunTables>())
  return id
}

function selectRuns(tx: Tx) {
  return tx
    .tables<RunTables>()
    .selectFrom('invoice_run')
    .select(['id', 'profile', 'state', 'started_by', 'created_at'])
    .select([
      sql<string>`period_from::text`.as('period_from'),
      sql<string>`period_until::text`.as('period_until'),
      sql<string | null>`issue_on::text`.as('issue_on'),
      sql<number>`extract(epoch FROM now() - updated_at)::float8`.as('in_state_seconds'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>

function runOf(row: Row): InvoiceRun {
  const period: Period = { from: row.period_from, until: row.period_until }
  return {
    ...{ id: row.id, profile: row.profile, period, state: row.state, issueOn: row.issue_on },
    ...{ startedBy: row.started_by, createdAt: row.created_at, inStateSeconds: row.in_state_seconds },
  }
}

/** Throws `NotFound`. `for-update`: nobody else leads it on until the transaction ends. */
export async function findRun(tx: Tx, id: string, forUpdate?: 'for-update'): Promise<InvoiceRun> {
  const query = selectRuns(tx).where('id', '=', id)
  const row = await (forUpdate === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('invoice run', id)
  return runOf(row)
}

/** The run that is to be led on; undefined: none. Locked until the transaction ends: of several servers, one leads it at a time. */
export async function runAtWork(tx: Tx): Promise<InvoiceRun | undefined> {
  const row = await selectRuns(tx).where('state', 'in', ['drafting', 'issuing']).forUpdate().skipLocked().executeTakeFirst()
  return row && runOf(row)
}

/** The newest first. */
export async function listRuns(tx: Tx, limit: number, before?: string): Promise<readonly InvoiceRun[]> {
  const query = selectRuns(tx).orderBy('id', 'desc').limit(limit)
  return (await (before === undefined ? query : query.where('id', '<', before)).execute()).map(runOf)
}

export async function setRunState(tx: Tx, id: string, state: RunState, issueOn?: string): Promise<void> {
  const set = { state, updated_at: sql<Date>`now()`, ...(issueOn === undefined ? {} : { issue_on: issueOn }) }
  await tx.tables<RunTables>().updateTable('invoice_run').set(set).where('id', '=', id).execute()
}

/** The next customers in this state, in the order of the run. */
export async function nextCustomers(tx: Tx, runId: string, state: CustomerState, limit: number): Promise<readonly RunCustomer[]> {
  return listCustomers(tx, runId, { limit, states: [state] })
}

export async function setCustomerState(tx: Tx, runId: string, tenantId: string, state: CustomerState, problem?: RunProblem): Promise<void> {
  await tx
    .tables<RunTables>()
    .updateTable('invoice_run_customer')
    .set({ state, problem: problem === undefined ? null : JSON.stringify(problem) })
    .where('run_id', '=', runId)
    .where('tenant_id', '=', tenantId)
    .execute()
}

/** Customers that had changed, and those that have been mended, are to be looked at once more. */
export async function resetCustomers(tx: Tx, runId: string, from: readonly CustomerState[], to: CustomerState): Promise<void> {
  await tx
    .tables<RunTables>()
    .updateTable('invoice_run_customer')
    .set({ state: to, problem: null })
    .where('run_id', '=', runId)
    .where('state', 'in', [...from])
    .execute()
}

/** In the order of the run. */
export async function listCustomers(
  tx: Tx,
  runId: string,
  part: { readonly limit: number; readonly after?: number; readonly states?: readonly CustomerState[] },
): Promise<readonly (RunCustomer & { readonly place: number })[]> {
  let query = tx
    .tables<RunTables>()
    .selectFrom('invoice_run_customer')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('place')
    .limit(part.limit)
  if (part.after !== undefined) query = query.where('place', '>', part.after)
  if (part.states !== undefined) query = query.where('state', 'in', [...part.states])
  return (await query.execute()).map(({ tenant_id: tenantId, name, state, problem, place }) => ({ tenantId, name, state, problem, place }))
}

export async function countCustomers(tx: Tx, runId: string): Promise<RunCounts> {
  const rows = await tx
    .tables<RunTables>()
    .selectFrom('invoice_run_customer')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('run_id', '=', runId)
    .groupBy('state')
    .execute()
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  return Object.fromEntries(CUSTOMER_STATES.map((state) => [state, counts[state] ?? 0])) as RunCounts
}
