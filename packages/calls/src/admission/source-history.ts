import { BoundedMap } from '@klinke/foundation'
import { networkPrefix } from '@klinke/sip'

/** How much patience there is with a source of requests. */
export interface SourceLimits {
  /** Wrong passwords before a source has to wait. */
  readonly freeMistakes: number
  /** First waiting time; it doubles with each further mistake. */
  readonly firstBlockMs: number
  readonly longestBlockMs: number
  /** Mistakes are forgotten after this time without another one. */
  readonly forgetAfterMs: number
  /** Challenges, and answers without one, that a source may leave unanswered within `windowMs`; what comes after is dropped. */
  readonly unansweredChallenges: number
  readonly windowMs: number
  /** Emergency calls that a source which has to wait may still try within `emergencyWindowMs`; each takes two or three INVITEs. */
  readonly emergencyTries: number
  readonly emergencyWindowMs: number
  /** Sources remembered at a time; beyond that the oldest is forgotten. */
  readonly maxSources: number
}

export const DEFAULT_SOURCE_LIMITS: SourceLimits = {
  freeMistakes: 5,
  firstBlockMs: 1_000,
  // Long enough for guessing to be hopeless; short enough that after our restart one telephone with an old password does not keep its whole office away.
  longestBlockMs: 60_000,
  forgetAfterMs: 6 * 3_600_000,
  unansweredChallenges: 100,
  windowMs: 10_000,
  // Five calls a minute. A guesser who dials 112 to go on guessing gains 20 passwords a minute, which is as hopeless as one.
  emergencyTries: 20,
  emergencyWindowMs: 60_000,
  maxSources: 50_000,
}

interface Source {
  mistakes: number
  mistakenAtMs: number
  blockedUntilMs: number
  windowStartMs: number
  unanswered: number
  emergencyWindowStartMs: number
  emergencyTries: number
}

/**
 * What the sources of requests (IPv4 addresses, IPv6 networks) have done: guessers wait longer with each wrong password, and who
 * never answers a challenge is no longer answered. Whoever proves itself starts afresh.
 */
export class SourceHistory {
  readonly #limits: SourceLimits
  readonly #sources: BoundedMap<string, Source>

  constructor(limits: SourceLimits = DEFAULT_SOURCE_LIMITS) {
    this.#limits = limits
    this.#sources = new BoundedMap(limits.maxSources)
  }

  /** True while the source has to wait after wrong passwords. */
  mustWait(address: string, nowMs: number): boolean {
    const source = this.#sources.get(networkPrefix(address))
    return source !== undefined && nowMs < source.blockedUntilMs
  }

  /** True while the source has left too many challenges unanswered to get another one. */
  isMute(address: string, nowMs: number): boolean {
    const source = this.#sources.get(networkPrefix(address))
    if (source === undefined) return false
    return nowMs - source.windowStartMs < this.#limits.windowMs && source.unanswered >= this.#limits.unansweredChallenges
  }

  challenged(address: string, nowMs: number): void {
    const source = this.#source(address, nowMs)
    if (nowMs - source.windowStartMs >= this.#limits.windowMs) {
      source.windowStartMs = nowMs
      source.unanswered = 0
    }
    source.unanswered++
  }

  mistaken(address: string, nowMs: number): void {
    const { freeMistakes, firstBlockMs, longestBlockMs, forgetAfterMs } = this.#limits
    const source = this.#source(address, nowMs)
    if (nowMs - source.mistakenAtMs > forgetAfterMs) source.mistakes = 0
    source.mistakenAtMs = nowMs
    source.mistakes++
    const surplus = source.mistakes - freeMistakes
    if (surplus > 0) source.blockedUntilMs = nowMs + Math.min(longestBlockMs, firstBlockMs * 2 ** Math.min(surplus - 1, 30))
  }

  /** Counts an emergency call of a source that is not listened to; false when it has tried too often. */
  mayCallForHelp(address: string, nowMs: number): boolean {
    const { emergencyTries, emergencyWindowMs } = this.#limits
    const source = this.#source(address, nowMs)
    if (nowMs - source.emergencyWindowStartMs >= emergencyWindowMs) {
      source.emergencyWindowStartMs = nowMs
      source.emergencyTries = 0
    }
    source.emergencyTries++
    return source.emergencyTries <= emergencyTries
  }

  proved(address: string): void {
    this.#sources.delete(networkPrefix(address))
  }

  #source(address: string, nowMs: number): Source {
    const key = networkPrefix(address)
    const known = this.#sources.get(key)
    if (known !== undefined) return known
    const source: Source = {
      mistakes: 0,
      mistakenAtMs: nowMs,
      blockedUntilMs: 0,
      windowStartMs: nowMs,
      unanswered: 0,
      emergencyWindowStartMs: nowMs,
      emergencyTries: 0,
    }
    this.#sources.set(key, source)
    return source
  }
}
