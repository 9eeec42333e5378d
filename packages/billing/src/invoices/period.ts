/** A calendar month that is billed: its first and its last day, ISO 8601, both included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** The month `2026-10`. Throws `RangeError` for anything else. */
export function monthOf(text: string): Period {
  const month = Temporal.PlainYearMonth.from(text)
  const from = month.toPlainDate({ day: 1 })
  return { from: from.toString(), until: from.with({ day: month.daysInMonth }).toString() }
}

/** The day, ISO 8601, that it is in a time zone. */
export function dayIn(timeZone: string, epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** `days` later, or before where it is negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
