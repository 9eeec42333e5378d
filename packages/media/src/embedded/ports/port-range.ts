/** How long a port that someone else has is left alone. */
const RETRY_FOREIGN_AFTER_MS = 60_000

/**
 * The RTP ports of one address family that are in nobody's hands. RTP goes to even ports, RTCP to the odd one above
 * (RFC 3550 §11).
 */
export class PortRange {
  readonly from: number
  readonly to: number
  #nextFresh: number
  readonly #returned: number[] = []
  readonly #foreign: { readonly port: number; readonly retryAtMs: number }[] = []

  /** Both ends belong to the range; a pair must lie inside it whole. */
  constructor(from: number, to: number) {
    this.from = from
    this.to = to
    this.#nextFresh = from + (from % 2)
  }

  /** Up to `count` RTP ports for a worker to bind. Fewer or none when the range is used up. */
  take(count: number, nowMs: number): number[] {
    while (this.#foreign[0] && this.#foreign[0].retryAtMs <= nowMs) this.#returned.push(this.#foreign.shift()?.port ?? 0)
    const ports = this.#returned.splice(0, count)
    for (; ports.length < count && this.#nextFresh + 1 <= this.to; this.#nextFresh += 2) ports.push(this.#nextFresh)
    return ports
  }

  /** True while `take` would give at least one port. */
  get hasPorts(): boolean {
    return this.#returned.length > 0 || this.#nextFresh + 1 <= this.to
  }

  /** The pair is free again. */
  giveBack(port: number): void {
    this.#returned.push(port)
  }

  /** Another program has the port or its neighbour. */
  foreign(port: number, nowMs: number): void {
    this.#foreign.push({ port, retryAtMs: nowMs + RETRY_FOREIGN_AFTER_MS })
  }
}
