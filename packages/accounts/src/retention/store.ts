import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, sql } from 'kysely'
import { type HeldDays, HOUSE } from './data-kind.ts'

interface RetentionTables {
  readonly deletion_log: {
    readonly id: Generated<string>
    readonly tenant_id: string
    readonly kind: string
    readonly count: number
    readonly older_than: Date
    readonly at: Date
  }
  readonly retention_night: { readonly day: ColumnType<Date, string, never>; readonly ended_at: Date }
  readonly dispute_hold: {
    readonly id: string
    readonly tenant_id: string
    readonly from_day: ColumnType<Date, string, never>
    readonly until_day: ColumnType<Date, string, never>
    readonly reason: string
    readonly made_by: string
    readonly made_at: Generated<Date>
    readonly ended_at: Date | null
  }
}

/** Something that was deleted, without what it was. */
export interface Deletion {
  readonly id: string
  readonly tenantId: string
  readonly kind: string
  readonly count: number
  readonly olderThan: Date
  readonly at: Date
}

export interface DisputeHold extends HeldDays {
  readonly id: string
  readonly tenantId: string
  readonly reason: string
  readonly madeBy: string
  readonly madeAt: Date
  /** Null: the dispute is not over. */
  readonly endedAt: Date | null
}

export async function noteDeletion(tx: Tx, { tenantId, kind, count, olderThan, at }: Omit<Deletion, 'id'>): Promise<void> {
  const row = { tenant_id: tenantId, kind, count, older_than: olderThan, at }
  await tx.tables<RetentionTables>().insertInto('deletion_log').values(row).execute()
}

/** The newest first; `before`: an id of the list. */
export async function listDeletions(
  tx: Tx,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly Deletion[]> {
  let query = tx.tables<RetentionTables>().selectFrom('deletion_log').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    kind: row.kind,
    count: row.count,
    olderThan: row.older_than,
    at: row.at,
  }))
}

/** Ids of all customers behind that one, in order; those that are deleted too, and `HOUSE`, which comes last. */
export async function tenantsBehind(tx: Tx, after: string | undefined, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    SELECT id FROM (SELECT ${HOUSE}::uuid AS id UNION SELECT id FROM tenant UNION SELECT id FROM deleted_tenant) AS known
    WHERE id > ${after ?? null}::uuid OR ${after ?? null}::uuid IS NULL ORDER BY id LIMIT ${limit}`.execute(tx.tables())
  return rows.map(({ id }) => id)
}

export async function isNightDone(tx: Tx, day: string): Promise<boolean> {
  const query = tx.tables<RetentionTables>().selectFrom('retention_night').select('ended_at').where('day', '=', sql<Date>`${day}::date`)
  return (await query.executeTakeFirst()) !== undefined
}

export async function noteNight(tx: Tx, day: string, at: Date): Promise<void> {
  const inserting = tx.tables<RetentionTables>().insertInto('retention_night').values({ day, ended_at: at })
  await inserting.onConflict((conflict) => conflict.doNothing()).execute()
}

export async function insertHold(
  tx: Tx,
  hold: Pick<DisputeHold, 'tenantId' | 'from' | 'until' | 'reason' | 'madeBy'>,
): Promise<DisputeHold> {
  const id = randomUUIDv7()
  const row = { id, tenant_id: hold.tenantId, from_day: hold.from, until_day: hold.until, reason: hold.reason, made_by: hold.madeBy }
  await tx.tables<RetentionTables>().insertInto('dispute_hold').values(row).execute()
  return findHold(tx, id)
}

/** Throws `NotFound`. */
export async function findHold(tx: Tx, id: string): Promise<DisputeHold> {
  const row = await holds(tx).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('dispute hold', id)
  return fromRow(row)
}

/** The newest first. */
export async function listHolds(
  tx: Tx,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly DisputeHold[]> {
  let query = holds(tx).orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.execute()).map(fromRow)
}

/** Days in dispute now. */
export async function openHolds(tx: Tx, tenantId: string): Promise<readonly DisputeHold[]> {
  return (await holds(tx).where('tenant_id', '=', tenantId).where('ended_at', 'is', null).execute()).map(fromRow)
}

/** Throws `NotFound`. One that is over stays as it is. */
export async function endHold(tx: Tx, id: string, at: Date): Promise<DisputeHold> {
  const query = tx.tables<RetentionTables>().updateTable('dispute_hold').set({ ended_at: at })
  await query.where('id', '=', id).where('ended_at', 'is', null).execute()
  return findHold(tx, id)
}

function holds(tx: Tx) {
  return tx
    .tables<RetentionTables>()
    .selectFrom('dispute_hold')
    .select(['id', 'tenant_id', 'reason', 'made_by', 'made_at', 'ended_at'])
    .select([sql<string>`to_char(from_day, 'YYYY-MM-DD')`.as('from'), sql<string>`to_char(until_day, 'YYYY-MM-DD')`.as('until')])
}

type HoldRow = Awaited<ReturnType<ReturnType<typeof holds>['executeTakeFirstOrThrow']>>

function fromRow({ id, tenant_id, from, until, reason, made_by, made_at, ended_at }: HoldRow): DisputeHold {
  return { ...{ id, tenantId: tenant_id, from, until, reason }, ...{ madeBy: made_by, madeAt: made_at, endedAt: ended_at } }
}
