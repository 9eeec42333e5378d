import { timeZone } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { LAENDER, LOCAL_HOLIDAYS } from '@klinke/numbering'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { WEEKDAYS } from './schedule.ts'

/** Entries in each list of a schedule: more than any business has, and few enough to be read for every call. */
const MAX_ENTRIES = 100

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:30, 24:00 at most')

const hourFields = { from: time, to: time.describe('Not included; 24:00 for the end of the day') }
const LATER = '`to` must be later than `from`; hours over midnight are two entries, until 24:00 and from 00:00'

function laterThanFrom({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from < to
}

const hours = z.strictObject(hourFields).refine(laterThanFrom, LATER)
const weekHours = z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1).max(7), ...hourFields }).refine(laterThanFrom, LATER)
const day = z
  .string()
  .regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'must be a day such as 2026-12-24, or 12-24 for every year')
  .refine((text) => exists(text), 'does not exist')

const specialDay = z
  .strictObject({ name: z.string().trim().min(1).max(100), from: day, to: day.optional(), hours: z.array(hours).max(MAX_ENTRIES) })
  .refine(({ from, to }) => to === undefined || to.length === from.length, '`from` and `to` must both have a year, or neither')
  .refine(({ from, to }) => to === undefined || from.length === 5 || from <= to, '`to` must not be before `from`')

const holidays = z.strictObject({
  land: z.enum(LAENDER),
  local: z.array(z.enum(LOCAL_HOLIDAYS)).max(LOCAL_HOLIDAYS.length).default([]).describe('Holidays of the municipality'),
  hours: z.array(hours).max(MAX_ENTRIES).default([]).describe('Hours on holidays; none: closed'),
})

export const scheduleSettings = z.object({
  timeZone: timeZone.nullish().describe("null: the tenant's"),
  week: z.array(weekHours).max(MAX_ENTRIES),
  holidays: holidays.nullish().describe('null: public holidays are days like others'),
  specialDays: z
    .array(specialDay)
    .max(MAX_ENTRIES)
    .default([])
    .describe('Exceptions: they go before holidays, the first of several counts'),
})

export type ScheduleSettings = z.infer<typeof scheduleSettings>

const name = z.string().trim().min(1).max(100)

export const newSchedule = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  ...scheduleSettings.shape,
})

export const scheduleChange = z.strictObject({
  name: name.optional(),
  timeZone: scheduleSettings.shape.timeZone,
  week: scheduleSettings.shape.week.optional(),
  holidays: scheduleSettings.shape.holidays,
  specialDays: z.array(specialDay).max(MAX_ENTRIES).optional(),
})

/** How others refer to a schedule, so that it is not deleted under them. */
export const scheduleRef = z.strictObject({ kind: z.literal('schedule'), targetId: z.uuid() })

export type ScheduleRef = z.infer<typeof scheduleRef>

export class ScheduleNameTaken extends KlinkeError {
  constructor(name: string) {
    super('schedule-name-taken', `The tenant has a schedule "${name}" already. Choose another name, or change that one.`)
  }
}

export const scheduleProblems: ProblemTable = {
  'schedule-name-taken': { status: 409, title: { en: 'Schedule exists already', de: 'Zeitplan gibt es bereits' } },
}

/** 29 February exists in some years. */
function exists(text: string): boolean {
  try {
    Temporal.PlainDate.from(text.length === 5 ? `2024-${text}` : text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
