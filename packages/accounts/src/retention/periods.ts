import { DEFAULT_TIME_ZONE } from '../snapshot.ts'

/** Invoices and vouchers: § 14b (1) UStG, § 147 (3) AO as changed by the fourth Bürokratieentlastungsgesetz of 2024. */
export const VOUCHER_YEARS = 8
/** Books and what is entered in them: § 147 (3) AO. */
export const BOOK_YEARS = 10
/** Business letters, contracts among them: § 257 (4) HGB, § 147 (3) AO. */
export const LETTER_YEARS = 6
/** Claims and proofs: §§ 195, 199 BGB, from the end of their year. */
export const LIMITATION_YEARS = 3
/** So long after the last collection a payer may deny its mandate, and the bank ask for it (§ 676b BGB, thirteen months, and one to answer). */
export const MANDATE_MONTHS = 14

/** Begin of the day in Germany. */
export function dayBegins(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds)
}

export function germanToday(nowMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
}

/** What is of before this day is older than so many days, its own not counted. */
export function daysAgo(nowMs: number, days: number): Temporal.PlainDate {
  return germanToday(nowMs).subtract({ days })
}

/** What is of before this day has been kept for so many whole years after the year it is of: 1 is the end of the following year (PRI-01). */
export function wholeYearsAgo(nowMs: number, years: number): Temporal.PlainDate {
  return germanToday(nowMs).with({ month: 1, day: 1 }).subtract({ years })
}
