import { inBoth } from '@klinke/platform'
import { z } from 'zod'

const due = z
  .enum(['arrears', 'advance'])
  .describe('"arrears": for the month that has ended; "advance": for the one that begins, with what the last one has changed')

const rules = [
  z.strictObject({ rule: z.literal('by-days'), due }).describe('Each day counts its part of the month'),
  z
    .strictObject({ rule: z.literal('active-days'), moreThanDays: z.int().min(0).max(27), due })
    .describe('Whole months of what was active on more days than these in the calendar month; nothing else [Q]'),
  z.strictObject({ rule: z.literal('month-maximum'), due }).describe('The most there was on one day of the month, for the whole month [P]'),
  z
    .strictObject({ rule: z.literal('always'), due })
    .describe('The whole month, however little of it and whether used or not: quotas, base fees [Q]'),
] as const

/** How a month's quantity of an item is found (BIL-03). */
export const countingRule = z.discriminatedUnion('rule', rules, {
  error: inBoth({
    en: 'must say rule: by-days, active-days, month-maximum or always',
    de: 'braucht rule: by-days, active-days, month-maximum oder always',
  }),
})

export type CountingRule = z.output<typeof countingRule>

/** By name; `default` is of items that name none. */
export const countingRules = z.record(z.string().max(40), countingRule)
