import { timeZone } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { LAENDER, LOCAL_HOLIDAYS } from '@klinke/numbering'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { WEEKDAYS } from './schedule.ts'

/** Entries in each list of a schedule: more than any business has, and few enough to be read for every call. */
const MAX_ENTRIES = 100

const time = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
    inBoth({ en: 'must be a time such as 08:30, 24:00 at most', de: 'muss eine Uhrzeit wie 08:30 sein, höchstens 24:00' }),
  )

const hourFields = { from: time, to: time.describe('Not included; 24:00 for the end of the day') }
const LATER = inBoth({
  en: '`to` must be later than `from`; hours over midnight are two entries, until 24:00 and from 00:00',
  de: '`to` muss nach `from` liegen; Zeiten über Mitternacht sind zwei Einträge, bis 24:00 und ab 00:00',
})

function laterThanFrom({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from < to
}

const hours = z.strictObject(hourFields).refine(laterThanFrom, LATER)
const weekHours = z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1).max(7), ...hourFields }).refine(laterThanFrom, LATER)
const day = z
  .string()
  .regex(
    /^(\d{4}-)?\d{2}-\d{2}$/,
    inBoth({
      en: 'must be a day such as 2026-12-24, or 12-24 for every year',
      de: 'muss ein Tag wie 2026-12-24 sein, oder 12-24 für jedes Jahr',
    }),
  )
  .refine((text) => exists(text), inBoth({ en: 'does not exist', de: 'gibt es nicht' }))

const specialDay = z
  .strictObject({ name: z.string().trim().min(1).max(100), from: day, to: day.optional(), hours: z.array(hours).max(MAX_ENTRIES) })
  .refine(
    ({ from, to }) => to === undefined || to.length === from.length,
    inBoth({ en: '`from` and `to` must both have a year, or neither', de: '`from` und `to` müssen beide ein Jahr haben, oder keines' }),
  )
  .refine(
    ({ from, to }) => to === undefined || from.length === 5 || from <= to,
    inBoth({ en: '`to` must not be before `from`', de: '`to` darf nicht vor `from` liegen' }),
  )

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
  'schedule-name-taken': {
    status: 409,
    title: { en: 'Schedule exists already', de: 'Zeitplan gibt es bereits' },
    germanDetail: 'Einen Zeitplan mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jenen.',
  },
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
