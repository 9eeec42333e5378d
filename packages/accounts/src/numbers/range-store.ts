import type { Tx } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import type { NumberState } from './states.ts'
import type { DigitsBeyond, InventoryTables, RangeTable } from './store.ts'

interface BeyondTables extends InventoryTables {
  readonly number_beyond: { readonly e164: string; readonly tenant_id: string; readonly calls: string; readonly last_at: Date }
}

/** What was assigned together, with all that is known of it. */
export interface StoredRange {
  readonly e164: string
  readonly tenantId: string
  readonly size: number
  readonly state: NumberState
  readonly stateSince: Date
  /** ISO 8601 date. */
  readonly due: string | null
  readonly ported: boolean
  readonly siteId: string | null
  readonly upstreamCarrier: string | null
  readonly temporaryFor: string | null
  readonly notes: string
  readonly digitsBeyond: DigitsBeyond
  /** Calls that came with more digits than it has (NUM-05), and the last of them. */
  readonly beyond: { readonly calls: number; readonly lastAt: Date | null }
}

export interface RangeFilter {
  readonly state?: NumberState | undefined
  readonly siteId?: string | undefined
  readonly tenantId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** In order of the digits. */
export async function listRanges(tx: Tx, { state, siteId, tenantId, after, limit }: RangeFilter): Promise<readonly StoredRange[]> {
  let query = select(tx).orderBy('range.e164').limit(limit)
  if (state !== undefined) query = query.where('range.state', '=', state)
  if (siteId !== undefined) query = query.where('range.site_id', '=', siteId)
  if (tenantId !== undefined) query = query.where('range.tenant_id', '=', tenantId)
  if (after !== undefined) query = query.where('range.e164', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function findRange(tx: Tx, e164: string): Promise<StoredRange | undefined> {
  const row = await select(tx).where('range.e164', '=', e164).executeTakeFirst()
  return row && fromRow(row)
}

export type RangeChange = Partial<
  Pick<StoredRange, 'state' | 'due' | 'siteId' | 'upstreamCarrier' | 'temporaryFor' | 'notes' | 'digitsBeyond'>
>

/** Undefined when there is none. */
export async function updateRange(tx: Tx, e164: string, change: RangeChange): Promise<StoredRange | undefined> {
  const { state, due, siteId, upstreamCarrier, temporaryFor, notes, digitsBeyond } = change
  await tx
    .tables<InventoryTables>()
    .updateTable('number_range')
    .set({
      updated_at: sql`now()`,
      ...(state === undefined ? {} : { state, state_since: sql`CASE WHEN state = ${state} THEN state_since ELSE now() END` }),
      ...(due === undefined ? {} : { due }),
      ...(siteId === undefined ? {} : { site_id: siteId }),
      ...(upstreamCarrier === undefined ? {} : { upstream_carrier: upstreamCarrier }),
      ...(temporaryFor === undefined ? {} : { temporary_for: temporaryFor }),
      ...(notes === undefined ? {} : { notes }),
      ...(digitsBeyond === undefined ? {} : { digits_beyond: digitsBeyond }),
    })
    .where('e164', '=', e164)
    .execute()
  return findRange(tx, e164)
}

/** Whether the tenant has a block that is in use or will be. */
export async function hasBlock(tx: Tx, tenantId: string): Promise<boolean> {
  const query = tx.tables<InventoryTables>().selectFrom('number_range').select('e164').where('tenant_id', '=', tenantId)
  return (await query.where('size', '>', 1).where('state', '<>', 'quarantined').limit(1).executeTakeFirst()) !== undefined
}

/** Adds to what was counted; blocks that are gone are left out. For the operator's own work. */
export async function addBeyond(tx: Tx, counted: ReadonlyMap<string, number>, at: Date): Promise<void> {
  for (const [e164, calls] of counted)
    await sql`INSERT INTO number_beyond AS kept (e164, tenant_id, calls, last_at) SELECT e164, tenant_id, ${calls}, ${at} FROM number_range WHERE e164 = ${e164}
      ON CONFLICT (e164) DO UPDATE SET calls = kept.calls + excluded.calls, last_at = excluded.last_at`.execute(tx.tables())
}

function select(tx: Tx) {
  return tx
    .tables<BeyondTables>()
    .selectFrom('number_range as range')
    .leftJoin('number_beyond as beyond', 'beyond.e164', 'range.e164')
    .selectAll('range')
    .select(['beyond.calls', 'beyond.last_at', sql<string | null>`to_char(range.due, 'YYYY-MM-DD')`.as('due_on')])
}

type Row = Selectable<RangeTable> & { readonly calls: string | null; readonly last_at: Date | null; readonly due_on: string | null }

function fromRow(row: Row): StoredRange {
  return {
    ...{ e164: row.e164, tenantId: row.tenant_id, size: row.size, state: row.state, stateSince: row.state_since, due: row.due_on },
    ...{
      ported: row.ported,
      siteId: row.site_id,
      upstreamCarrier: row.upstream_carrier,
      temporaryFor: row.temporary_for,
      notes: row.notes,
      digitsBeyond: row.digits_beyond,
    },
    beyond: { calls: Number(row.calls ?? 0), lastAt: row.last_at },
  }
}
