import type { Clock, Logger, Timer, TurnoverMap } from '@klinke/foundation'
import type { Call } from '../call/call.ts'
import { talked } from '../outcome.ts'

/** How long a drain waits for the calls in progress. */
export interface DrainLimits {
  /** Ordinary calls end then. */
  readonly withinMs: number
  /** Emergency calls end then, and not before: hours, not seconds (EMG-01). */
  readonly emergencyWithinMs: number
}

/** How often an operator who waits is told that emergency calls go on. */
const TOLD_EVERY_MS = 60_000

/** The calls in progress at any moment. */
type RunningCalls = Pick<TurnoverMap<string, Call>, 'size' | 'values'>

/**
 * The end of service: ordinary calls get a while, emergency calls go on for as long as they last. Whoever stops the
 * exchange is told why it does not end; the second limit is only there so that a call nobody ends cannot hold the process for ever.
 */
export class Drain {
  /** Settles when no call is left. */
  readonly over: Promise<void>
  readonly #calls: RunningCalls
  readonly #logger: Logger
  readonly #settle: () => void
  readonly #timers: readonly Timer[]
  readonly #clock: Clock
  #reminder: Timer | undefined

  constructor(calls: RunningCalls, { withinMs, emergencyWithinMs }: DrainLimits, clock: Clock, logger: Logger) {
    this.#calls = calls
    this.#clock = clock
    this.#logger = logger
    const { promise, resolve } = Promise.withResolvers<void>()
    this.over = promise
    this.#settle = resolve
    this.#timers = [
      clock.after(withinMs, () => this.#endOrdinary()),
      clock.after(Math.max(withinMs, emergencyWithinMs), () => this.#endAll()),
    ]
    this.callEnded()
  }

  /** A call has ended; if it was the last one, the drain is over. */
  callEnded(): void {
    if (this.#calls.size > 0) return
    for (const timer of this.#timers) timer.cancel()
    this.#reminder?.cancel()
    this.#settle()
  }

  #endOrdinary(): void {
    for (const call of this.#calls.values()) if (!call.emergency) call.end(talked('drained'))
    this.#remind()
  }

  #remind(): void {
    const emergencyCalls = this.#emergencyCalls()
    if (emergencyCalls > 0) this.#logger.warn('an emergency call goes on: the exchange stops when it has ended', { emergencyCalls })
    this.#reminder = this.#clock.after(TOLD_EVERY_MS, () => this.#remind())
  }

  #endAll(): void {
    const emergencyCalls = this.#emergencyCalls()
    if (emergencyCalls > 0)
      this.#logger.error('the longest wait is over: emergency calls are ended to stop the exchange', { emergencyCalls })
    for (const call of this.#calls.values()) call.end(talked('drained'))
  }

  #emergencyCalls(): number {
    return [...this.#calls.values()].filter((call) => call.emergency).length
  }
}
