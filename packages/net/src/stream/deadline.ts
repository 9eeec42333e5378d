import type { Clock, Timer } from '@klinke/foundation'

/**
 * A point in time after which something has lasted too long. Moving it later, which each message does, costs nothing:
 * the timer looks again when it fires.
 */
export class Deadline {
  readonly #clock: Clock
  readonly #passed: () => void
  #atMs = Number.POSITIVE_INFINITY
  #timer: Timer | undefined
  #timerMs = Number.POSITIVE_INFINITY

  constructor(clock: Clock, passed: () => void) {
    this.#clock = clock
    this.#passed = passed
  }

  /** Sets the deadline `delayMs` from now, whatever it was. */
  set(delayMs: number): void {
    const nowMs = this.#clock.nowMs()
    this.#atMs = nowMs + delayMs
    if (this.#atMs < this.#timerMs) this.#arm(nowMs)
  }

  cancel(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#timerMs = Number.POSITIVE_INFINITY
    this.#atMs = Number.POSITIVE_INFINITY
  }

  #arm(nowMs: number): void {
    this.#timer?.cancel()
    this.#timerMs = this.#atMs
    this.#timer = this.#clock.after(this.#atMs - nowMs, () => this.#fire())
  }

  #fire(): void {
    this.#timerMs = Number.POSITIVE_INFINITY
    const nowMs = this.#clock.nowMs()
    if (nowMs >= this.#atMs) this.#passed()
    else this.#arm(nowMs)
  }
}
