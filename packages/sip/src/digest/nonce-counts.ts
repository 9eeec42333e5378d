import { BoundedMap } from '@klinke/foundation'

/** How far behind the highest count a request may come: they overtake each other on UDP. */
const WINDOW = 32

interface Use {
  readonly issuedAtMs: number
  highest: number
  /** Bit n: the count `highest - n` was used. */
  seen: number
}

/**
 * Which counts of which nonce were used (RFC 7616 §3.4, `nc`). Bounded: when a nonce is forgotten, all unknown ones that are
 * no younger count as used, so that forgetting costs a client one more round trip and never lets a replay through.
 */
export class NonceCounts {
  readonly #uses: BoundedMap<string, Use>
  #forgottenUpToMs = Number.NEGATIVE_INFINITY

  constructor(limit: number) {
    this.#uses = new BoundedMap(limit, (_nonce, use) => {
      this.#forgottenUpToMs = Math.max(this.#forgottenUpToMs, use.issuedAtMs)
    })
  }

  get size(): number {
    return this.#uses.size
  }

  /** Notes that `count` of `nonce` is used now. False when it was used before, or may have been. */
  use(nonce: string, issuedAtMs: number, count: number): boolean {
    const use = this.#uses.get(nonce)
    if (use !== undefined) return advance(use, count)
    if (issuedAtMs <= this.#forgottenUpToMs) return false
    this.#uses.set(nonce, { issuedAtMs, highest: count, seen: 1 })
    return true
  }
}

function advance(use: Use, count: number): boolean {
  const ahead = count - use.highest
  if (ahead > 0) {
    use.seen = ahead < WINDOW ? (use.seen << ahead) | 1 : 1
    use.highest = count
    return true
  }
  const bit = 1 << -ahead
  if (-ahead >= WINDOW || (use.seen & bit) !== 0) return false
  use.seen |= bit
  return true
}
