import { BoundedMap, type Clock } from '@klinke/foundation'

/** Bounds for the time an answer counts, in seconds; SRV and NAPTR come without one, as Node does not tell it. */
const SHORTEST_SECONDS = 10
const LONGEST_SECONDS = 3_600
const UNKNOWN_SECONDS = 60
/** "No such record" (RFC 2308), and "no answer". */
const NEGATIVE_SECONDS = 30
const FAILURE_SECONDS = 5
/** An answer that ran out still serves so long while the name servers are silent (RFC 8767). */
const STALE_SECONDS = 86_400
const MAX_NAMES = 10_000

export interface DnsAnswer<T> {
  readonly records: readonly T[]
  readonly ttlSeconds: number | undefined
}

interface Kept<T> {
  readonly records: readonly T[]
  readonly freshUntilMs: number
  readonly staleUntilMs: number
}

/** Remembers the answers to one kind of question; those who ask the same at the same time share one query. */
export class AnswerCache<T> {
  readonly #clock: Clock
  readonly #ask: (name: string) => Promise<DnsAnswer<T>>
  readonly #kept = new BoundedMap<string, Kept<T>>(MAX_NAMES)
  readonly #asking = new Map<string, Promise<readonly T[]>>()

  /** `ask` rejects when it gets no answer; "no such record" is an answer. */
  constructor(clock: Clock, ask: (name: string) => Promise<DnsAnswer<T>>) {
    this.#clock = clock
    this.#ask = ask
  }

  /** Never rejects. */
  async get(name: string): Promise<readonly T[]> {
    const key = name.toLowerCase()
    const kept = this.#kept.get(key)
    if (kept && this.#clock.nowMs() < kept.freshUntilMs) return kept.records
    const asking = this.#asking.get(key) ?? this.#query(key, kept).finally(() => this.#asking.delete(key))
    this.#asking.set(key, asking)
    return asking
  }

  async #query(name: string, old: Kept<T> | undefined): Promise<readonly T[]> {
    // No answer, for whatever reason: what was known goes on for a while, and failing again is delayed.
    const answer = await this.#ask(name).catch(() => undefined)
    const nowMs = this.#clock.nowMs()
    if (!answer) {
      const records = old && nowMs < old.staleUntilMs ? old.records : []
      this.#kept.set(name, { records, freshUntilMs: nowMs + FAILURE_SECONDS * 1000, staleUntilMs: old?.staleUntilMs ?? 0 })
      return records
    }
    const { records, ttlSeconds = UNKNOWN_SECONDS } = answer
    const seconds = records.length === 0 ? NEGATIVE_SECONDS : Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, ttlSeconds))
    const staleSeconds = records.length === 0 ? 0 : STALE_SECONDS
    this.#kept.set(name, { records, freshUntilMs: nowMs + seconds * 1000, staleUntilMs: nowMs + (seconds + staleSeconds) * 1000 })
    return records
  }
}
