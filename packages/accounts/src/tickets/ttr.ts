import { nationalHolidays } from '@klinke/numbering'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { SERVICE_DAYS, type ServiceHours } from './repair-profile.ts'

/** Why the time to repair stands still. */
export const STOP_REASONS = ['data-incomplete', 'waiting-for-customer', 'resolved'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** A time in which it stands still, in milliseconds of the epoch; without an end it still does. */
export interface Stop {
  readonly fromMs: number
  readonly untilMs: number | undefined
  readonly reason: StopReason
}

/** What a time to repair is counted from. */
export interface Counted {
  readonly openedMs: number
  readonly stops: readonly Stop[]
}

export interface RepairTime {
  /** In service hours, since it was opened. */
  readonly spentMs: number
  readonly promisedMs: number
  /** Below 0: so late it is. */
  readonly remainingMs: number
  /** When it is over if nothing stops it; undefined: it stands still. */
  readonly dueMs: number | undefined
  readonly isMissed: boolean
}

const HOUR_MS = 3_600_000
/** Ten years: no promise reaches that far, and no profile can make this loop run for ever. */
const MAX_DAYS = 3_660

/**
 * The time to repair (SLA-02): counted in service hours from the opening on, not while it stands still. What is counted are hours that pass: the night in which
 * clocks change has 23 or 25 of them where it is service time at all.
 */
export function repairTime({ openedMs, stops }: Counted, promisedHours: number, hours: ServiceHours, nowMs: number): RepairTime {
  const promisedMs = promisedHours * HOUR_MS
  const stopped = stops.reduce((sum, { fromMs, untilMs }) => sum + serviceMs(hours, fromMs, Math.min(untilMs ?? nowMs, nowMs)), 0)
  const spentMs = Math.max(0, serviceMs(hours, openedMs, nowMs) - stopped)
  const remainingMs = promisedMs - spentMs
  const stands = stops.some(({ untilMs }) => untilMs === undefined)
  const dueMs = stands ? undefined : dueAt({ openedMs, stops }, promisedMs, hours)
  return { spentMs, promisedMs, remainingMs, dueMs, isMissed: remainingMs < 0 }
}

/** When so much of service hours has passed since the opening, without the stops, which have all ended. Undefined: not within ten years. */
export function dueAt({ openedMs, stops }: Counted, promisedMs: number, hours: ServiceHours): number | undefined {
  let left = promisedMs
  let fromMs = openedMs
  for (const stop of stops.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const before = serviceMs(hours, fromMs, stop.fromMs)
    if (before >= left) break
    left -= before
    fromMs = stop.untilMs ?? stop.fromMs
  }
  return afterService(hours, fromMs, left)
}

/** Milliseconds of service hours between two moments; 0 where the second is not after the first. */
export function serviceMs(hours: ServiceHours, fromMs: number, untilMs: number): number {
  let sum = 0
  if (untilMs <= fromMs) return 0
  for (const [begins, ends] of serviceTimes(hours, fromMs)) {
    if (begins >= untilMs) break
    sum += Math.max(0, Math.min(ends, untilMs) - Math.max(begins, fromMs))
  }
  return sum
}

/** The first moment by which so many milliseconds of service hours have passed. */
function afterService(hours: ServiceHours, fromMs: number, wantedMs: number): number | undefined {
  let left = wantedMs
  for (const [begins, ends] of serviceTimes(hours, fromMs)) {
    const from = Math.max(begins, fromMs)
    if (from + left <= ends) return from + left
    left -= Math.max(0, ends - from)
  }
  return undefined
}

/** Service times in order, from the one on the day of `fromMs` on, for ten years. */
function* serviceTimes(
  { days, from, to, nationalHolidays: onHolidays }: ServiceHours,
  fromMs: number,
): Generator<readonly [begins: number, ends: number]> {
  const first = dayOf(fromMs)
  const holidays = new Map<number, ReadonlySet<string>>()
  const isHoliday = (day: Temporal.PlainDate): boolean => {
    const known = holidays.get(day.year) ?? new Set(nationalHolidays(day.year).map(({ date }) => date))
    holidays.set(day.year, known)
    return known.has(day.toString())
  }
  for (let passed = 0; passed < MAX_DAYS; passed++) {
    const day = first.add({ days: passed })
    const name = SERVICE_DAYS[day.dayOfWeek - 1]
    if (!days.some((each) => each === name) || (!onHolidays && isHoliday(day))) continue
    yield [momentOf(day, from), momentOf(day, to)]
  }
}

function dayOf(epochMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
}

function momentOf(day: Temporal.PlainDate, time: string): number {
  const [on, at] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time]
  return on.toZonedDateTime({ timeZone: DEFAULT_TIME_ZONE, plainTime: at }).epochMilliseconds
}
