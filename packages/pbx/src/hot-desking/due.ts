import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import { isOpen, nextChangeMs } from '../schedules/opening.ts'
import type { Schedule } from '../schedules/schedule.ts'
import type { HotDeskSettings } from './hot-desks.ts'

export interface LogOutClock {
  readonly nowMs: number
  readonly timeZone: string | undefined
  readonly schedules: ReadonlyMap<string, Schedule>
}

/** Whether a log-in of that moment has ended by itself since (DEV-05), and by which rule. */
export function dueBecause(sinceMs: number, settings: HotDeskSettings, clock: LogOutClock): 'hours' | 'time' | 'closed' | undefined {
  const { logOutAfterHours, logOutAt, logOutWhenClosed } = settings
  const { nowMs } = clock
  if (logOutAfterHours !== null && nowMs >= sinceMs + logOutAfterHours * 3_600_000) return 'hours'
  if (logOutAt !== null && nowMs >= nextTimeMs(sinceMs, logOutAt, clock.timeZone)) return 'time'
  // A schedule that is gone logs nobody out.
  const schedule = logOutWhenClosed === null ? undefined : clock.schedules.get(logOutWhenClosed.targetId)
  const closesMs = schedule && nextClosingMs(schedule, sinceMs)
  return closesMs !== undefined && nowMs >= closesMs ? 'closed' : undefined
}

function nextTimeMs(afterMs: number, time: string, timeZone = DEFAULT_TIME_ZONE): number {
  const day = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(timeZone).toPlainDate()
  const today = day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
  return today > afterMs ? today : day.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}

/** Who logs in while it is closed stays until it has been open. */
function nextClosingMs(schedule: Schedule, afterMs: number): number | undefined {
  const openMs = isOpen(schedule, afterMs) ? afterMs : nextChangeMs(schedule, afterMs)
  return openMs === undefined ? undefined : nextChangeMs(schedule, openMs)
}
