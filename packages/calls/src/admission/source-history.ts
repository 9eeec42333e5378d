import { BoundedMap } from '@klinke/foundation'

/** How much patience there is with a source of requests. */
export interface SourceLimits {
  /** Wrong passwords before a source has to wait. */
  readonly freeMistakes: number
  /** First waiting time; it doubles with each further mistake. */
  readonly firstBlockMs: number
  readonly longestBlockMs: number
  /** Challenges a source may leave unanswered within `windowMs`; what comes after is dropped. */
  readonly unansweredChallenges: number
  readonly windowMs: number
  /** Sources remembered at a time; beyond that the oldest is forgotten. */
  readonly maxSources: number
}

export const DEFAULT_SOURCE_LIMITS: SourceLimits = {
  freeMistakes: 5,
  firstBlockMs: 1_000,
  longestBlockMs: 300_000,
  unansweredChallenges: 100,
  windowMs: 10_000,
  maxSources: 50_000,
}

interface Source {
  mistakes: number
  blockedUntilMs: number
  windowStartMs: number
  unanswered: number
}

/**
 * What the sources of requests (IP addresses) have done: guessers wait longer with each wrong password, and who
 * never answers a challenge is no longer answered. Whoever proves itself starts afresh.
 */
export class SourceHistory {
  readonly #limits: SourceLimits
  readonly #sources: BoundedMap<string, Source>

  constructor(limits: SourceLimits = DEFAULT_SOURCE_LIMITS) {
    this.#limits = limits
    this.#sources = new BoundedMap(limits.maxSources)
  }

  /** True while the source has to wait after wrong passwords, or has left too many challenges unanswered. */
  isShunned(address: string, nowMs: number): boolean {
    const source = this.#sources.get(address)
    if (source === undefined) return false
    if (nowMs < source.blockedUntilMs) return true
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
    const { freeMistakes, firstBlockMs, longestBlockMs } = this.#limits
    const source = this.#source(address, nowMs)
    source.mistakes++
    const surplus = source.mistakes - freeMistakes
    if (surplus > 0) source.blockedUntilMs = nowMs + Math.min(longestBlockMs, firstBlockMs * 2 ** Math.min(surplus - 1, 30))
  }

  proved(address: string): void {
    this.#sources.delete(address)
  }

  #source(address: string, nowMs: number): Source {
    const known = this.#sources.get(address)
    if (known !== undefined) return known
    const source: Source = { mistakes: 0, blockedUntilMs: 0, windowStartMs: nowMs, unanswered: 0 }
    this.#sources.set(address, source)
    return source
  }
}
