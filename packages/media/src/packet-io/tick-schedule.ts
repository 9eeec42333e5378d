/** Points in time `start + n · interval`: a tick that comes late does not move the ones after it. */
export class TickSchedule {
  readonly #intervalMs: number
  #nextMs: number
  #takenMs: number

  constructor(startMs: number, intervalMs: number) {
    this.#intervalMs = intervalMs
    this.#nextMs = startMs + intervalMs
    this.#takenMs = startMs
  }

  /** Milliseconds until the next tick; 0 when one is due. */
  delayMs(nowMs: number): number {
    return Math.max(0, this.#nextMs - nowMs)
  }

  /** When the tick taken last was due. */
  get takenMs(): number {
    return this.#takenMs
  }

  /** Takes one tick when it is due. After a stall of more than a second the missed ticks are given up. */
  take(nowMs: number): boolean {
    if (nowMs < this.#nextMs) return false
    this.#takenMs = this.#nextMs
    this.#nextMs += this.#intervalMs
    if (nowMs - this.#nextMs > 1000) this.#nextMs = nowMs + this.#intervalMs
    return true
  }
}
