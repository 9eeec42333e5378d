import type { Timer } from '@klinke/foundation'
import { isReliable, type TransactionTimer, timerMs } from './timers.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'

type TimerEvents = { readonly [T in TransactionTimer]: `timer ${T}` }

const TIMER_EVENTS: TimerEvents = {
  A: 'timer A',
  B: 'timer B',
  D: 'timer D',
  E: 'timer E',
  F: 'timer F',
  G: 'timer G',
  H: 'timer H',
  I: 'timer I',
  J: 'timer J',
  K: 'timer K',
  L: 'timer L',
  M: 'timer M',
}

export type RetransmissionTimer = 'A' | 'E' | 'G'
export type EndTimer = Exclude<TransactionTimer, RetransmissionTimer>

export interface TimerPairOwner<T extends TransactionTimer> {
  timerFired(event: TimerEvents[T]): void
}

/** No transaction has more than two timers at a time: one that retransmits (A, E, G) and one that ends the state. */
export class TimerPair<T extends TransactionTimer> {
  readonly #environment: TransactionEnvironment
  readonly #reliable: boolean
  readonly #owner: TimerPairOwner<T>
  #retransmission: Timer | undefined
  #retransmissions = 0
  #end: Timer | undefined
  /** A timer of 0 ms: it fires when the effects of the step that armed it are done. */
  #due: TimerEvents[T] | undefined

  constructor(environment: TransactionEnvironment, protocol: string, owner: TimerPairOwner<T>) {
    this.#environment = environment
    this.#reliable = isReliable(protocol)
    this.#owner = owner
  }

  armRetransmission(timer: T & RetransmissionTimer): void {
    const { clock, timers } = this.#environment
    const afterMs = timerMs(timer, this.#reliable, timers, this.#retransmissions)
    if (afterMs === undefined) return
    const event = TIMER_EVENTS[timer]
    this.#retransmissions++
    this.#retransmission?.cancel()
    this.#retransmission = clock.after(afterMs, () => this.#owner.timerFired(event))
  }

  /** Timer E of a request the server works on (RFC 3261 §17.1.2.2). */
  armSlowRetransmission(timer: T & RetransmissionTimer): void {
    if (this.#reliable) return
    this.#retransmission?.cancel()
    this.#retransmission = this.#environment.clock.after(this.#environment.timers.t2Ms, () => this.#owner.timerFired(TIMER_EVENTS[timer]))
  }

  armEnd(timer: T & EndTimer): void {
    const { clock, timers } = this.#environment
    const afterMs = timerMs(timer, this.#reliable, timers) ?? 0
    const event = TIMER_EVENTS[timer]
    this.#end?.cancel()
    if (afterMs === 0) this.#due = event
    else this.#end = clock.after(afterMs, () => this.#owner.timerFired(event))
  }

  stop(): void {
    this.#retransmission?.cancel()
    this.#end?.cancel()
    this.#retransmission = undefined
    this.#end = undefined
    this.#due = undefined
  }

  /** The timer of 0 ms that the last step armed, once. */
  takeDue(): TimerEvents[T] | undefined {
    const due = this.#due
    this.#due = undefined
    return due
  }
}
