import { hoursOfDay } from './hours-of-day.ts'
import type { Hours, Schedule } from './schedule.ts'

/** Whether a schedule is open at a moment, and why. */
export interface Opening {
  readonly open: boolean
  readonly why: string
}

/** How far ahead the next change is looked for: a closed year and a day. */
const MAX_DAYS_AHEAD = 367

export function isOpen(schedule: Schedule, atMs: number): boolean {
  return openingAt(schedule, atMs).open
}

export function openingAt(schedule: Schedule, atMs: number): Opening {
  const date = dateAt(schedule, atMs)
  const { hours, why } = hoursOfDay(schedule, date)
  return { open: hours.some((each) => startMs(schedule, date, each) <= atMs && atMs < endMs(schedule, date, each)), why }
}

/** The next moment at which it opens or closes, in milliseconds since the epoch; undefined when it stays so for more than a year. */
export function nextChangeMs(schedule: Schedule, atMs: number): number | undefined {
  const open = isOpen(schedule, atMs)
  const today = dateAt(schedule, atMs)
  for (let days = 0; days <= MAX_DAYS_AHEAD; days++) {
    const date = today.add({ days })
    const edges = hoursOfDay(schedule, date).hours.flatMap((each) => [startMs(schedule, date, each), endMs(schedule, date, each)])
    // Midnight counts too: what ends there may go on the next day, and what is open all day may not.
    const midnight = atTime(schedule, date.add({ days: 1 }), '00:00')
    const change = [...edges, midnight].sort((a, b) => a - b).find((edge) => edge > atMs && isOpen(schedule, edge) !== open)
    if (change !== undefined) return change
  }
  return undefined
}

function dateAt({ timeZone }: Schedule, atMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDate()
}

function startMs(schedule: Schedule, date: Temporal.PlainDate, { from }: Hours): number {
  return atTime(schedule, date, from)
}

function endMs(schedule: Schedule, date: Temporal.PlainDate, { to }: Hours): number {
  return to === '24:00' ? atTime(schedule, date.add({ days: 1 }), '00:00') : atTime(schedule, date, to)
}

/**
 * The moment of a time of day. On the days when the clocks change, a time that does not exist is taken an hour later, and of
 * one that comes twice the first counts.
 */
function atTime({ timeZone }: Schedule, date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}
