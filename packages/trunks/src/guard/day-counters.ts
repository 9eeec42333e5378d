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

/** From which share of a limit the administrator is told (FRD-03: before it hurts), where the profile says nothing else. */
export const WARNING_PERCENT = 80

/** All that one tenant has used today, running calls included. There are as many meters as extensions that have called today, times five at most. */
export class DayCounters {
  readonly #meters = new Map<string, KnownMeter>()
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

  /** Midnight has passed: running calls count from there. False: it is the same day. */
  begin(day: CalendarDay): boolean {
    if (day.startMs === this.#day.startMs) return false
    this.#day = day
    for (const { meter } of this.#meters.values()) meter.beginAgain(day.startMs)
    return true
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
    for (const { meter, measure, extensionId } of this.#metersOf(by)) {
      const limit = limits[measure]
      if (limit === undefined) continue
      if (meter.used(nowMs) >= (amountOf(measure, limit) * percent) / 100) found.push({ measure, extensionId, limit })
    }
    return found
  }

  /**
   * When there is something to look at next: a limit or its warning is reached, or the day is over. With a call: of those whom it concerns alone.
   * Undefined: nothing runs.
   */
  nextMs(limits: GuardLimits, nowMs: number, by?: RunningCall, warnAtPercent = WARNING_PERCENT): number | undefined {
    if (this.#running.size === 0) return undefined
    let next = this.#day.endMs
    for (const { meter, measure } of this.#metersOf(by)) {
      const limit = limits[measure]
      if (limit === undefined) continue
      for (const percent of [warnAtPercent, 100]) {
        const atMs = meter.reachesAtMs((amountOf(measure, limit) * percent) / 100, nowMs)
        if (atMs !== undefined && atMs > nowMs) next = Math.min(next, atMs)
      }
    }
    return next
  }

  /** Those of a call, five at most: also what it has not used yet, for a limit of nothing is reached before. Without a call all that there are. */
  #metersOf(by: RunningCall | undefined): Iterable<KnownMeter> {
    return by === undefined ? this.#meters.values() : measuresOf(by).map(([measure]) => this.#known(measure, by))
  }

  #meter(measure: Measure, call: GuardedCall): Meter {
    return this.#known(measure, call).meter
  }

  #known(measure: Measure, call: GuardedCall): KnownMeter {
    const extensionId = isPerExtension(measure) ? call.extensionId : undefined
    const key = keyOf(measure, extensionId)
    let known = this.#meters.get(key)
    if (known === undefined) {
      known = { meter: new Meter(this.#day.startMs), measure, extensionId }
      this.#meters.set(key, known)
    }
    return known
  }
}

interface KnownMeter {
  readonly meter: Meter
  readonly measure: Measure
  readonly extensionId: string | undefined
}

/** Whether the limit is one of those that the call uses up. */
export function concerns(call: RunningCall, measure: Measure, extensionId: string | undefined): boolean {
  return perSecond(call, measure) !== 0 && (!isPerExtension(measure) || extensionId === call.extensionId)
}

/** What a call uses up, and how much of it in a second. */
function measuresOf(call: RunningCall): readonly (readonly [Measure, number])[] {
  return MEASURES.map((measure) => [measure, perSecond(call, measure)] as const).filter(([, used]) => used !== 0)
}

/** 0: the call uses nothing of it up. */
function perSecond(call: RunningCall, measure: Measure): number {
  if (!call.isChargeable || (isPerExtension(measure) && call.extensionId === undefined)) return 0
  if (measure === 'offHoursMinutes' && !(call.isInternational && call.isOffHours)) return 0
  return isMoney(measure) ? call.microsPerSecond : 1
}

function keyOf(measure: Measure, extensionId: string | undefined): string {
  return extensionId === undefined ? measure : `${measure} ${extensionId}`
}
