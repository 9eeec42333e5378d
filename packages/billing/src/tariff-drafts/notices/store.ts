import type { Text, Tx } from '@klinke/platform'
import { type ColumnType, type Generated, sql } from 'kysely'

export interface NoticeTables {
  readonly tariff_notice: {
    readonly id: string
    readonly tenant_id: string
    readonly version_id: string
    readonly tariff_name: string
    readonly valid_from: ColumnType<never, string, never>
    readonly changes: ColumnType<readonly Text[], string, never>
    readonly told_at: Generated<Date | null>
    readonly has_nobody: Generated<boolean>
    readonly withdrawn_at: Generated<Date | null>
    readonly withdrawal_told_at: Generated<Date | null>
  }
}

/** A customer that is to be told of a version, or that it does not come. */
export interface TariffNotice {
  readonly id: string
  readonly tenantId: string
  readonly tariffName: string
  /** ISO 8601. */
  readonly validFrom: string
  readonly changes: readonly Text[]
  readonly isWithdrawn: boolean
}

/** How far telling is. */
export interface Told {
  readonly told: number
  readonly waiting: number
}

const OPEN = sql<boolean>`((told_at IS NULL AND withdrawn_at IS NULL) OR (told_at IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawal_told_at IS NULL))`

export interface NewNotices {
  readonly versionId: string
  readonly tariffName: string
  readonly validFrom: string
  readonly changes: readonly Text[]
}

/** One for each of these customers. */
export async function insertNotices(
  tx: Tx,
  tenantIds: readonly string[],
  { versionId, tariffName, validFrom, changes }: NewNotices,
): Promise<void> {
  await sql`INSERT INTO tariff_notice (id, tenant_id, version_id, tariff_name, valid_from, changes)
    SELECT gen_random_uuid(), tenant_id, ${versionId}, ${tariffName}, ${validFrom}::date, ${JSON.stringify(changes)}::jsonb
    FROM unnest(${[...tenantIds]}::uuid[]) AS tenant_id`.execute(tx.tables())
}

/** Customers that are to be told of something; at most so many, after that one. */
export async function openNotices(tx: Tx, limit: number, after: string | undefined): Promise<readonly string[]> {
  let query = tx.tables<NoticeTables>().selectFrom('tariff_notice').select('id').where(OPEN)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id)
}

/** Takes a notice, if it is still open; nobody else has it until the transaction ends. */
export async function takeNotice(tx: Tx, id: string): Promise<TariffNotice | undefined> {
  const row = await tx
    .tables<NoticeTables>()
    .selectFrom('tariff_notice')
    .select(['id', 'tenant_id as tenantId', 'tariff_name as tariffName', 'changes', 'withdrawn_at as withdrawnAt'])
    .select(sql<string>`valid_from::text`.as('validFrom'))
    .where('id', '=', id)
    .where(OPEN)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { withdrawnAt, ...notice } = row
  return { ...notice, isWithdrawn: withdrawnAt !== null }
}

/** First days of other versions of a tariff of this name of which the customer has been told, and that are to come after this day. */
export async function otherAnnounced(
  tx: Tx,
  { id, tenantId, tariffName }: TariffNotice,
  after: Temporal.PlainDate,
): Promise<readonly string[]> {
  const query = tx.tables<NoticeTables>().selectFrom('tariff_notice').select(sql<string>`valid_from::text`.as('day')).where('id', '<>', id)
  const coming = query
    .where('tenant_id', '=', tenantId)
    .where('tariff_name', '=', tariffName)
    .where(sql<boolean>`valid_from > ${after.toString()}::date`)
  const rows = await coming.where('told_at', 'is not', null).where('withdrawn_at', 'is', null).orderBy('valid_from').execute()
  return rows.map(({ day }) => day)
}

export async function markTold(tx: Tx, { id, isWithdrawn }: TariffNotice, at: Date): Promise<void> {
  const values = isWithdrawn ? { withdrawal_told_at: at } : { told_at: at, has_nobody: false }
  await tx.tables<NoticeTables>().updateTable('tariff_notice').set(values).where('id', '=', id).execute()
}

export async function markNobody(tx: Tx, { id }: TariffNotice): Promise<void> {
  await tx.tables<NoticeTables>().updateTable('tariff_notice').set({ has_nobody: true }).where('id', '=', id).execute()
}

/** The version does not come: who has not been told is not told any more, and the others are told that. */
export async function withdrawNotices(tx: Tx, versionId: string, at: Date): Promise<void> {
  const update = tx.tables<NoticeTables>().updateTable('tariff_notice').set({ withdrawn_at: at })
  await update.where('version_id', '=', versionId).where('withdrawn_at', 'is', null).execute()
}

/** By version, of those of which anybody is told. */
export async function toldByVersion(tx: Tx): Promise<ReadonlyMap<string, Told>> {
  const rows = await tx
    .tables<NoticeTables>()
    .selectFrom('tariff_notice')
    .select(['version_id', sql<number>`count(told_at)::int`.as('told'), sql<number>`(count(*) - count(told_at))::int`.as('waiting')])
    .where('withdrawn_at', 'is', null)
    .groupBy('version_id')
    .execute()
  return new Map(rows.map(({ version_id: id, told, waiting }) => [id, { told, waiting }]))
}
