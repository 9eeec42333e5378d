import type { Text, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { z } from 'zod'
import { bilingual } from '../catalogue/schema-parts.ts'
import type { Day } from '../contracts/contract.ts'
import type { StoredOrder } from './store.ts'
import type { OrderTables } from './tables.ts'
import { type TaskInput, taskInput } from './task-input.ts'
import { type OrderTask, orderTask, type PlannedTask } from './tasks.ts'

/** A task as it is kept. */
export interface StoredTask {
  readonly position: number
  readonly task: OrderTask
  readonly due: Day | undefined
  readonly doneAt: Date | undefined
  /** What was made, such as the first number of a block. */
  readonly result: string
  /** Why it could not be done. */
  readonly trouble: Text | undefined
  /** What it is done with instead of what the form says. */
  readonly amendment: TaskInput | undefined
  /** It is left out, and why; undefined: it is not. */
  readonly skipped: { readonly at: Date; readonly reason: string } | undefined
}

/** Neither done nor left out. */
export function isOpen({ doneAt, skipped }: Pick<StoredTask, 'doneAt' | 'skipped'>): boolean {
  return doneAt === undefined && skipped === undefined
}

export async function insertTasks(
  tx: Tx,
  { id, tenantId }: Pick<StoredOrder, 'id' | 'tenantId'>,
  tasks: readonly PlannedTask[],
): Promise<void> {
  if (tasks.length === 0) return
  const rows = tasks.map(({ task, due }, index) => ({
    ...{
      order_id: id,
      position: index + 1,
      task: JSON.stringify(task),
      due: due?.toString() ?? null,
      trouble: null,
      tenant_id: tenantId ?? null,
    },
  }))
  await tx.tables<OrderTables>().insertInto('product_order_task').values(rows).execute()
}

/** In their order; those of a deleted customer are not told. */
export async function tasksOfOrder(tx: Tx, orderId: string): Promise<readonly StoredTask[]> {
  const query = tx
    .tables<OrderTables>()
    .selectFrom('product_order_task')
    .select(['position', 'task', sql<string | null>`due::text`.as('due'), 'done_at', 'result', 'trouble'])
    .select(['amendment', 'skipped_at', 'skip_reason'])
  const rows = await query.where('order_id', '=', orderId).orderBy('position').execute()
  return rows.flatMap(({ position, task, due, done_at: doneAt, result, trouble, amendment, skipped_at: at, skip_reason: reason }) => {
    const read = orderTask.safeParse(task)
    if (!read.success) return []
    return [
      {
        ...{ position, task: read.data, due: due === null ? undefined : Temporal.PlainDate.from(due), doneAt: doneAt ?? undefined, result },
        trouble: z.nullable(bilingual).parse(trouble) ?? undefined,
        amendment: z.nullable(taskInput).parse(amendment) ?? undefined,
        skipped: at === null ? undefined : { at, reason },
      },
    ]
  })
}

export async function markDone(tx: Tx, orderId: string, position: number, at: Date, result: string): Promise<void> {
  const query = tx.tables<OrderTables>().updateTable('product_order_task').set({ done_at: at, result, trouble: null })
  await query.where('order_id', '=', orderId).where('position', '=', position).execute()
}

export async function markTrouble(tx: Tx, orderId: string, position: number, trouble: Text): Promise<void> {
  const query = tx
    .tables<OrderTables>()
    .updateTable('product_order_task')
    .set({ trouble: JSON.stringify(trouble) })
  await query.where('order_id', '=', orderId).where('position', '=', position).execute()
}

/** From the next try on. */
export async function amendTask(tx: Tx, orderId: string, position: number, amendment: TaskInput): Promise<void> {
  const query = tx
    .tables<OrderTables>()
    .updateTable('product_order_task')
    .set({ amendment: JSON.stringify(amendment) })
  await query.where('order_id', '=', orderId).where('position', '=', position).execute()
}

/** What waits for the day of a move waits for another one. */
export async function putOffRenumbering(tx: Tx, orderId: string, day: string): Promise<void> {
  const query = tx.tables<OrderTables>().updateTable('product_order_task').set({ due: day }).where('order_id', '=', orderId)
  await query.where(sql<boolean>`task ->> 'kind' = 'renumber'`).execute()
}

/** What kept it from being done stays beside the reason. */
export async function markSkipped(tx: Tx, orderId: string, position: number, at: Date, reason: string): Promise<void> {
  const query = tx.tables<OrderTables>().updateTable('product_order_task').set({ skipped_at: at, skip_reason: reason })
  await query.where('order_id', '=', orderId).where('position', '=', position).execute()
}
