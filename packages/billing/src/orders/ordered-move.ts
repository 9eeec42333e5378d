import { callOffMove, findSite, hasMoved, type StoredSite } from '@klinke/accounts'
import { NotFound, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { MoveOrder } from './order-form.ts'
import { MoveDone } from './problems.ts'
import { orderDay, type StoredOrder } from './store.ts'
import type { OrderTables } from './tables.ts'
import { amendedForm } from './task-input.ts'
import { isOpen, type StoredTask } from './task-store.ts'
import { blocksOf } from './task-work.ts'

/** Number of the confirmed order that moves the site into another Ortsnetz and has not done so yet; undefined: there is none. `except`: id of an order that is not meant. */
export async function orderedMoveOf(tx: Tx, siteId: string, except?: string): Promise<string | undefined> {
  const tables = tx.tables<OrderTables>()
  const open = tables
    .selectFrom('product_order_task')
    .select('order_id')
    .where(sql<boolean>`task ->> 'kind' = 'renumber'`)
    .where('done_at', 'is', null)
    .where('skipped_at', 'is', null)
  let query = tables.selectFrom('product_order').select('number').where('kind', '=', 'move').where('state', '=', 'confirmed')
  query = query.where(sql<boolean>`form ->> 'siteId' = ${siteId}`).where('id', 'in', open)
  if (except !== undefined) query = query.where('id', '!=', except)
  return (await query.orderBy('number').limit(1).executeTakeFirst())?.number
}

/** Whether its numbers are still to change: until then the operator may call it off. */
export function changesNumbers(tasks: readonly Pick<StoredTask, 'task' | 'doneAt' | 'skipped'>[]): boolean {
  return tasks.some((each) => each.task.kind === 'renumber' && isOpen(each))
}

/**
 * Takes back what a move into another Ortsnetz has planned and reserved (EMG-06, NUM-02). What the contract has been charged for it stays there. Throws `MoveDone` once
 * the site is at its new address: numbers of the old place must not stay there.
 */
export async function callOff(tx: Tx, { form }: StoredOrder, tasks: readonly StoredTask[], now: Date): Promise<void> {
  if (form?.kind !== 'move' || !changesNumbers(tasks)) return
  const amended = amendedForm(
    form,
    tasks.map(({ amendment }) => amendment),
  )
  if (amended.kind !== 'move') return
  const site = await siteOfMove(tx, amended)
  const [move, today] = [{ address: amended.site.address, from: amended.wishDate }, orderDay(now)]
  if (hasMoved(site, move, today.toString())) throw new MoveDone(site.name)
  const firsts = blocksOf(tasks.filter(({ doneAt }) => doneAt !== undefined)).map(({ first }) => first)
  await callOffMove(tx, site.id, { ...move, firsts, today })
}

/** Throws `NotFound`. */
export async function siteOfMove(tx: Tx, { siteId }: Pick<MoveOrder, 'siteId'>): Promise<StoredSite> {
  const site = await findSite(tx, siteId, 'for update')
  if (site === undefined) throw new NotFound('site', siteId)
  return site
}
