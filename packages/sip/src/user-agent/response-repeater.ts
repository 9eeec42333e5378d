import type { Clock, Timer } from '@klinke/foundation'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { type TimerValues, transactionTimeoutMs } from '../transaction/timers.ts'

/**
 * Sends the last response of a transaction again until the peer confirms it: a 2xx until its ACK (RFC 3261 §13.3.1.4,
 * at most every T2), a reliable provisional response until its PRACK (RFC 3262 §3, ever more slowly). On every
 * transport: a proxy on the way may lose what TCP has delivered to it.
 */
export class ResponseRepeater {
  readonly #clock: Clock
  readonly #transaction: ServerTransaction
  readonly #longestMs: number
  readonly #givenUp: () => void
  #leftMs: number
  #intervalMs: number
  #timer: Timer | undefined

  /** Begins at once. `givenUp` is called when 64·T1 have passed without `confirmed`. */
  constructor(clock: Clock, timers: TimerValues, transaction: ServerTransaction, longestMs: number, givenUp: () => void) {
    this.#clock = clock
    this.#transaction = transaction
    this.#longestMs = longestMs
    this.#givenUp = givenUp
    this.#leftMs = transactionTimeoutMs(timers)
    this.#intervalMs = timers.t1Ms
    this.#arm()
  }

  /** The ACK of a 2xx is here: it will not be sent again. */
  confirmed(): void {
    this.stop()
    this.#transaction.confirmed()
  }

  /** The PRACK is here, or nobody waits for a confirmation any more. */
  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #arm(): void {
    const waitMs = Math.min(this.#intervalMs, this.#leftMs)
    this.#timer = this.#clock.after(waitMs, () => this.#fired(waitMs))
  }

  #fired(waitedMs: number): void {
    this.#leftMs -= waitedMs
    this.#intervalMs = Math.min(this.#intervalMs * 2, this.#longestMs)
    if (this.#leftMs <= 0) {
      this.#timer = undefined
      this.#givenUp()
      return
    }
    this.#transaction.repeatResponse()
    this.#arm()
  }
}
