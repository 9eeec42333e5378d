import type { GuardLimits, TenantSnapshot } from '@klinke/accounts'
import type { Call, Leg } from '@klinke/calls'
import type { Timer } from '@klinke/foundation'
import type { CalendarDay } from './calendar-day.ts'
import { DayCounters, type RunningCall } from './day-counters.ts'

export type GuardedTenant = Pick<TenantSnapshot, 'id' | 'areaCode' | 'profile' | 'extensions'>

/** What is known of a tenant since it called first. */
export interface Watched {
  tenant: GuardedTenant
  readonly counters: DayCounters
  readonly talking: Map<RunningCall, { readonly leg: Leg; readonly call: Call }>
  /** International calls, those that still ring included. */
  readonly international: Set<object>
  timer: Timer | undefined
  /** Undefined: all is to be looked at. */
  seen: Seen | undefined
  /** What was told of today (`onceKey`). */
  readonly told: Set<string>
}

/** What held when all was looked at, and when there is something to see next: never later, but earlier when calls have ended meanwhile. */
interface Seen {
  readonly limits: GuardLimits
  readonly isLifted: boolean
  readonly nextMs: number | undefined
}

/** Notices of a day that are remembered for one tenant; what is more is told each time, and known where notices are kept. */
export const MAX_TOLD = 10_000

export function watchedFrom(tenant: GuardedTenant, day: CalendarDay): Watched {
  const nothing = { talking: new Map(), international: new Set<object>(), timer: undefined, seen: undefined, told: new Set<string>() }
  return { tenant, counters: new DayCounters(day), ...nothing }
}
