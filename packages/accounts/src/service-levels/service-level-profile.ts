import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { SIDES } from './component.ts'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const MAX_RULES = 10
/** Of the wall, such as `06:00`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, inBoth({ en: 'must be a time such as 06:00', de: 'muss eine Uhrzeit wie 06:00 sein' }))
const percent = z.number().min(0).max(100)

const noticeRule = z.strictObject({
  workingDays: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe('Monday to Friday without nationwide holidays; the day of the announcement is not counted'),
  days: z.int().min(1).max(90).optional().describe('The day of the announcement is not counted'),
  hours: z.int().min(1).max(720).optional(),
})

const maintenanceRule = z
  .strictObject({
    days: z.array(z.enum(WEEKDAYS)).min(1).optional().describe('Days on which its time begins; absent: every day'),
    from: clockTime.optional().describe('In the customer’s time zone; absent, with `to`: at any time'),
    to: clockTime.optional().describe('At or before `from`: on the next day'),
    notice: noticeRule.optional().describe('How long before it must have been announced; absent: before it begins'),
    urgent: z.boolean().optional().describe('Only for windows that the operator calls urgent'),
    unannounced: z.boolean().optional().describe('Outages at that time are not deducted, whether or not a window was announced'),
    maxMinutes: z.int().min(1).max(1_440).optional().describe('Of each time no more than these are left out of account; absent: all'),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    ...{ path: ['to'], message: inBoth({ en: 'belongs to `from`', de: 'gehört zu `from`' }) },
  })

/** The part of a product profile that says what availability is promised, and what maintenance does not count (SLA-01, SLA-03). */
export const serviceLevelProfile = z.strictObject({
  availability: z
    .array(z.strictObject({ side: z.enum(SIDES), percent }))
    .max(SIDES.length)
    .optional()
    .describe('Promised, in percent of the minutes of a year; absent: nothing is promised'),
  year: z.enum(['contract', 'calendar']).optional().describe('The year that is counted; absent: the calendar’s'),
  decimals: z.int().min(0).max(4).optional().describe('To which the percentage is rounded, half up; absent: 2'),
  maintenance: z
    .array(maintenanceRule)
    .max(MAX_RULES)
    .optional()
    .describe('Maintenance that is left out of account; each rule by itself. Absent: none'),
  trunkOutages: z.boolean().optional().describe('Time in which the customer’s own PBX cannot be reached counts, too; absent: not'),
  credits: z
    .array(z.strictObject({ below: percent, percent }))
    .max(MAX_RULES)
    .optional()
    .describe('Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none'),
})

export type ServiceLevelProfile = Readonly<z.infer<typeof serviceLevelProfile>>
export type MaintenanceRule = Readonly<z.infer<typeof maintenanceRule>>
export type Weekday = (typeof WEEKDAYS)[number]

export const DEFAULT_DECIMALS = 2
