import type { Clock, Timer } from '@klinke/foundation'

/** Proxies forget an INVITE after three minutes of silence (timer C); a provisional response each minute keeps them awake (RFC 3261 §13.3.1.1). */
const PROGRESS_REPEAT_MS = 60_000

/** Sends the last provisional response of an INVITE again each minute until its final one. */
export class ProgressRepeat {
  readonly #clock: Clock
  readonly #repeat: () => void
  #timer: Timer | undefined

  constructor(clock: Clock, repeat: () => void) {
    this.#clock = clock
    this.#repeat = repeat
  }

  /** A provisional response has gone out. */
  arm(): void {
    this.#timer?.cancel()
    this.#timer = this.#clock.after(PROGRESS_REPEAT_MS, () => {
      this.#repeat()
      this.arm()
    })
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }
}
