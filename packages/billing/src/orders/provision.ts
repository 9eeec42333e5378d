import { KlinkeError } from '@klinke/foundation'
import type { Text } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import { putAlarm } from './mail-store.ts'
import { noteMade } from './make-step.ts'
import { OrderStepImpossible } from './order.ts'
import type { OrderParts } from './order-parts.ts'
import { ProvisioningStopped } from './problems.ts'
import type { Provisioning } from './provisioning.ts'
import { runTask } from './run-task.ts'
import { changeOrder, foundOrder, orderDay } from './store.ts'
import { amendedForm } from './task-input.ts'
import { isOpen, markDone, markTrouble, type StoredTask, tasksOfOrder } from './task-store.ts'
import { taskWords } from './tasks.ts'
import { type FileOf, filesOfCustomer } from './totals.ts'

const NOBODY: Text = {
  en: 'This installation sets nothing up by itself.',
  de: 'Diese Installation richtet nichts von selbst ein.',
}

/**
 * Sets up what was ordered, one thing after the other, each in a transaction of its own that also says that it is done: a crash between two leaves what is done, and
 * the next try goes on behind it. What is due on a later day waits for it. Throws `ProvisioningStopped`, which says in words what could not be done and why.
 */
export async function provision(parts: OrderParts, orderId: string, by: string): Promise<void> {
  const { database, catalogue, provisioning } = parts
  const read = await database.withOperator((tx) => foundOrder(tx, orderId))
  const version = await catalogue.version(read.versionId)
  await database.withOperator(async (tx) => {
    const order = await foundOrder(tx, orderId, 'for update')
    if (order.state !== 'confirmed') throw new OrderStepImpossible(order.state, 'provision')
    await changeOrder(tx, orderId, { provisioning: true })
  })
  if (provisioning === undefined) throw new ProvisioningStopped({ en: 'Provisioning', de: 'Bereitstellung' }, NOBODY)
  const fileOf = await filesOfCustomer(parts, read)
  for (;;) if ((await nextTask({ ...parts, provisioning, fileOf }, orderId, version, by)) !== 'done') return
}

type Outcome = 'done' | 'waiting' | 'finished'

async function nextTask(
  parts: OrderParts & { readonly provisioning: Provisioning; readonly fileOf: FileOf },
  orderId: string,
  version: ProfileVersion,
  by: string,
): Promise<Outcome> {
  const { database, clock, provisioning, fileOf } = parts
  let current: StoredTask | undefined
  try {
    const outcome = await database.withOperator(async (tx): Promise<Outcome | StoredTask> => {
      const order = await foundOrder(tx, orderId, 'for update')
      const now = new Date(clock.epochMs())
      if (order.state !== 'confirmed' || order.form === undefined) return 'finished'
      const tasks = await tasksOfOrder(tx, orderId)
      const next = tasks.find(isOpen)
      if (next === undefined) {
        await noteMade(tx, order, 'provision', { by, now, reason: '' })
        return 'finished'
      }
      if (next.due !== undefined && Temporal.PlainDate.compare(next.due, orderDay(now)) > 0) return 'waiting'
      current = next
      if (next.task.kind === 'hand-over') return next
      const done = tasks.filter(({ doneAt }) => doneAt !== undefined)
      const form = amendedForm(
        order.form,
        tasks.map(({ amendment }) => amendment),
      )
      const { amendment } = next
      const result = await runTask(next.task, {
        tx,
        order,
        form,
        amendment,
        version,
        fileOf,
        tasks,
        position: next.position,
        done,
        provisioning,
        now,
        by,
      })
      await markDone(tx, orderId, next.position, now, result)
      return 'done'
    })
    if (typeof outcome === 'string') return outcome
    await handOver(parts, orderId, outcome)
    return 'done'
  } catch (error) {
    const why = wordsOf(error, provisioning)
    if (current === undefined) throw error
    const { position, task } = current
    const isNew = current.trouble?.en !== why.en
    await database.withOperator(async (tx) => {
      await markTrouble(tx, orderId, position, why)
      // Told once for each reason: it is tried again every few minutes.
      if (task.kind === 'renumber' && isNew) await putAlarm(tx, orderId, new Date(clock.epochMs()))
    })
    throw new ProvisioningStopped(taskWords(task), why)
  }
}

/** The invitation goes out before it is noted: a crash between the two invites twice, never not at all. */
async function handOver(
  { database, clock, provisioning }: OrderParts & { readonly provisioning: Provisioning },
  orderId: string,
  task: StoredTask,
): Promise<void> {
  const tasks = await database.withOperator((tx) => tasksOfOrder(tx, orderId))
  const login = tasks.find((each) => each.task.kind === 'administrator')?.result
  const result = login === undefined || login === '' ? '' : await invited(provisioning, login)
  await database.withOperator(async (tx) => {
    const now = new Date(clock.epochMs())
    await changeOrder(tx, orderId, { handedOverAt: now })
    await markDone(tx, orderId, task.position, now, result)
  })
}

/** Where no mail is sent, the operator gives an initial password instead: nothing is held up by that. */
async function invited(provisioning: Provisioning, login: string): Promise<'' | 'no-mail'> {
  try {
    await provisioning.invite(login)
    return ''
  } catch (error) {
    if (error instanceof KlinkeError && error.code === 'no-mail') return 'no-mail'
    throw error
  }
}

function wordsOf(error: unknown, provisioning: Provisioning): Text {
  if (error instanceof KlinkeError) return provisioning.words(error)
  const text = String(error)
  return { en: `an error (${text}).`, de: `ein Fehler (${text}).` }
}
