import { DEFAULT_TIME_ZONE, type GuardLimits, type TenantSnapshot } from '@klinke/accounts'
import { type Call, type Leg, type Refusal, refused, type Seat } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import { destinationOf } from '../barring/zone.ts'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { type CalendarDay, calendarDay } from './calendar-day.ts'
import { concerns, type DayCounters, type Reached, type RunningCall, WARNING_PERCENT } from './day-counters.ts'
import { type CallingDevice, guardObjection, locked, type Objection } from './decide-guard.ts'
import { endGuarded, type Said } from './end-guarded.ts'
import { type GuardRules, NO_GUARD_RULES } from './guard-rules.ts'
import { guardSeat } from './guard-seat.ts'
import { guardedCall, type PriceOf } from './guarded-call.ts'
import { areSameLimits, lowerOf } from './limits.ts'
import { lockOfAll } from './lock.ts'
import { type GuardNotice, type NoticedExtension, onceKey } from './notice.ts'
import { type GuardedTenant, MAX_TOLD, type Watched, watchedFrom } from './watched.ts'
import { internationalWords, limitEndedWords, limitName, limitRefusedWords, lockWords } from './words.ts'

export interface CostGuardParts {
  /** What is set for a tenant; undefined: nothing. */
  readonly rulesOf: (tenantId: string) => GuardRules | undefined
  /** Whether a schedule of a tenant is open; undefined: there is no such one. */
  readonly isOpen: (tenantId: string, scheduleId: string, atMs: number) => boolean | undefined
  readonly priceOf: PriceOf
  /** Told of what administrators should know: once a day, and again for as long as it gives false, which says that it was not kept. */
  readonly notify: (tenantId: string, notice: GuardNotice) => Promise<boolean>
  /** What is said to who talks when a limit is reached. */
  readonly limitAnnouncement?: (tenantId: string) => Said | undefined
  readonly clock: Clock
}

/** A call of today that is over, as records tell of it. */
export interface CountedCall {
  readonly number: string
  readonly extensionId: string | undefined
  readonly answeredAtMs: number
  readonly endedAtMs: number
}

const EMERGENCY: ReadonlySet<string> = new Set(['110', '112'])

/**
 * Guards customers against costs while calls run (FRD-03 to FRD-05, TRK-11): each call outside asks it once, and is followed until it is over.
 * Emergency calls never come here; a number for help that some setting calls passes all of it.
 */
export class CostGuard {
  readonly #parts: CostGuardParts
  /** As many as tenants that have called since the start. */
  readonly #watched = new Map<string, Watched>()

  constructor(parts: CostGuardParts) {
    this.#parts = parts
  }

  /** Undefined: nothing is to be followed. A refusal says in the call's record by which rule. */
  admit(call: Call, wanted: OutboundCall): Seat | Refusal | undefined {
    const { number, tenant, extension } = wanted
    if (EMERGENCY.has(number) || call.emergency) return undefined
    const watched = this.#watch(tenant)
    const guarded = this.#guarded(number, tenant, extension?.id)
    const objection = this.#objection(call, wanted, guarded) ?? this.#beyond(watched, guarded, extension?.number)
    if (objection !== undefined) return this.#refuse(call, wanted, watched, guarded, objection)
    const one = {}
    if (guarded.isInternational) watched.international.add(one)
    return guardSeat(
      (leg, talking) => this.#answered(watched, guarded, leg, talking),
      () => void watched.international.delete(one),
    )
  }

  /** The provider's lock alone, for numbers of other customers, which cost nothing. */
  locked(call: Pick<Call, 'note'>, { number, tenant, extension }: OutboundCall): Refusal | undefined {
    if (EMERGENCY.has(number)) return undefined
    const guarded = this.#guarded(number, tenant, extension?.id)
    const objection = locked(guarded, isService(number, tenant), this.#rulesOf(tenant.id), this.#parts.clock.epochMs())
    if (objection === undefined) return undefined
    call.note(objection.step, objection.detail, objection.words)
    return objection.refusal
  }

  /** A call that comes in, to a customer that is locked wholly (FRD-03). */
  incoming(call: Pick<Call, 'note'>, tenant: Pick<TenantSnapshot, 'id'>): Refusal | undefined {
    const lock = lockOfAll(this.#rulesOf(tenant.id).locks, this.#parts.clock.epochMs())
    if (lock === undefined) return undefined
    call.note('guard-lock', `in ${lock.cause}`, lockWords(lock, 'in'))
    return { ...refused('unreachable', 480), why: 'guard-lock' }
  }

  /** Counts calls of today that were over before the start. */
  count(tenant: GuardedTenant, calls: Iterable<CountedCall>): void {
    const watched = this.#watch(tenant)
    watched.seen = undefined
    for (const { number, extensionId, answeredAtMs, endedAtMs } of calls) {
      if (EMERGENCY.has(number)) continue
      watched.counters.count(this.#guarded(number, tenant, extensionId, answeredAtMs), answeredAtMs, endedAtMs)
    }
  }

  /** What a tenant has used today, and what may be used. */
  today(tenant: GuardedTenant): {
    readonly counters: DayCounters
    readonly limits: GuardLimits
    readonly isLifted: boolean
    readonly nowMs: number
  } {
    const { counters } = this.#watch(tenant)
    return {
      counters,
      limits: this.limitsOf(tenant),
      isLifted: this.#isLifted(tenant.id, counters.day),
      nowMs: this.#parts.clock.epochMs(),
    }
  }

  limitsOf({ id, profile }: GuardedTenant): GuardLimits {
    return lowerOf(profile.guard?.limits, this.#rulesOf(id).settings.limits)
  }

  /** Rules have changed: what runs is looked at again. */
  changed(tenantId: string): void {
    const watched = this.#watched.get(tenantId)
    if (watched !== undefined) this.#look(watched)
  }

  close(): void {
    for (const { timer } of this.#watched.values()) timer?.cancel()
    this.#watched.clear()
  }

  #rulesOf(tenantId: string): GuardRules {
    return this.#parts.rulesOf(tenantId) ?? NO_GUARD_RULES
  }

  #isLifted(tenantId: string, { date }: CalendarDay): boolean {
    return this.#rulesOf(tenantId).lifted.has(date)
  }

  /** The day is the one of now from here on. */
  #watch(tenant: GuardedTenant): Watched {
    const day = calendarDay(this.#parts.clock.epochMs(), tenant.profile.timeZone ?? DEFAULT_TIME_ZONE)
    let watched = this.#watched.get(tenant.id)
    if (watched === undefined) {
      watched = watchedFrom(tenant, day)
      this.#watched.set(tenant.id, watched)
    }
    watched.tenant = tenant
    if (watched.counters.begin(day)) {
      watched.seen = undefined
      watched.told.clear()
    }
    return watched
  }

  #guarded(number: string, tenant: GuardedTenant, extensionId: string | undefined, atMs = this.#parts.clock.epochMs()): RunningCall {
    const { businessHours } = this.#rulesOf(tenant.id).settings
    const isOffHours = businessHours !== null && this.#parts.isOpen(tenant.id, businessHours, atMs) === false
    return { ...guardedCall(number, tenant, extensionId, this.#parts.priceOf), isOffHours }
  }

  #objection(call: Call, wanted: OutboundCall, guarded: RunningCall): Objection | undefined {
    const { tenant, number } = wanted
    const rules = this.#rulesOf(tenant.id)
    return guardObjection({
      ...{ call: guarded, rules, device: deviceOf(call, wanted), isService: isService(number, tenant) },
      holdsNewCountries: rules.settings.holdNewCountries || tenant.profile.guard?.holdNewCountries === true,
      atMs: this.#parts.clock.epochMs(),
    })
  }

  /** What is counted: international calls at a time, and what a day may cost. */
  #beyond(watched: Watched, call: RunningCall, extension: string | undefined): Objection | undefined {
    const { tenant, counters, international } = watched
    if (this.#isLifted(tenant.id, counters.day)) return undefined
    const limits = this.limitsOf(tenant)
    const refusal: Refusal = { ...refused('forbidden', 403), why: 'guard-limit' }
    const { internationalCalls } = limits
    if (call.isInternational && internationalCalls !== undefined && international.size >= internationalCalls)
      return { step: 'guard-international', detail: String(internationalCalls), words: internationalWords(internationalCalls), refusal }
    const [reached] = counters.reached(limits, 100, this.#parts.clock.epochMs(), call)
    if (reached === undefined) return undefined
    // Of a limit of nothing, or one that was used up before the start, nobody has been told yet.
    this.#tellLimit(watched, 'limit-reached', reached)
    const { measure, limit } = reached
    return { step: 'guard-limit', detail: `${measure} ${limit}`, words: limitRefusedWords(limitName(measure, limit, extension)), refusal }
  }

  #refuse(call: Call, { extension }: OutboundCall, watched: Watched, guarded: RunningCall, objection: Objection): Refusal {
    call.note(objection.step, objection.detail, objection.words)
    const who = extension && { id: extension.id, number: extension.number }
    const { number, country } = guarded
    if (objection.step === 'guard-country') this.#tell(watched, { kind: 'country-held', country, number, extension: who })
    if (objection.step === 'guard-agent') {
      const { date } = watched.counters.day
      this.#tell(watched, { kind: 'agent-refused', userAgent: objection.detail, extension: who, date })
    }
    return objection.refusal
  }

  /** Gives what is to be done when that party is gone. */
  #answered(watched: Watched, guarded: RunningCall, leg: Leg, call: Call): () => void {
    if (!guarded.isChargeable) return () => undefined
    const { counters, talking } = this.#watch(watched.tenant)
    // A call of its own in the counters, however many legs there are.
    const running = { ...guarded }
    counters.start(running, this.#parts.clock.epochMs())
    talking.set(running, { leg, call })
    this.#look(watched, running)
    return () => {
      this.#watch(watched.tenant).counters.stop(running, this.#parts.clock.epochMs())
      talking.delete(running)
      this.#look(watched, running)
    }
  }

  /**
   * Tells of limits that are near, ends what is beyond them, and looks again when there is something to see. After a call has begun or ended that is
   * at what it uses up alone, unless more has changed since all was looked at, or is due.
   */
  #look(watched: Watched, after?: RunningCall): void {
    const { tenant, counters } = this.#watch(watched.tenant)
    watched.timer?.cancel()
    watched.timer = undefined
    const nowMs = this.#parts.clock.epochMs()
    const limits = this.limitsOf(tenant)
    const isLifted = this.#isLifted(tenant.id, counters.day)
    const { warnAtPercent = WARNING_PERCENT } = tenant.profile.guard ?? {}
    const { seen } = watched
    const isKnown = seen !== undefined && seen.isLifted === isLifted && areSameLimits(seen.limits, limits)
    const dueMs = seen?.nextMs ?? Number.POSITIVE_INFINITY
    const by = isKnown && nowMs < dueMs ? after : undefined
    if (!isLifted) {
      for (const near of counters.reached(limits, warnAtPercent, nowMs, by)) this.#tellLimit(watched, 'limit-warning', near)
      for (const reached of counters.reached(limits, 100, nowMs, by)) this.#endAll(watched, reached)
    }
    const ownMs = counters.nextMs(limits, nowMs, by, warnAtPercent)
    const nextMs = ownMs === undefined || by === undefined ? ownMs : Math.min(ownMs, dueMs)
    watched.seen = { limits, isLifted, nextMs }
    if (nextMs !== undefined) watched.timer = this.#parts.clock.after(Math.max(1, nextMs - nowMs), () => this.#look(watched))
  }

  #tellLimit(watched: Watched, kind: 'limit-warning' | 'limit-reached', { measure, limit, extensionId }: Reached): void {
    const { tenant, counters } = watched
    const percent = kind === 'limit-warning' ? tenant.profile.guard?.warnAtPercent : undefined
    const about = { date: counters.day.date, measure, limit, extension: extensionOf(tenant, extensionId) }
    this.#tell(watched, { kind, ...about, ...(percent !== undefined && { percent }) })
  }

  /** Once a day, unless it was not kept. */
  #tell({ tenant, told }: Watched, notice: GuardNotice): void {
    const once = onceKey(notice)
    if (told.has(once)) return
    if (told.size < MAX_TOLD) told.add(once)
    void this.#parts.notify(tenant.id, notice).then((isKept) => isKept || told.delete(once))
  }

  #endAll(watched: Watched, reached: Reached): void {
    const { tenant, talking } = watched
    this.#tellLimit(watched, 'limit-reached', reached)
    const { measure, limit, extensionId } = reached
    const words = limitEndedWords(limitName(measure, limit, extensionOf(tenant, extensionId)?.number))
    const said = this.#parts.limitAnnouncement?.(tenant.id)
    for (const [running, { leg, call }] of talking) {
      if (!concerns(running, measure, extensionId)) continue
      // Told once; until its party is gone it is counted on.
      talking.delete(running)
      void endGuarded(leg, call, `${measure} ${limit}`, words, said)
    }
  }
}

function extensionOf({ extensions }: GuardedTenant, id: string | undefined): NoticedExtension | undefined {
  if (id === undefined) return undefined
  const known = Iterator.from(extensions.values()).find((extension) => extension.id === id)
  return { id, number: known?.number ?? '' }
}

/** Whose device calls; undefined when a setting or a program does. */
function deviceOf({ origin, request }: Call, { isLed, trunk }: OutboundCall): CallingDevice | undefined {
  if (isLed === true || (origin?.kind !== 'extension' && origin?.kind !== 'trunk')) return undefined
  return { at: trunk === undefined ? 'extension' : 'trunk', userAgent: request.headers.get('User-Agent') }
}

function isService(number: string, { areaCode }: GuardedTenant): boolean {
  return destinationOf(number, areaCode).zone === 'service'
}
