import type { Clock } from '@klinke/foundation'

/** Within this time after the first signal a further one belongs to the same key press; nobody presses Ctrl-C twice so fast on purpose. */
const SAME_KEY_PRESS_MS = 500

/**
 * Tells a person's second Ctrl-C from the echo of the first: the terminal gives the signal to npm and to every
 * process behind it, and those in between pass it on, so that one key press arrives here more than once.
 */
export class StopRequests {
  readonly #clock: Clock
  #firstMs: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What a signal that comes now asks for. */
  received(): 'stop' | 'echo' | 'stop-at-once' {
    const now = this.#clock.nowMs()
    if (this.#firstMs === undefined) {
      this.#firstMs = now
      return 'stop'
    }
    return now - this.#firstMs < SAME_KEY_PRESS_MS ? 'echo' : 'stop-at-once'
  }
}
