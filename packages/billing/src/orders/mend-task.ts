import { InvalidRequest, NotFound, type Tx } from '@klinke/platform'
import { extensionFaults } from './order-faults.ts'
import type { OrderForm } from './order-form.ts'
import type { OrderTerms } from './order-terms.ts'
import { mandateFaults } from './payment-faults.ts'
import { TaskNeeded, TaskNotAmendable, TaskNotStopped } from './problems.ts'
import { changeOrder, foundOrder, noteStep, type StoredOrder } from './store.ts'
import { takenFaults } from './taken.ts'
import { amendedForm, inputOf, type TaskInput } from './task-input.ts'
import { skipOf } from './task-skips.ts'
import { amendTask, isOpen, markSkipped, putOffRenumbering, type StoredTask, tasksOfOrder } from './task-store.ts'
import { taskWords } from './tasks.ts'

/** Who mends a task, when and why. */
export interface Mending {
  readonly by: string
  readonly now: Date
  readonly reason: string
}

interface Stopped {
  readonly order: StoredOrder
  readonly form: OrderForm
  readonly tasks: readonly StoredTask[]
  readonly task: StoredTask
}

/**
 * Amends what a task that could not be done works with; the form stays as it was signed, and the history says what was amended by whom and why. Throws
 * `TaskNotStopped`, `TaskNotAmendable`, and `InvalidRequest` for what does not fit the task or is taken.
 */
export async function amend(
  tx: Tx,
  { orderId, position }: TaskPlace,
  input: TaskInput,
  terms: OrderTerms,
  { by, now, reason }: Mending,
): Promise<void> {
  const { order, form, tasks, task } = await stoppedAt(tx, orderId, position)
  const wanted = inputOf(task.task, form, task.amendment)
  if (wanted === undefined) throw new TaskNotAmendable(taskWords(task.task))
  if (wanted.kind !== input.kind)
    throw new InvalidRequest(
      { en: `The task is "${wanted.kind}", and not "${input.kind}".`, de: `Die Aufgabe ist „${wanted.kind}“, nicht „${input.kind}“.` },
      [{ pointer: '/input/kind', detail: { en: `must be ${wanted.kind}`, de: `muss ${wanted.kind} sein` } }],
    )
  const others = tasks.filter((each) => each !== task).map(({ amendment }) => amendment)
  const faults = await faultsOf(tx, amendedForm(form, [...others, input]), input, terms, order.tenantId)
  if (faults.length > 0) throw new InvalidRequest(WRONG, faults)
  await amendTask(tx, orderId, position, input)
  if (input.kind === 'move') await putOffRenumbering(tx, orderId, input.from)
  await noteStep(tx, order, { step: 'amend', state: order.state, by, at: now, reason, task: position })
}

/** Leaves out a task that could not be done, with a reason that stands in the history and at the task. Throws `TaskNotStopped` and `TaskNeeded`. */
export async function skip(tx: Tx, { orderId, position }: TaskPlace, { by, now, reason }: Mending): Promise<void> {
  const { order, form, tasks, task } = await stoppedAt(tx, orderId, position)
  const may = skipOf(task, tasks, form)
  if (may?.allowed !== true) throw new TaskNeeded(taskWords(task.task), may?.words ?? { de: '', en: '' })
  await markSkipped(tx, orderId, position, now, reason)
  // Handed over by another way: what begins with that begins (ORD-05).
  if (task.task.kind === 'hand-over') await changeOrder(tx, orderId, { handedOverAt: now })
  await noteStep(tx, order, { step: 'skip', state: order.state, by, at: now, reason, task: position })
}

export interface TaskPlace {
  readonly orderId: string
  readonly position: number
}

async function stoppedAt(tx: Tx, orderId: string, position: number): Promise<Stopped> {
  const order = await foundOrder(tx, orderId, 'for update')
  const tasks = await tasksOfOrder(tx, orderId)
  const task = tasks.find((each) => each.position === position)
  if (task === undefined || order.form === undefined) throw new NotFound('task of order', String(position))
  if (order.state !== 'confirmed' || !isOpen(task) || task.trouble === undefined) throw new TaskNotStopped(taskWords(task.task))
  return { order, form: order.form, tasks, task }
}

/** What the amended form has that cannot be, at the fields of the amendment. */
async function faultsOf(
  tx: Tx,
  form: OrderForm,
  { kind }: TaskInput,
  terms: OrderTerms,
  tenantId: string | undefined,
): Promise<InvalidRequest['errors']> {
  if (form.kind !== 'new') return []
  const field = FIELDS[kind]
  if (field === undefined) return []
  const all = [...(await takenFaults(tx, form, tenantId)), ...mandateFaults(form), ...extensionFaults(form, terms)]
  return all.flatMap(({ pointer = '', detail }) =>
    pointer.startsWith(field.from) ? [{ pointer: `/input${field.to}${pointer.slice(field.from.length)}`, detail }] : [],
  )
}

/** Where the fields of an amendment stand in the form. */
const FIELDS: Readonly<Partial<Record<TaskInput['kind'], { readonly from: string; readonly to: string }>>> = {
  customer: { from: '/form/sipDomain', to: '/sipDomain' },
  administrator: { from: '/form/administrator', to: '' },
  mandate: { from: '/form/mandate', to: '' },
  extensions: { from: '/form/extensions', to: '/extensions' },
}

const WRONG = { en: 'The task cannot be amended like this.', de: 'So lässt sich die Aufgabe nicht berichtigen.' }
