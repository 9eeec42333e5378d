import { type Clock, type Logger, Scope } from '@klinke/foundation'

export interface RoundsParts {
  readonly clock: Clock
  readonly logger: Logger
  /** Does one round; gives the milliseconds to wait for the next. */
  readonly round: (signal: AbortSignal) => Promise<number>
  /** Called every `WATCH_MS` of waiting; false ends the wait. */
  readonly watch?: () => boolean
}

/** How often a wait is looked after: below the 30 s after which the strictest NATs forget a UDP binding (RFC 4787 §4.3, RFC 5626 §4.4). */
export const WATCH_MS = 25_000
/** Hurrying cannot make rounds follow each other faster than this, whatever the number of calls that fail. */
const MIN_GAP_MS = 10_000

/** The same work again and again, at intervals that the work itself sets, until it is closed. */
export class Rounds {
  readonly #parts: RoundsParts
  readonly #scope = new Scope('rounds')
  #beganAtMs = 0
  #hurried = false
  #wake: (() => void) | undefined

  constructor(parts: RoundsParts) {
    this.#parts = parts
  }

  /** @param after what the first round waits for. */
  start(after?: Promise<void>): void {
    this.#scope
      .spawn(async (signal) => {
        await after
        await this.#run(signal)
      })
      .catch((error: unknown) => {
        const fault = error instanceof Error ? error : new Error(String(error))
        this.#parts.logger.error('the line to a carrier is no longer kept because of a fault', { error: fault })
      })
  }

  /** Ends the wait, if the last round is not just over. */
  hurry(): void {
    if (this.#wake === undefined || this.#parts.clock.nowMs() - this.#beganAtMs < MIN_GAP_MS) return
    this.#hurried = true
    this.#wake()
  }

  /** Settles when the round under way has ended. */
  close(): Promise<void> {
    return this.#scope.close()
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#beganAtMs = this.#parts.clock.nowMs()
      this.#hurried = false
      const waitMs = await this.#parts.round(signal)
      await this.#wait(waitMs, signal)
    }
  }

  async #wait(waitMs: number, signal: AbortSignal): Promise<void> {
    const { clock, watch } = this.#parts
    const untilMs = clock.nowMs() + waitMs
    while (!signal.aborted && !this.#hurried && clock.nowMs() < untilMs) {
      await this.#pause(Math.min(WATCH_MS, untilMs - clock.nowMs()), signal)
      if (watch?.() === false) return
    }
  }

  #pause(forMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        timer.cancel()
        signal.removeEventListener('abort', wake)
        this.#wake = undefined
        resolve()
      }
      const timer = this.#parts.clock.after(forMs, wake)
      this.#wake = wake
      signal.addEventListener('abort', wake, { once: true })
    })
  }
}
