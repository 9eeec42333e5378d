/** Lets `burst` pass at once and `perSecond` in the long run. */
export class TokenBucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #filledMs: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#tokens = burst
    this.#filledMs = nowMs
  }

  /** Takes one token; false when there is none. */
  take(nowMs: number): boolean {
    if (this.#tokens < 1) this.#fill(nowMs)
    if (this.#tokens < 1) return false
    this.#tokens--
    return true
  }

  /** Takes `count` tokens, also more than there are. Returns the milliseconds until the debt is paid, 0 without one. */
  spend(count: number, nowMs: number): number {
    this.#fill(nowMs)
    this.#tokens -= count
    return this.#tokens >= 0 ? 0 : -this.#tokens / this.#perMs
  }

  refill(): void {
    this.#tokens = this.#burst
  }

  #fill(nowMs: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + (nowMs - this.#filledMs) * this.#perMs)
    this.#filledMs = nowMs
  }
}
