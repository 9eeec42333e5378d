import type { Day } from '../contract.ts'

/** A month of the calendar. */
export type Month = Temporal.PlainYearMonth

/** All its days, in order. */
export function daysOf(month: Month): readonly Day[] {
  return Array.from({ length: month.daysInMonth }, (_none, index) => month.toPlainDate({ day: index + 1 }))
}

export function firstDay(month: Month): Day {
  return month.toPlainDate({ day: 1 })
}

export function lastDay(month: Month): Day {
  return month.toPlainDate({ day: month.daysInMonth })
}

export function isIn(month: Month, day: Day): boolean {
  return day.year === month.year && day.month === month.month
}

/** When it begins there, in milliseconds since 1970: also where a clock is put forward at midnight. */
export function beginMs(month: Month, timeZone: string): number {
  return firstDay(month).toZonedDateTime({ timeZone }).epochMilliseconds
}
