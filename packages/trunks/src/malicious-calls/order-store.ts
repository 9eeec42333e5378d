import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { MAX_ORDERS, TooManyOrders } from './rules.ts'

interface OrderTable {
  readonly id: string
  readonly tenant_id: string
  readonly number: string
  readonly reason: string
  readonly request_reference: string
  readonly valid_from: Date
  readonly valid_until: Date
  readonly keep_days: number
  readonly user_may_mark: boolean
  readonly ordered_by: string
  readonly created_at: Generated<Date>
  readonly release_reason: string | null
  readonly release_asked_by: string | null
  readonly release_asked_id: string | null
  readonly release_asked_at: Date | null
  readonly released_by: string | null
  readonly released_at: Date | null
  readonly read_by: string | null
  readonly read_at: Date | null
}

interface OrderTables {
  readonly trace_order: OrderTable
}

/** An order to trace calls to a number. */
export interface StoredOrder {
  readonly id: string
  readonly tenantId: string
  readonly number: string
  readonly reason: string
  readonly requestReference: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly keepDays: number
  readonly userMayMark: boolean
  readonly orderedBy: string
  readonly createdAt: Date
  /** Two steps: somebody asks, somebody else gives. */
  readonly asked: { readonly reason: string; readonly by: string; readonly id: string; readonly at: Date } | undefined
  readonly released: { readonly by: string; readonly at: Date } | undefined
}

export type NewOrder = Omit<StoredOrder, 'id' | 'createdAt' | 'asked' | 'released'>

/** Who does something, by name and by the id of his login. */
export interface Person {
  readonly name: string
  readonly id: string
}

/** Throws `TooManyOrders`. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<StoredOrder> {
  const tables = tx.tables<OrderTables>()
  const counting = tables.selectFrom('trace_order').select(({ fn }) => fn.countAll<string>().as('count'))
  const { count } = await counting.where('tenant_id', '=', order.tenantId).executeTakeFirstOrThrow()
  if (Number(count) >= MAX_ORDERS) throw new TooManyOrders()
  const { tenantId: tenant_id, number, reason, requestReference: request_reference, keepDays: keep_days } = order
  const times = { valid_from: order.validFrom, valid_until: order.validUntil }
  const about = { keep_days, user_may_mark: order.userMayMark, ordered_by: order.orderedBy }
  const row = { id: randomUUIDv7(), tenant_id, number, reason, request_reference, ...times, ...about }
  return fromRow(await tables.insertInto('trace_order').values(row).returningAll().executeTakeFirstOrThrow())
}

/** By id; of all tenants that `tx` sees. */
export async function listOrders(
  tx: Tx,
  { limit, after }: { readonly limit?: number; readonly after?: string | undefined } = {},
): Promise<readonly StoredOrder[]> {
  let query = tx.tables<OrderTables>().selectFrom('trace_order').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** Throws `NotFound`. */
export async function findOrder(tx: Tx, id: string): Promise<StoredOrder> {
  const row = await tx.tables<OrderTables>().selectFrom('trace_order').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('trace order', id)
  return fromRow(row)
}

export async function deleteOrder(tx: Tx, id: string): Promise<void> {
  const result = await tx.tables<OrderTables>().deleteFrom('trace_order').where('id', '=', id).executeTakeFirst()
  if (result.numDeletedRows === 0n) throw new NotFound('trace order', id)
}

/** What was released before is not any more: each giving out is asked for by itself. */
export function askRelease(tx: Tx, id: string, reason: string, by: Person, at: Date): Promise<StoredOrder> {
  const asked = { release_reason: reason, release_asked_by: by.name, release_asked_id: by.id, release_asked_at: at }
  return changed(tx, id, { ...asked, released_by: null, released_at: null })
}

export function giveRelease(tx: Tx, id: string, by: Person, at: Date): Promise<StoredOrder> {
  return changed(tx, id, { released_by: by.name, released_at: at })
}

/** The audit log has each reading of the report by that. */
export async function noteReading(tx: Tx, id: string, by: Person, at: Date): Promise<void> {
  await changed(tx, id, { read_by: by.name, read_at: at })
}

type Change = Partial<Omit<Selectable<OrderTable>, 'id' | 'tenant_id' | 'created_at'>>

async function changed(tx: Tx, id: string, set: Change): Promise<StoredOrder> {
  const row = await tx.tables<OrderTables>().updateTable('trace_order').set(set).where('id', '=', id).returningAll().executeTakeFirst()
  if (row === undefined) throw new NotFound('trace order', id)
  return fromRow(row)
}

function fromRow(row: Selectable<OrderTable>): StoredOrder {
  const { release_reason: reason, release_asked_by: by, release_asked_id: askedId, release_asked_at: at } = row
  return {
    ...{ id: row.id, tenantId: row.tenant_id, number: row.number, reason: row.reason, requestReference: row.request_reference },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until, keepDays: row.keep_days, userMayMark: row.user_may_mark },
    ...{ orderedBy: row.ordered_by, createdAt: row.created_at },
    asked: reason === null || by === null || askedId === null || at === null ? undefined : { reason, by, id: askedId, at },
    released: row.released_by === null || row.released_at === null ? undefined : { by: row.released_by, at: row.released_at },
  }
}
