import { randomUUIDv7 } from 'node:crypto'
import { findSite } from '@klinke/accounts'
import { InvalidRequest, type Tx } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import type { ContractTerms } from '../catalogue/terms.ts'
import { contractIn, foundHistory } from '../contracts/route-parts.ts'
import { record } from '../contracts/store.ts'
import { changedLines, type LineChange, newLines } from './line-changes.ts'
import { putMail } from './mail-store.ts'
import { isBinding, type MadeStep, type OrderStep, step } from './order.ts'
import { planContractChange } from './order-contract.ts'
import type { ChangeOrder, MoveOrder } from './order-form.ts'
import { checksBefore, NO_TERMS } from './order-terms.ts'
import { callOff, orderedMoveOf } from './ordered-move.ts'
import { prepaidFaults } from './prepaid-beside.ts'
import { OrderBegun, OtherMoveOrdered, ReasonMissing } from './problems.ts'
import { changeOrder, foundOrder, noteStep, orderDay, type StoredOrder } from './store.ts'
import { takenFaults } from './taken.ts'
import { insertTasks, tasksOfOrder } from './task-store.ts'
import { tasksOf } from './tasks.ts'

/** Who makes a step, when and why. */
export interface Making {
  readonly by: string
  readonly now: Date
  readonly reason: string
  /** Throws for who may not make the step of the order as it is by now: it may have gone on since it was read. */
  readonly assertMay?: (order: StoredOrder) => void
  /** Absent: the order is confirmed only once credit was checked (ORD-06). */
  readonly needsCheck?: boolean
}

/** What confirming needs of the catalogue. */
export interface StepFacts {
  /** Prices of the order. */
  readonly version: ProfileVersion
  /** Of the contract that it changes; undefined: it makes one. */
  readonly contractTerms: ContractTerms | undefined
}

/**
 * Makes a step that needs no provisioning, with its history and its mail, in one transaction. Throws `OrderStepImpossible`, `ReasonMissing`,
 * `OrderBegun`, `MoveDone`, `OtherMoveOrdered`, `ContractRuleBroken`.
 */
export async function makeStep(
  tx: Tx,
  orderId: string,
  made: Exclude<MadeStep, 'provision'>,
  facts: StepFacts,
  making: Making,
): Promise<void> {
  const order = await foundOrder(tx, orderId, 'for update')
  making.assertMay?.(order)
  const needsCheck = checksBefore(facts.version.file.orders ?? NO_TERMS)
  step(order.state, made, needsCheck)
  if (made === 'cancel') {
    const tasks = await tasksOfOrder(tx, orderId)
    if (isBinding(order, tasks)) throw new OrderBegun(order.kind)
    await callOff(tx, order, tasks, making.now)
  }
  if (made === 'refuse' && making.reason === '') throw new ReasonMissing()
  if (made === 'confirm') await confirm(tx, order, facts, making)
  await noteMade(tx, order, made, { ...making, needsCheck })
}

/** The step, its place in the history, and the mail that tells of it. */
export async function noteMade(tx: Tx, order: StoredOrder, made: OrderStep, { by, now, reason, needsCheck }: Making): Promise<void> {
  const state = step(order.state, made, needsCheck)
  await changeOrder(tx, order.id, { state })
  await noteStep(tx, order, { step: made, state, by, at: now, reason })
  await putMail(tx, order, made, now)
}

/** What is to be set up is fixed now; a change of a contract is recorded, for its notice has arrived. */
async function confirm(tx: Tx, order: StoredOrder, { version, contractTerms }: StepFacts, { by, now }: Making): Promise<void> {
  const { form } = order
  if (form === undefined) return
  // Somebody may have taken it since the order came.
  const taken = await takenFaults(tx, form, order.tenantId)
  if (taken.length > 0) throw new InvalidRequest(TAKEN, taken)
  const beside = await prepaidFaults(tx, form, version.file, order, orderDay(now))
  if (beside.length > 0) throw new InvalidRequest(BESIDE, beside)
  const terms = version.file.orders ?? NO_TERMS
  const lines = form.kind === 'new' ? newLines(form.items) : await recordChange(tx, order, form, { version, contractTerms, by, now })
  const other = form.kind === 'move' ? await orderedMoveOf(tx, form.siteId, order.id) : undefined
  if (other !== undefined) throw new OtherMoveOrdered(other)
  const leaves = form.kind === 'move' && (await findSite(tx, form.siteId))?.areaCode !== form.site.areaCode
  await insertTasks(tx, order, tasksOf(form, terms, lines, leaves))
}

interface ChangeWork extends StepFacts {
  readonly by: string
  readonly now: Date
}

/** Gives what there is more or fewer of afterwards. Notice counts from the day on which the order came (ORD-02). */
async function recordChange(
  tx: Tx,
  order: StoredOrder,
  form: ChangeOrder | MoveOrder,
  { version, contractTerms, by, now }: ChangeWork,
): Promise<readonly LineChange[]> {
  const history = await foundHistory(tx, form.contractId, 'for update')
  const contract = contractIn(history)
  const received = orderDay(order.createdAt)
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(form.wishDate), orderDay(now).with({ day: 1 })) < 0)
    throw new InvalidRequest({
      en: 'The wished day is in a month that has ended. Cancel the order, and give a new one.',
      de: 'Der Wunschtag liegt in einem abgeschlossenen Monat. Stornieren Sie die Bestellung, und geben Sie eine neue auf.',
    })
  const siteId = form.kind === 'change' ? (form.siteId ?? undefined) : undefined
  const deeds = planContractChange(contract, form, {
    ...{ sold: version, terms: contractTerms ?? version.file.terms, today: received, newId: randomUUIDv7, siteId },
  })
  await record(tx, history, deeds, { by, atMs: now.getTime() })
  return changedLines(contract, deeds, form.items)
}

const TAKEN = {
  en: 'What the order asks for is taken by now. Cancel the order, and give a new one.',
  de: 'Was die Bestellung verlangt, ist inzwischen vergeben. Stornieren Sie die Bestellung, und geben Sie eine neue auf.',
}

const BESIDE = {
  en: 'The customer has a product by invoice by now. Cancel the order, and give one that is paid otherwise.',
  de: 'Der Kunde hat inzwischen ein Produkt auf Rechnung. Stornieren Sie die Bestellung, und geben Sie eine mit anderem Zahlungsweg auf.',
}
