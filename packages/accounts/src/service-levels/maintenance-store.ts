import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Text, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Component } from './component.ts'
import type { AnnouncedWindow } from './maintenance.ts'
import type { Span } from './span.ts'

export const NOTICE_KINDS = ['announced', 'changed', 'cancelled'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

interface WindowTable {
  readonly id: string
  readonly title_de: string
  readonly title_en: string
  readonly text_de: string
  readonly text_en: string
  readonly from_time: Date
  readonly until_time: Date
  readonly components: ColumnType<readonly Component[], string[], string[]>
  readonly customers: ColumnType<readonly string[] | null, string[] | null, string[] | null>
  readonly urgent: boolean
  readonly announced_at: Date
  readonly cancelled_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  readonly made_by: string
}

interface MaintenanceTables {
  readonly maintenance_window: WindowTable
  readonly maintenance_notice: {
    readonly id: string
    readonly window_id: string
    readonly tenant_id: string
    readonly kind: NoticeKind
    readonly made_at: Date
    readonly sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    /** Addresses that have it already. */
    readonly told: Generated<readonly string[]>
    readonly tries: Generated<number>
    readonly next_try_at: Date | null
    readonly given_up_at: Date | null
  }
}

/** What the operator says of a maintenance. */
export interface MaintenancePlan {
  readonly title: Text
  readonly text: Text
  readonly from: Date
  readonly until: Date
  readonly components: readonly Component[]
  /** Null: all. */
  readonly customers: readonly string[] | null
  readonly urgent: boolean
}

export interface StoredWindow extends MaintenancePlan {
  readonly id: string
  /** When its time was said last. */
  readonly announcedAt: Date
  readonly cancelledAt: Date | null
  readonly madeBy: string
}

export async function insertWindow(
  tx: Tx,
  plan: MaintenancePlan,
  { at, madeBy }: { readonly at: Date; readonly madeBy: string },
): Promise<StoredWindow> {
  const row = { id: randomUUIDv7(), ...columnsOf(plan), announced_at: at, made_by: madeBy }
  return stored(await tx.tables<MaintenanceTables>().insertInto('maintenance_window').values(row).returningAll().executeTakeFirstOrThrow())
}

/** Throws `NotFound`. */
export async function findWindow(tx: Tx, id: string, lock?: 'for update'): Promise<StoredWindow> {
  const query = tx.tables<MaintenanceTables>().selectFrom('maintenance_window').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('maintenance window', id)
  return stored(row)
}

export async function updateWindow(tx: Tx, id: string, plan: MaintenancePlan, announcedAt: Date): Promise<StoredWindow> {
  const query = tx
    .tables<MaintenanceTables>()
    .updateTable('maintenance_window')
    .set({ ...columnsOf(plan), announced_at: announcedAt })
  return stored(await query.where('id', '=', id).returningAll().executeTakeFirstOrThrow())
}

export async function cancelWindow(tx: Tx, id: string, at: Date): Promise<StoredWindow> {
  const query = tx.tables<MaintenanceTables>().updateTable('maintenance_window').set({ cancelled_at: at }).where('id', '=', id)
  return stored(await query.returningAll().executeTakeFirstOrThrow())
}

export interface WindowFilter {
  /** Only what concerns this customer. */
  readonly tenantId?: string | undefined
  readonly limit: number
  /** Id of the last one of the page before. */
  readonly before?: string | undefined
}

/** The newest announcement first. */
export async function listWindows(tx: Tx, { tenantId, limit, before }: WindowFilter): Promise<readonly StoredWindow[]> {
  let query = tx.tables<MaintenanceTables>().selectFrom('maintenance_window').selectAll()
  if (tenantId !== undefined) query = query.where(concerns(tenantId))
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(stored)
}

/** Windows that touch a time and were not cancelled, for one customer, or those that are for all. */
export async function windowsIn(
  tx: Tx,
  { fromMs, untilMs }: Span,
  tenantId: string | undefined,
  limit = 10_000,
): Promise<readonly StoredWindow[]> {
  const query = tx.tables<MaintenanceTables>().selectFrom('maintenance_window').selectAll().where('cancelled_at', 'is', null)
  const touching = query.where('from_time', '<', new Date(untilMs)).where('until_time', '>', new Date(fromMs))
  const whose = touching.where(tenantId === undefined ? sql<boolean>`customers IS NULL` : concerns(tenantId))
  return (await whose.orderBy('from_time').limit(limit).execute()).map(stored)
}

/** As the rules of a profile look at it. */
export function announcedOf({ from, until, announcedAt, urgent, components }: Omit<StoredWindow, 'id' | 'madeBy'>): AnnouncedWindow {
  return { fromMs: from.getTime(), untilMs: until.getTime(), announcedMs: announcedAt.getTime(), urgent, components }
}

/**
 * Everyone whom a window concerns is to be told; what was not sent yet is out of date. Who was told of it and is not concerned any more hears that it does not take
 * place there.
 */
export async function insertNotices(
  tx: Tx,
  { id, customers }: Pick<StoredWindow, 'id' | 'customers'>,
  kind: NoticeKind,
  at: Date,
): Promise<void> {
  const tables = tx.tables<MaintenanceTables>()
  await tables.deleteFrom('maintenance_notice').where('window_id', '=', id).where('sent_at', 'is', null).execute()
  const concerned = customers === null ? sql`suspended_at IS NULL` : sql`id = ANY (${[...customers]}::uuid[])`
  // Who was never told of it, or was told that it is off, needs not hear that it does not take place.
  const expects = sql`(SELECT earlier.kind FROM maintenance_notice AS earlier WHERE earlier.window_id = ${id} AND earlier.tenant_id = tenant.id
    ORDER BY earlier.made_at DESC LIMIT 1) <> 'cancelled'`
  const insert = (what: NoticeKind, whom: RawBuilder<unknown>) =>
    sql`
      INSERT INTO maintenance_notice (id, window_id, tenant_id, kind, made_at)
      SELECT gen_random_uuid(), ${id}::uuid, id, ${what}, ${at} FROM tenant WHERE ${whom}`.execute(tables)
  if (kind === 'cancelled') {
    await insert('cancelled', expects)
    return
  }
  if (kind === 'changed') await insert('cancelled', sql`NOT (${concerned}) AND ${expects}`)
  await insert(kind, concerned)
}

export interface WaitingNotice {
  readonly id: string
  readonly windowId: string
  readonly tenantId: string
  readonly kind: NoticeKind
  readonly told: readonly string[]
  readonly tries: number
}

/** One that is due; nobody else gets it before `leasedUntil`. */
export async function leaseNotice(tx: Tx, at: Date, leasedUntil: Date): Promise<WaitingNotice | undefined> {
  const waiting = tx.tables<MaintenanceTables>().selectFrom('maintenance_notice').select('id').where('sent_at', 'is', null)
  const due = waiting.where('given_up_at', 'is', null).where((is) => is.or([is('next_try_at', 'is', null), is('next_try_at', '<=', at)]))
  const one = due.orderBy('made_at').orderBy('id').limit(1).forUpdate().skipLocked()
  const lease = tx.tables<MaintenanceTables>().updateTable('maintenance_notice').set({ next_try_at: leasedUntil }).where('id', '=', one)
  const row = await lease.returningAll().executeTakeFirst()
  return row && { id: row.id, windowId: row.window_id, tenantId: row.tenant_id, kind: row.kind, told: row.told, tries: row.tries }
}

/** Some have it, some could not be told: those are tried again then, or never (undefined). False: it was out of date meanwhile, and is gone. */
export async function noticeFailed(tx: Tx, id: string, told: readonly string[], nextTryAt: Date | undefined, at: Date): Promise<boolean> {
  const query = tx.tables<MaintenanceTables>().updateTable('maintenance_notice').where('id', '=', id)
  const again = nextTryAt === undefined ? { given_up_at: at } : { next_try_at: nextTryAt }
  const changed = await query
    .set((to) => ({ told: [...told], tries: to('tries', '+', 1), ...again }))
    .returning('id')
    .execute()
  return changed.length > 0
}

export async function noticeSent(tx: Tx, notice: WaitingNotice, at: Date): Promise<void> {
  const update = tx.tables<MaintenanceTables>().updateTable('maintenance_notice').set({ sent_at: at }).where('id', '=', notice.id)
  const [sent] = await update.returning('id').execute()
  if (sent === undefined) await takeBackSent(tx, notice, at)
}

/** It was out of date while its mail was on its way: whom nothing newer is to be told hears that the maintenance does not take place there. */
export async function takeBackSent(tx: Tx, { windowId, tenantId, kind }: WaitingNotice, at: Date): Promise<void> {
  if (kind === 'cancelled') return
  await sql`
    INSERT INTO maintenance_notice (id, window_id, tenant_id, kind, made_at)
    SELECT gen_random_uuid(), ${windowId}::uuid, tenant.id, 'cancelled', ${at} FROM tenant WHERE tenant.id = ${tenantId} AND NOT EXISTS (
      SELECT 1 FROM maintenance_notice AS newer WHERE newer.window_id = ${windowId} AND newer.tenant_id = tenant.id AND newer.sent_at IS NULL)`.execute(
    tx.tables(),
  )
}

function concerns(tenantId: string) {
  return sql<boolean>`(customers IS NULL OR ${tenantId}::uuid = ANY (customers))`
}

function columnsOf({ title, text, from, until, components, customers, urgent }: MaintenancePlan) {
  return {
    ...{ title_de: title.de, title_en: title.en, text_de: text.de, text_en: text.en, from_time: from, until_time: until, urgent },
    ...{ components: [...components], customers: customers === null ? null : [...customers] },
  }
}

function stored(row: Selectable<WindowTable>): StoredWindow {
  return {
    ...{ id: row.id, title: { de: row.title_de, en: row.title_en }, text: { de: row.text_de, en: row.text_en } },
    ...{ from: row.from_time, until: row.until_time, components: row.components, customers: row.customers, urgent: row.urgent },
    ...{ announcedAt: row.announced_at, cancelledAt: row.cancelled_at, madeBy: row.made_by },
  }
}
