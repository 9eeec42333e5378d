import { holidayOn } from '@klinke/numbering'
import { type Hours, type Schedule, type SpecialDay, WEEKDAYS } from './schedule.ts'

/** What holds on one day, and why. */
export interface DayHours {
  readonly hours: readonly Hours[]
  /** For the call's record: `week`, or the name of the holiday or special day. */
  readonly why: string
}

/** The hours of a day: of the first special day that it falls on, else of its holiday, else of the week. */
export function hoursOfDay({ week, holidays, specialDays }: Schedule, date: Temporal.PlainDate): DayHours {
  const iso = date.toString()
  const special = specialDays.find((day) => fallsOn(day, iso))
  if (special !== undefined) return { hours: special.hours, why: special.name }
  const holiday = holidays && holidayOn(holidays.land, iso, holidays.local)
  if (holiday !== undefined) return { hours: holidays?.hours ?? [], why: holiday.title.de }
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  return { hours: week.filter(({ days }) => days.some((day) => day === weekday)), why: 'week' }
}

/** Days without a year may go over its end: 12-24 to 01-06. */
function fallsOn({ from, to }: SpecialDay, iso: string): boolean {
  const day = from.length === iso.length ? iso : iso.slice('2026-'.length)
  return from <= to ? from <= day && day <= to : from <= day || day <= to
}
