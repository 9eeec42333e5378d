import { shownAmount } from '@klinke/rating'
import { z } from 'zod'
import { amountSchema } from '../../amounts.ts'
import type { KeptCall } from '../list-calls.ts'
import { callView, viewOfCall } from '../views.ts'
import {
  percentOfRerun,
  RERUN_CUSTOMER_STATES,
  RERUN_STATES,
  type Rerun,
  type RerunCustomer,
  type RerunProgress,
  type RerunSums,
} from './run.ts'
import type { WholeRerunCustomer } from './run-store.ts'
import { MAX_DIFFERENCES } from './run-worker.ts'

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ examples: ['2026-11'] })

export const newRerun = z.strictObject({
  month,
  tenantId: z.uuid().optional().describe('Absent: all customers with calls of the month that stand on no invoice'),
})

const sums = {
  calls: z.int().describe('Calls that stand on no invoice, as far as they are compared'),
  invoiced: z.int().describe('Calls on an invoice: they stay as they are'),
  different: z.int().describe('Calls that would cost, or cost now, something else'),
  before: z.string().describe('Sum of those calls, cut off after six places'),
  after: z.string(),
}

export const rerunView = z.object({
  id: z.uuid(),
  month,
  tenantId: z.uuid().nullable().describe('null: all customers'),
  state: z.enum(RERUN_STATES).describe('"compared": nothing is kept yet, somebody may keep it'),
  percent: z.int().describe('Of comparing, or of keeping'),
  ...sums,
  customers: z.record(z.enum(RERUN_CUSTOMER_STATES), z.int()).describe('Customers by how far the run is with them'),
  startedBy: z.string(),
  createdAt: z.iso.datetime(),
})

export const rerunCustomerView = z.object({
  tenantId: z.uuid(),
  name: z.string(),
  state: z
    .enum(RERUN_CUSTOMER_STATES)
    .describe(
      '"changed": something else would be different than was looked at, and nothing is kept yet; "problem": the log of the server says why',
    ),
  ...sums,
})

const keptPrice = z.object({ outcome: callView.shape.outcome, price: amountSchema.nullable() })

export const wholeRerunCustomerView = rerunCustomerView.extend({
  differences: z
    .array(
      z.object({
        callId: z.string(),
        before: keptPrice,
        after: keptPrice,
        call: callView.nullable().describe('As it is now; null: it is deleted'),
      }),
    )
    .describe(`The first ${MAX_DIFFERENCES}`),
})

export function viewOfRerun(
  { id, month, tenantId, state, startedBy, createdAt, isListed }: Rerun,
  progress: RerunProgress,
): z.infer<typeof rerunView> {
  return {
    ...{ id, month: month.slice(0, 7), tenantId, state, percent: percentOfRerun({ state, isListed }, progress) },
    ...{ ...viewOfSums(progress), customers: { ...progress.customers }, startedBy, createdAt: createdAt.toISOString() },
  }
}

function viewOfSums({ calls, invoiced, different, before, after }: RerunSums) {
  return { calls, invoiced, different, before: shownAmount(before), after: shownAmount(after) }
}

export function viewOfRerunCustomer({ tenantId, name, state, ...found }: RerunCustomer): z.infer<typeof rerunCustomerView> {
  return { tenantId, name, state, ...viewOfSums(found) }
}

/** `calls`: those that are still there, by their ids. */
export function viewOfWholeRerunCustomer(
  customer: WholeRerunCustomer,
  calls: ReadonlyMap<string, KeptCall>,
): z.infer<typeof wholeRerunCustomerView> {
  const differences = customer.differences.map(({ id, before, after }) => {
    const call = calls.get(id)
    return { callId: id, before, after, call: call === undefined ? null : viewOfCall(call, true) }
  })
  return { ...viewOfRerunCustomer(customer), differences }
}
