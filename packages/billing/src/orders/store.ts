import { randomUUIDv7 } from 'node:crypto'
import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import { NotFound, type Tx } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import type { Day } from '../contracts/contract.ts'
import type { OrderKind, OrderState, OrderStep, TaskStep } from './order.ts'
import { type OrderForm, readForm } from './order-form.ts'
import type { OrderTables } from './tables.ts'

/** An order as it is kept. */
export interface StoredOrder {
  readonly id: string
  /** As people call it: `B-000017`. */
  readonly number: string
  readonly kind: OrderKind
  readonly state: OrderState
  /** Undefined: not there yet, or not any more. */
  readonly tenantId: string | undefined
  readonly profile: string
  /** Its prices are those of the order. */
  readonly versionId: string
  /** Undefined: the customer is deleted, and what the order said of it. */
  readonly form: OrderForm | undefined
  readonly contractId: string | undefined
  readonly handedOverAt: Date | undefined
  /** Provisioning has been asked for. */
  readonly provisioning: boolean
  readonly createdBy: string
  readonly createdAt: Date
}

export interface NewStoredOrder extends Pick<StoredOrder, 'tenantId' | 'profile' | 'versionId' | 'contractId' | 'createdBy' | 'createdAt'> {
  readonly form: OrderForm
}

export async function insertOrder(
  tx: Tx,
  { form, tenantId, profile, versionId, contractId, createdBy, createdAt }: NewStoredOrder,
): Promise<StoredOrder> {
  const { rows } = await sql<{ readonly value: string }>`SELECT nextval('product_order_number') AS value`.execute(tx.tables())
  const row = {
    ...{ id: randomUUIDv7(), number: `B-${String(rows[0]?.value ?? '').padStart(6, '0')}`, kind: form.kind, state: 'ordered' as const },
    ...{ tenant_id: tenantId ?? null, profile, version_id: versionId, form: JSON.stringify(form), contract_id: contractId ?? null },
    ...{ created_by: createdBy, created_at: createdAt },
  }
  await tx.tables<OrderTables>().insertInto('product_order').values(row).execute()
  const order = await foundOrder(tx, row.id)
  await noteStep(tx, order, { step: 'order', state: 'ordered', by: createdBy, at: createdAt, reason: '' })
  return order
}

/** Throws `NotFound`. `for update`: nobody else makes a step meanwhile. */
export async function foundOrder(tx: Tx, id: string, lock?: 'for update'): Promise<StoredOrder> {
  // The customer first: whoever deletes it locks it before its orders, and the two must not wait for each other.
  if (lock !== undefined)
    await sql`SELECT 1 FROM tenant WHERE id = (SELECT tenant_id FROM product_order WHERE id = ${id}) FOR KEY SHARE`.execute(tx.tables())
  const query = tx.tables<OrderTables>().selectFrom('product_order').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('order', id)
  return orderOf(row)
}

/** Waits for everybody who works at an order of the customer, and keeps them waiting until the end of the transaction. */
export async function lockTenant(tx: Tx, tenantId: string): Promise<void> {
  await sql`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`.execute(tx.tables())
}

/** New products of a customer that are confirmed, and no contract yet: beside this order; undefined: it is not given yet. */
export async function ordersOnTheWay(
  tx: Tx,
  { id, tenantId }: Pick<StoredOrder, 'tenantId'> & { readonly id: string | undefined },
): Promise<readonly StoredOrder[]> {
  if (tenantId === undefined) return []
  const all = tx.tables<OrderTables>().selectFrom('product_order').selectAll().where('tenant_id', '=', tenantId)
  const query = id === undefined ? all : all.where('id', '!=', id)
  const rows = await query
    .where('kind', '=', 'new')
    .where('state', 'in', ['confirmed', 'provisioned'])
    .where('contract_id', 'is', null)
    .execute()
  return rows.map(orderOf)
}

export interface OrderFilter {
  readonly state?: OrderState | undefined
  readonly kind?: OrderKind | undefined
  readonly tenantId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listOrders(tx: Tx, { state, kind, tenantId, after, limit }: OrderFilter): Promise<readonly StoredOrder[]> {
  let query = tx.tables<OrderTables>().selectFrom('product_order').selectAll().orderBy('id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('state', '=', state)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(orderOf)
}

/** Orders of which something may happen by itself, the oldest first, after that id. */
export async function livingOrders(tx: Tx, limit: number, after?: string): Promise<readonly StoredOrder[]> {
  let query = tx.tables<OrderTables>().selectFrom('product_order').selectAll().orderBy('id').limit(limit)
  query = query.where(
    sql<boolean>`(state = 'provisioned' OR (state = 'confirmed' AND provisioning) OR (state = 'active' AND kind = 'new'))`,
  )
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(orderOf)
}

export interface OrderChange {
  readonly state?: OrderState
  readonly tenantId?: string
  readonly contractId?: string
  readonly handedOverAt?: Date
  readonly provisioning?: boolean
}

export async function changeOrder(
  tx: Tx,
  id: string,
  { state, tenantId, contractId, handedOverAt, provisioning }: OrderChange,
): Promise<void> {
  const set = {
    ...(state === undefined ? {} : { state }),
    ...(tenantId === undefined ? {} : { tenant_id: tenantId }),
    ...(contractId === undefined ? {} : { contract_id: contractId }),
    ...(handedOverAt === undefined ? {} : { handed_over_at: handedOverAt }),
    ...(provisioning === undefined ? {} : { provisioning }),
  }
  await tx.tables<OrderTables>().updateTable('product_order').set(set).where('id', '=', id).execute()
  if (tenantId === undefined) return
  // The customer sees what happened before it was one.
  for (const table of ['product_order_step', 'product_order_task'] as const)
    await tx.tables<OrderTables>().updateTable(table).set({ tenant_id: tenantId }).where('order_id', '=', id).execute()
}

/** What happened to an order. */
export interface OrderHistory {
  readonly step: OrderStep | TaskStep | 'order'
  readonly state: OrderState
  readonly by: string
  readonly at: Date
  readonly reason: string
  /** Position of the task that was amended or skipped; undefined: a step of the whole order. */
  readonly task?: number | undefined
}

export async function noteStep(tx: Tx, { id, tenantId }: Pick<StoredOrder, 'id' | 'tenantId'>, made: OrderHistory): Promise<void> {
  const tables = tx.tables<OrderTables>()
  const counted = tables.selectFrom('product_order_step').select(({ fn }) => fn.countAll<string>().as('count'))
  const { count } = await counted.where('order_id', '=', id).executeTakeFirstOrThrow()
  const { task = null, ...step } = made
  const row = { order_id: id, position: Number(count) + 1, tenant_id: tenantId ?? null, ...step, task }
  await tables.insertInto('product_order_step').values(row).execute()
}

export async function historyOfOrder(tx: Tx, id: string): Promise<readonly OrderHistory[]> {
  const query = tx.tables<OrderTables>().selectFrom('product_order_step').select(['step', 'state', 'by', 'at', 'reason', 'task'])
  const rows = await query.where('order_id', '=', id).orderBy('position').execute()
  return rows.map(({ task, ...made }) => ({ ...made, task: task ?? undefined }))
}

/** The day in the time zone of orders. */
export function orderDay(at: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
}

function orderOf(row: Selectable<OrderTables['product_order']>): StoredOrder {
  const isEmpty = typeof row.form === 'object' && row.form !== null && !('kind' in row.form)
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, state: row.state, tenantId: row.tenant_id ?? undefined, profile: row.profile },
    ...{ versionId: row.version_id, form: isEmpty ? undefined : readForm(row.form), contractId: row.contract_id ?? undefined },
    ...{
      handedOverAt: row.handed_over_at ?? undefined,
      provisioning: row.provisioning,
      createdBy: row.created_by,
      createdAt: row.created_at,
    },
  }
}
