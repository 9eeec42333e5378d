import type { Clock, Timer } from '@klinke/foundation'
import { type CallKey, type CallRecords, SIGN_OF_LIFE_SECONDS } from '../call-records.ts'

/** Reports the running calls to the record store from time to time, as long as there are any. */
export class SignsOfLife {
  readonly #records: CallRecords
  readonly #clock: Clock
  readonly #running: () => readonly CallKey[]
  #timer: Timer | undefined

  constructor(records: CallRecords, clock: Clock, running: () => readonly CallKey[]) {
    this.#records = records
    this.#clock = clock
    this.#running = running
  }

  /** A call runs: report it in due time. */
  arm(): void {
    this.#timer ??= this.#clock.after(SIGN_OF_LIFE_SECONDS * 1000, () => this.#report())
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #report(): void {
    this.#timer = undefined
    const running = this.#running()
    if (running.length === 0) return
    this.#records.alive(running, this.#clock.epochMs())
    this.arm()
  }
}
