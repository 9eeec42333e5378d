import { sitesOf } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import type { OrderForm } from './order-form.ts'
import type { OrderedBlock, Provisioning } from './provisioning.ts'
import type { StoredOrder } from './store.ts'
import type { TaskInput } from './task-input.ts'
import type { StoredTask } from './task-store.ts'
import type { FileOf } from './totals.ts'

/** What a task works with, in one transaction. */
export interface TaskWork {
  readonly tx: Tx
  readonly order: StoredOrder
  /** With all that was amended. */
  readonly form: OrderForm
  /** Of this task. */
  readonly amendment: TaskInput | undefined
  readonly version: ProfileVersion
  /** Of the other contracts and orders of the customer, too. */
  readonly fileOf: FileOf
  /** All of the order, and which of them this is. */
  readonly tasks: readonly StoredTask[]
  readonly position: number
  /** Those of the same order that are done. */
  readonly done: readonly StoredTask[]
  readonly provisioning: Provisioning
  readonly now: Date
  /** Who asked for it. */
  readonly by: string
}

/** Of the order, once it is there. Throws when the order of tasks is wrong. */
export function tenantOf({ order }: Pick<TaskWork, 'order'>): string {
  if (order.tenantId === undefined) throw new Error(`The order ${order.number} has no customer yet.`)
  return order.tenantId
}

/** Of new orders that of the form; else what the order says, such as the site that moves, or the main one. */
export async function siteOf(work: TaskWork): Promise<string | null> {
  const { form, done, tx } = work
  const made = done.find(({ task }) => task.kind === 'site' || task.kind === 'move')?.result
  if (made !== undefined && made !== '') return made
  if (form.kind === 'move' || (form.kind === 'change' && form.siteId !== null)) return form.siteId
  return (await sitesOf(tx, tenantOf(work))).find(({ isMain }) => isMain)?.id ?? null
}

/** Numbers and blocks that the order has got. */
export function blocksOf(done: readonly StoredTask[]): readonly OrderedBlock[] {
  return done.flatMap(({ task, result }) => (task.kind === 'numbers' ? [{ first: result, size: task.size }] : []))
}
