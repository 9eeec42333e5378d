export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000
export const MINUTES_OF_DAY = 1_440
const MONTHS = 12

/** `2026-11` */
export type Month = string

/** Days since 1970-01-01 of a date such as `2026-11-22`; undefined: there is no such day. */
export function dayNumber(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : ms / DAY_MS
}

/** 0 for Monday to 6 for Sunday. 1 January 1970 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Months since year 0. */
export function monthNumber(day: number): number {
  const date = new Date(day * DAY_MS)
  return date.getUTCFullYear() * MONTHS + date.getUTCMonth()
}

export function monthText(month: number): Month {
  return `${String(Math.floor(month / MONTHS)).padStart(4, '0')}-${String((month % MONTHS) + 1).padStart(2, '0')}`
}

/** Minutes of `08:30`; `24:00` is the end of the day. Undefined: no such time. */
export function minuteOfDay(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute <= MINUTES_OF_DAY ? minute : undefined
}

/** The first moment of a day (days since 1970-01-01) in a time zone. */
export function startOfDay(day: number, timeZone: string): number {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}
