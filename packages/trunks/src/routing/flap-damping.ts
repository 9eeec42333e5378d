import { BoundedMap, type Clock } from '@klinke/foundation'

/** What each time that a carrier falls out of service counts (RFC 2439 §4.2, as for a route that is withdrawn). */
const PENALTY = 1_000
/** From here on it comes after those that are steady. */
const SUPPRESSED_FROM = 3_000
/** Below this it is taken again as before. */
const REUSED_BELOW = 1_000
/** No more is counted, so that nothing is held against a carrier for longer than about a quarter of an hour. */
const HIGHEST = 8_000
const HALF_LIFE_MS = 5 * 60_000
/** More carriers than any operator has; customers' own ones count, too. */
const MAX_CARRIERS = 10_000

interface Record {
  penalty: number
  atMs: number
  works: boolean
  isSuppressed: boolean
}

/**
 * Carriers that come and go: each fall counts, what is counted halves in five minutes, and above a limit the carrier comes after the steady
 * ones although it seems to work now (route flap damping, RFC 2439). It is never left out: a damped carrier is better than none.
 */
export class FlapDamping {
  readonly #clock: Pick<Clock, 'nowMs'>
  readonly #records = new BoundedMap<string, Record>(MAX_CARRIERS)

  constructor(clock: Pick<Clock, 'nowMs'>) {
    this.#clock = clock
  }

  /** A carrier was seen to work or not: by its line, or by a call. Only what differs from the last time counts. */
  seen(carrierId: string, works: boolean): void {
    const known = this.#records.get(carrierId)
    if (known === undefined) {
      this.#records.set(carrierId, { penalty: works ? 0 : PENALTY, atMs: this.#clock.nowMs(), works, isSuppressed: false })
      return
    }
    if (known.works === works) return
    this.#decay(known)
    known.works = works
    if (works) return
    known.penalty = Math.min(HIGHEST, known.penalty + PENALTY)
    if (known.penalty >= SUPPRESSED_FROM) known.isSuppressed = true
  }

  isDamped(carrierId: string): boolean {
    const known = this.#records.get(carrierId)
    if (known?.isSuppressed !== true) return false
    this.#decay(known)
    if (known.penalty < REUSED_BELOW) known.isSuppressed = false
    return known.isSuppressed
  }

  #decay(record: Record): void {
    const nowMs = this.#clock.nowMs()
    record.penalty *= 2 ** ((record.atMs - nowMs) / HALF_LIFE_MS)
    record.atMs = nowMs
  }
}
