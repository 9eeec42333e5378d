import type { Clock, Timer } from '@klinke/foundation'
import { TimerWheel } from './timer-wheel.ts'

/**
 * The real clock. All its timers hang on one Node timeout, so that setting and cancelling one costs well under
 * a microsecond. A timer fires up to about 5 ms late and never early; timers do not keep the process alive.
 */
export function systemClock(): Clock {
  return new SystemClock()
}

class SystemClock implements Clock {
  readonly #wheel = new TimerWheel(performance.now())
  #timeout: NodeJS.Timeout | undefined
  /** When `#timeout` fires; infinite without one. */
  #armedMs = Number.POSITIVE_INFINITY
  readonly #run = (): void => this.#wake()

  nowMs(): number {
    return performance.now()
  }

  epochMs(): number {
    return Date.now()
  }

  after(delayMs: number, wake: () => void): Timer {
    const atMs = performance.now() + Math.max(0, delayMs)
    const timer = this.#wheel.set(atMs, wake)
    if (atMs < this.#armedMs) this.#arm()
    return timer
  }

  #wake(): void {
    // Timers set by the ones that wake now need no arming of their own: it is done once, below.
    this.#armedMs = Number.NEGATIVE_INFINITY
    try {
      this.#wheel.advance(performance.now())
    } finally {
      this.#arm()
    }
  }

  #arm(): void {
    clearTimeout(this.#timeout)
    this.#timeout = undefined
    this.#armedMs = this.#wheel.nextMs() ?? Number.POSITIVE_INFINITY
    if (this.#armedMs === Number.POSITIVE_INFINITY) return
    this.#timeout = setTimeout(this.#run, Math.max(1, this.#armedMs - performance.now()))
    this.#timeout.unref()
  }
}
