/** A day of the calendar where a tenant is: 23 or 25 hours long when clocks change. */
export interface CalendarDay {
  /** ISO 8601. */
  readonly date: string
  readonly startMs: number
  /** The midnight after it. */
  readonly endMs: number
}

export function calendarDay(epochMs: number, timeZone: string): CalendarDay {
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(timeZone).startOfDay()
  const end = start.add({ days: 1 }).startOfDay()
  return { date: start.toPlainDate().toString(), startMs: start.epochMilliseconds, endMs: end.epochMilliseconds }
}
