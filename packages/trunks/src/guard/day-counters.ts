import type { GuardLimits } from '@klinke/accounts'
import type { CalendarDay } from './calendar-day.ts'
import type { GuardedCall } from './guarded-call.ts'
import { amountOf, isMoney, isPerExtension, MEASURES, type Measure } from './limits.ts'
import { Meter } from './meter.ts'

/** A call as it is counted. */
export interface RunningCall extends GuardedCall {
  /** It began outside the business hours. */
  readonly isOffHours: boolean
}

/** A limit of a day that is reached, or nearly. */
export interface Reached {
  readonly measure: Measure
  /** Whose; undefined: of the whole customer. */
  readonly extensionId: string | undefined
  readonly limit: number
}

/** What the administrator is told of (FRD-03: before it hurts). */
export const WARNING_PERCENT = 80

/** All that one tenant has used today, running calls included. There are as many meters as extensions that have called today, times five at most. */
export class DayCounters {
  readonly #meters = new Map<string, { readonly meter: Meter; readonly measure: Measure; readonly extensionId: string | undefined }>()
  readonly #running = new Set<RunningCall>()
  #day: CalendarDay

  constructor(day: CalendarDay) {
    this.#day = day
  }

  get day(): CalendarDay {
    return this.#day
  }

  get running(): ReadonlySet<RunningCall> {
    return this.#running
  }

  /** Midnight has passed: running calls count from there. */
  begin(day: CalendarDay): void {
    if (day.startMs === this.#day.startMs) return
    this.#day = day
    for (const { meter } of this.#meters.values()) meter.beginAgain(day.startMs)
  }

  start(call: RunningCall, nowMs: number): void {
    this.#running.add(call)
    for (const [measure, perSecond] of measuresOf(call)) this.#meter(measure, call).changeRate(perSecond, nowMs)
  }

  stop(call: RunningCall, nowMs: number): void {
    if (!this.#running.delete(call)) return
    for (const [measure, perSecond] of measuresOf(call)) this.#meter(measure, call).changeRate(-perSecond, nowMs)
  }

  /** A call of today that is over, from the records. */
  count(call: RunningCall, fromMs: number, untilMs: number): void {
    const seconds = (Math.min(untilMs, this.#day.endMs) - Math.max(fromMs, this.#day.startMs)) / 1000
    if (seconds <= 0) return
    for (const [measure, perSecond] of measuresOf(call)) this.#meter(measure, call).add(perSecond * seconds)
  }

  /** Seconds, or millionths of the currency. */
  used(measure: Measure, extensionId: string | undefined, nowMs: number): number {
    return this.#meters.get(keyOf(measure, extensionId))?.meter.used(nowMs) ?? 0
  }

  /** Limits of which that share is used now, for those whom a call concerns; without one for all. */
  reached(limits: GuardLimits, percent: number, nowMs: number, by?: RunningCall): readonly Reached[] {
    const found: Reached[] = []
    // A limit of nothing is reached before anything is used.
    if (by !== undefined) for (const [measure] of measuresOf(by)) this.#meter(measure, by)
    for (const { meter, measure, extensionId } of this.#meters.values()) {
      const limit = limits[measure]
      if (limit === undefined || (by !== undefined && !concerns(by, measure, extensionId))) continue
      if (meter.used(nowMs) >= (amountOf(measure, limit) * percent) / 100) found.push({ measure, extensionId, limit })
    }
    return found
  }

  /** When there is something to look at next: a limit or its warning is reached, or the day is over. Undefined: nothing runs. */
  nextMs(limits: GuardLimits, nowMs: number): number | undefined {
    if (this.#running.size === 0) return undefined
    let next = this.#day.endMs
    for (const { meter, measure } of this.#meters.values()) {
      const limit = limits[measure]
      if (limit === undefined) continue
      for (const percent of [WARNING_PERCENT, 100]) {
        const atMs = meter.reachesAtMs((amountOf(measure, limit) * percent) / 100, nowMs)
        if (atMs !== undefined && atMs > nowMs) next = Math.min(next, atMs)
      }
    }
    return next
  }

  #meter(measure: Measure, call: GuardedCall): Meter {
    const extensionId = isPerExtension(measure) ? call.extensionId : undefined
    const key = keyOf(measure, extensionId)
    let known = this.#meters.get(key)
    if (known === undefined) {
      known = { meter: new Meter(this.#day.startMs), measure, extensionId }
      this.#meters.set(key, known)
    }
    return known.meter
  }
}

/** Whether the limit is one of those that the call uses up. */
export function concerns(call: RunningCall, measure: Measure, extensionId: string | undefined): boolean {
  return measuresOf(call).some(([each]) => each === measure) && (!isPerExtension(measure) || extensionId === call.extensionId)
}

/** What a call uses up, and how much of it in a second. */
function measuresOf(call: RunningCall): readonly (readonly [Measure, number])[] {
  if (!call.isChargeable) return []
  return MEASURES.flatMap((measure) => {
    if (isPerExtension(measure) && call.extensionId === undefined) return []
    if (measure === 'offHoursMinutes' && !(call.isInternational && call.isOffHours)) return []
    if (isMoney(measure)) return call.microsPerSecond === 0 ? [] : [[measure, call.microsPerSecond] as const]
    return [[measure, 1] as const]
  })
}

function keyOf(measure: Measure, extensionId: string | undefined): string {
  return extensionId === undefined ? measure : `${measure} ${extensionId}`
}
