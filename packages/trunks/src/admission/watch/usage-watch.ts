import type { TenantProfile } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { CallRate } from '../call-rate.ts'
import type { ChannelsInUse } from '../channel-ledger.ts'
import type { ChannelPlace } from '../channel-place.ts'
import { CallMeter } from './call-meter.ts'
import { type CallCounts, CallWindow } from './call-window.ts'
import { answeredPercent, patternsOf, type UsagePattern } from './patterns.ts'

/** Absent in the profile. */
const WARN_AT_PERCENT = 80
export const MIN_ANSWERED_PERCENT = 60
/** So far something must have fallen, or risen, before it counts as over: a value at its limit would warn with each call. */
const BACK_PERCENT = 5

/** What is near a limit, or beyond it. */
export type UsageWarning =
  | {
      readonly kind: 'channels'
      readonly place: Pick<ChannelPlace, 'scope' | 'id' | 'name'>
      readonly inUse: number
      readonly channels: number
    }
  | { readonly kind: 'call-rate'; readonly callsPerSecond: number; readonly allowed: number }
  | { readonly kind: 'answer-ratio'; readonly percent: number; readonly least: number; readonly attempts: number }
  | { readonly kind: UsagePattern; readonly counts: CallCounts }

export interface UsageWatchParts {
  readonly clock: Pick<Clock, 'nowMs'>
  readonly profileOf: (tenantId: string) => TenantProfile | undefined
  readonly rateOf: (tenantId: string) => CallRate | undefined
  /** Told once when something comes near its limit, and again only after it was well below. */
  readonly warn: (tenantId: string, warning: UsageWarning) => void
}

interface Watched {
  readonly window: CallWindow
  readonly meter: CallMeter
  /** By what each is about. */
  readonly warnings: Map<string, UsageWarning>
}

/** A call out that is over. */
export type EndedCall = Omit<CallCounts, 'attempts'>

/** Watches how near customers come to their limits (TRK-05, FRD-05): as many as have called, in memory. */
export class UsageWatch {
  readonly #parts: UsageWatchParts
  readonly #tenants = new Map<string, Watched>()

  constructor(parts: UsageWatchParts) {
    this.#parts = parts
  }

  /** A call out asks to be admitted. */
  attempted(tenantId: string): void {
    const { clock, rateOf } = this.#parts
    const { meter } = this.#watched(tenantId)
    meter.add(clock.nowMs())
    const rate = rateOf(tenantId)
    if (rate === undefined) return
    const callsPerSecond = meter.perSecond(clock.nowMs())
    const percent = (callsPerSecond * 100) / rate.callsPerSecond
    this.#above(tenantId, 'call-rate', percent, () => ({ kind: 'call-rate', callsPerSecond, allowed: rate.callsPerSecond }))
  }

  /** Channels of a place are taken or given back. */
  channelsChanged(place: ChannelPlace, { in: coming, out }: ChannelsInUse): void {
    const { tenantId } = place
    if (tenantId === undefined) return
    const used = { both: coming + out, in: coming, out }
    for (const limit of ['both', 'in', 'out'] as const) {
      const channels = place.limits[limit]
      if (channels === undefined) continue
      const about = { scope: place.scope, id: place.id, name: place.name }
      const inUse = used[limit]
      this.#above(tenantId, `channels ${limit} ${place.scope} ${place.id}`, (inUse * 100) / channels, () => {
        return { kind: 'channels', place: about, inUse, channels }
      })
    }
  }

  ended(tenantId: string, call: EndedCall): void {
    const { clock, profileOf } = this.#parts
    const { window } = this.#watched(tenantId)
    window.add({ attempts: 1, ...call }, clock.nowMs())
    const counts = window.total(clock.nowMs())
    const { minAnsweredPercent: least = MIN_ANSWERED_PERCENT, patterns: thresholds } = profileOf(tenantId)?.admission ?? {}
    const percent = answeredPercent(counts, thresholds)
    if (percent !== undefined && percent < least) {
      this.#raise(tenantId, 'answer-ratio', { kind: 'answer-ratio', percent, least, attempts: counts.attempts })
    } else if (percent === undefined || percent >= Math.min(100, least + BACK_PERCENT)) this.#over(tenantId, 'answer-ratio')
    const patterns = patternsOf(counts, thresholds)
    for (const kind of ['dialler', 'signalling-only'] as const) {
      if (patterns.includes(kind)) this.#raise(tenantId, kind, { kind, counts })
      else this.#over(tenantId, kind)
    }
  }

  callsPerSecond(tenantId: string): number {
    return this.#tenants.get(tenantId)?.meter.perSecond(this.#parts.clock.nowMs()) ?? 0
  }

  /** Of the last hour. */
  counts(tenantId: string): CallCounts {
    return (this.#tenants.get(tenantId)?.window ?? new CallWindow()).total(this.#parts.clock.nowMs())
  }

  /** What is near a limit now. */
  warnings(tenantId: string): readonly UsageWarning[] {
    return [...(this.#tenants.get(tenantId)?.warnings.values() ?? [])]
  }

  #above(tenantId: string, about: string, percent: number, warning: () => UsageWarning): void {
    const warnAt = this.#parts.profileOf(tenantId)?.admission?.warnAtPercent ?? WARN_AT_PERCENT
    if (percent >= warnAt) this.#raise(tenantId, about, warning())
    else if (percent < warnAt - BACK_PERCENT) this.#over(tenantId, about)
  }

  #raise(tenantId: string, about: string, warning: UsageWarning): void {
    const { warnings } = this.#watched(tenantId)
    const isNew = !warnings.has(about)
    warnings.set(about, warning)
    if (isNew) this.#parts.warn(tenantId, warning)
  }

  #over(tenantId: string, about: string): void {
    this.#tenants.get(tenantId)?.warnings.delete(about)
  }

  #watched(tenantId: string): Watched {
    const known = this.#tenants.get(tenantId)
    if (known !== undefined) return known
    const made: Watched = { window: new CallWindow(), meter: new CallMeter(), warnings: new Map() }
    this.#tenants.set(tenantId, made)
    return made
  }
}
