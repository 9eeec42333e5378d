import type { Land, LocalHoliday } from '@klinke/numbering'

/** Opening hours in wall-clock time: what is open when (CALL-10). */
export interface Schedule {
  readonly id: string
  readonly name: string
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string
  readonly week: readonly WeekHours[]
  /** Public holidays; undefined: they are days like others. */
  readonly holidays: HolidayHours | undefined
  /** Days that are different: they go before holidays, holidays before the week. */
  readonly specialDays: readonly SpecialDay[]
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** From a time of day, inclusive, to a later one, exclusive: `08:00` to `24:00`. */
export interface Hours {
  readonly from: string
  readonly to: string
}

export interface WeekHours extends Hours {
  readonly days: readonly Weekday[]
}

export interface HolidayHours {
  readonly land: Land
  readonly local: readonly LocalHoliday[]
  /** None: closed all day. */
  readonly hours: readonly Hours[]
}

/** Works holidays, an open Sunday, the days between the years. */
export interface SpecialDay {
  readonly name: string
  /** `2026-12-24`, or `12-24` for every year. */
  readonly from: string
  /** The last day, in the same form; the same as `from` for a single one. */
  readonly to: string
  /** None: closed all day. */
  readonly hours: readonly Hours[]
}
