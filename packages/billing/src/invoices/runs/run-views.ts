import { z } from 'zod'
import { CUSTOMER_STATES, type InvoiceRun, percentOf, RUN_STATES, type RunCounts, secondsLeftOf } from './run.ts'

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('Month that is billed, `2026-10`')
  .meta({ examples: ['2026-10'] })

export const newRun = z.strictObject({
  month,
  profile: z.string().trim().min(1).max(40).nullable().default(null).describe('Only customers of this product profile; null: all'),
})
export const issueRequest = z.strictObject({
  issueOn: z.iso.date().optional().describe('Date of the invoices; absent: today'),
})

export const runView = z.object({
  id: z.uuid(),
  month,
  profile: z.string().nullable(),
  state: z.enum(RUN_STATES),
  percent: z.int().describe('Of drafting, or of issuing'),
  secondsLeft: z
    .int()
    .nullable()
    .describe('Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun'),
  customers: z.record(z.enum(CUSTOMER_STATES), z.int()).describe('Customers by what the run has found of them'),
  issueOn: z.string().nullable(),
  startedBy: z.string(),
  createdAt: z.iso.datetime(),
})

export const runCustomerView = z.object({
  tenantId: z.uuid(),
  name: z.string(),
  state: z.enum(CUSTOMER_STATES),
  problem: z.object({ code: z.string(), de: z.string(), en: z.string() }).nullable(),
})

export function viewOfRun({ period, createdAt, ...run }: InvoiceRun, counts: RunCounts): z.infer<typeof runView> {
  const { id, profile, state, issueOn, startedBy } = run
  const secondsLeft = secondsLeftOf(run, counts)
  return {
    ...{ id, profile, state, issueOn, startedBy, month: period.from.slice(0, 7) },
    ...{ percent: percentOf(state, counts), secondsLeft, customers: { ...counts }, createdAt: createdAt.toISOString() },
  }
}
