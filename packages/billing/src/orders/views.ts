import type { InvalidRequest } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import { bilingual } from '../catalogue/schema-parts.ts'
import type { ChargeLine } from '../contracts/charges/charge-line.ts'
import type { Day } from '../contracts/contract.ts'
import { chargeView, viewOfCharge } from '../contracts/views.ts'
import { isBinding, MADE_STEPS, ORDER_STATES, ORDER_STEPS, possibleSteps, STATE_WORDS, TASK_STEPS } from './order.ts'
import { type OrderForm, orderForm, orderKind } from './order-form.ts'
import type { OrderPrice } from './order-price.ts'
import type { OrderPreview } from './preview.ts'
import type { OrderHistory, StoredOrder } from './store.ts'
import { inputOf, taskInput } from './task-input.ts'
import { skipOf } from './task-skips.ts'
import type { StoredTask } from './task-store.ts'
import { taskWords } from './tasks.ts'

const day = z.iso.date()
const priceView = z.object({
  monthly: z.array(chargeView).describe('Of a whole month, once everything has begun; net, without calls'),
  once: z.array(chargeView).describe('Set-up and one-off items, net'),
  monthlySum: amountSchema,
  onceSum: amountSchema,
})

export const orderPreviewView = z.object({
  ...priceView.shape,
  monthlySumBefore: amountSchema.nullable().describe('As it is without the order; null: there was no contract'),
  faults: z.array(z.object({ pointer: z.string(), text: bilingual })).describe('What keeps it from being ordered; none: it can be'),
  earliest: z
    .array(z.object({ itemId: z.uuid().nullable().describe('null: the whole contract'), title: bilingual, until: day, noticeBy: day }))
    .describe('When things can end if notice arrives today'),
  move: z
    .object({
      numbersStay: z.boolean().describe('Within its Ortsnetz the site keeps its numbers (NUM-02)'),
      ending: z.array(z.object({ first: z.string(), size: z.int() })).describe('Numbers and blocks that end on the day'),
      earliest: day.describe('The first day on which it can move'),
    })
    .nullable(),
})

export const orderView = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: orderKind,
  state: z.enum(ORDER_STATES),
  stateText: bilingual,
  tenantId: z.uuid().nullable().describe('null: the customer is not there yet, or not any more'),
  customer: z.string().nullable().describe('As the order says it'),
  profile: z.string(),
  contractId: z.uuid().nullable(),
  wishDate: day.nullable(),
  handedOverAt: z.iso.datetime().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
})

export const wholeOrderView = orderView.extend({
  form: orderForm.nullable().describe('null: the customer is deleted'),
  price: priceView.nullable(),
  steps: z.array(z.enum(MADE_STEPS)).describe('What can be done now'),
  billingBeginsBy: day
    .nullable()
    .describe('The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05)'),
  tasks: z.array(
    z.object({
      position: z.int(),
      kind: z.string(),
      title: bilingual,
      due: day.nullable().describe('Not before that day'),
      doneAt: z.iso.datetime().nullable(),
      result: z.string(),
      trouble: bilingual.nullable().describe('Why it could not be done'),
      input: taskInput.nullable().describe('What it works with; null: there is nothing to be amended'),
      amended: z.boolean(),
      skipped: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable().describe('It is left out'),
      skip: z
        .object({ allowed: z.boolean(), text: bilingual })
        .nullable()
        .describe('Whether it may be skipped, and what that means or why not; null: it has not failed'),
    }),
  ),
  history: z.array(
    z.object({
      step: z.enum([...ORDER_STEPS, ...TASK_STEPS, 'order']),
      state: z.enum(ORDER_STATES),
      by: z.string(),
      at: z.iso.datetime(),
      reason: z.string(),
      task: z.int().nullable().describe('Position of the task that was amended or skipped; null: a step of the whole order'),
    }),
  ),
})

export function viewOfOrder(order: StoredOrder): z.infer<typeof orderView> {
  const { id, number, kind, state, tenantId = null, form, profile, contractId = null, handedOverAt, createdBy, createdAt } = order
  return {
    ...{ id, number, kind, state, stateText: STATE_WORDS[state], tenantId, profile, contractId, createdBy },
    ...{ customer: form?.kind === 'new' ? form.customer.company : null, wishDate: form?.wishDate ?? null },
    ...{ handedOverAt: handedOverAt?.toISOString() ?? null, createdAt: createdAt.toISOString() },
  }
}

/** What showing one order needs beside it. */
export interface ShownOrder {
  readonly price: OrderPrice | undefined
  readonly tasks: readonly StoredTask[]
  readonly history: readonly OrderHistory[]
  /** Undefined: the beginning of the contract waits for nothing. */
  readonly beginsBy: Day | undefined
  /** Credit is checked before the order is confirmed (ORD-06). */
  readonly needsCheck: boolean
}

export function viewOfWholeOrder(
  order: StoredOrder,
  { price, tasks, history, beginsBy, needsCheck }: ShownOrder,
): z.infer<typeof wholeOrderView> {
  return {
    ...viewOfOrder(order),
    form: order.form ?? null,
    price: price === undefined ? null : viewOfPrice(price),
    billingBeginsBy: beginsBy?.toString() ?? null,
    steps: [...possibleSteps(order.state, isBinding(order, tasks), needsCheck)],
    tasks: tasks.map((each) => viewOfTask(each, tasks, order.form)),
    history: history.map(({ at, task = null, ...made }) => ({ ...made, task, at: at.toISOString() })),
  }
}

function viewOfTask(each: StoredTask, tasks: readonly StoredTask[], form: OrderForm | undefined) {
  const { position, task, due, doneAt, result, trouble, amendment, skipped } = each
  const skip = form === undefined ? undefined : skipOf(each, tasks, form)
  return {
    ...{ position, kind: task.kind, title: taskWords(task), due: due?.toString() ?? null, doneAt: doneAt?.toISOString() ?? null, result },
    ...{ trouble: trouble ?? null, amended: amendment !== undefined },
    input: (form === undefined ? undefined : inputOf(task, form, amendment)) ?? null,
    skipped: skipped === undefined ? null : { at: skipped.at.toISOString(), reason: skipped.reason },
    skip: skip === undefined ? null : { allowed: skip.allowed, text: skip.words },
  }
}

export function viewOfPreview({ price, monthlyBefore, faults, earliest, move }: OrderPreview): z.infer<typeof orderPreviewView> {
  return {
    ...viewOfPrice(price),
    monthlySumBefore: monthlyBefore === undefined ? null : viewOfMicros(monthlyBefore.monthlySum, monthlyBefore.currency),
    faults: faults.map(viewOfFault),
    move: move === undefined ? null : { ...move, ending: [...move.ending], earliest: move.earliest.toString() },
    earliest: earliest.map(({ itemId = null, title, until, noticeBy }) => ({
      itemId,
      title,
      until: until.toString(),
      noticeBy: noticeBy.toString(),
    })),
  }
}

function viewOfFault({ pointer, detail }: InvalidRequest['errors'][number]) {
  return { pointer: pointer ?? '', text: typeof detail === 'string' ? { de: detail, en: detail } : detail }
}

function viewOfPrice({ monthly, once, monthlySum, onceSum, currency }: OrderPrice): z.infer<typeof priceView> {
  const shown = (lines: readonly ChargeLine[]) =>
    lines.map((line) => ({ ...viewOfCharge(line), contractId: line.contractId === '' ? NO_CONTRACT : line.contractId }))
  return {
    ...{ monthly: shown(monthly), once: shown(once) },
    ...{ monthlySum: viewOfMicros(monthlySum, currency), onceSum: viewOfMicros(onceSum, currency) },
  }
}

/** Of a contract that is only looked at. */
const NO_CONTRACT = '00000000-0000-0000-0000-000000000000'
