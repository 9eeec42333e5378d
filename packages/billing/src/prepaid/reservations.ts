import type { Clock, Timer } from '@klinke/foundation'
import type { Micros } from '@klinke/rating'
import type { RunningPrice } from './running-price.ts'

/** So much is held at a time: a call that runs asks again after each. */
export const SLICE_SECONDS = 60
/** Who cannot pay for this long is not connected: a call that ends at once helps nobody. */
export const LEAST_SECONDS = 10

/** What a call may spend. */
export interface Reservation {
  /** The call was answered: what is held is used up from now on. */
  answered(): void
  /** The call is over, answered or not: gives what it has cost, never more than was held. What is not used is free again, the rest stays held until it is booked. */
  end(): Micros
}

interface Credit {
  /** As it is booked. */
  balance: Micros
  held: Micros
  /** Of calls that are over and not booked yet. */
  unbooked: Micros
}

/**
 * Credit of customers who pay before they call, so that calls at a time together never spend more than there is (BIL-09): each holds a slice before it is
 * used, and ends when there is no other. Lives in memory, as calls do; a customer's calls are on one node.
 */
export class Reservations {
  readonly #credits = new Map<string, Credit>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What is booked of a customer; undefined: does not pay before calling. */
  setBalance(tenantId: string, balance: Micros | undefined): void {
    const credit = this.#credits.get(tenantId)
    if (balance === undefined) this.#credits.delete(tenantId)
    else if (credit === undefined) this.#credits.set(tenantId, { balance, held: 0n, unbooked: 0n })
    else credit.balance = balance
  }

  isPrepaid(tenantId: string): boolean {
    return this.#credits.has(tenantId)
  }

  /** What another call could use. */
  availableOf(tenantId: string): Micros {
    const credit = this.#credits.get(tenantId)
    return credit === undefined ? 0n : available(credit)
  }

  /** The cost of a call that is over stands in the book, whose balance is that from now on. */
  booked(tenantId: string, cost: Micros, balance: Micros): void {
    const credit = this.#credits.get(tenantId)
    if (credit === undefined) return
    credit.unbooked -= cost
    credit.balance = balance
  }

  /**
   * Holds what a call needs to begin; undefined: there is not enough. `ended` is told once, when the call runs and there is nothing left to hold: it is to
   * be ended at once.
   */
  begin(tenantId: string, price: RunningPrice, ended: () => void): Reservation | undefined {
    const credit = this.#credits.get(tenantId)
    if (credit === undefined) return undefined
    const hold = new Hold(credit, price, this.#clock, ended)
    return hold.isEnough ? hold : undefined
  }
}

function available({ balance, held, unbooked }: Credit): Micros {
  return balance - held - unbooked
}

class Hold implements Reservation {
  readonly #credit: Credit
  readonly #price: RunningPrice
  readonly #clock: Clock
  readonly #ended: () => void
  #seconds = 0
  #micros: Micros = 0n
  #answeredAtMs: number | undefined
  #timer: Timer | undefined
  #isOver = false

  constructor(credit: Credit, price: RunningPrice, clock: Clock, ended: () => void) {
    this.#credit = credit
    this.#price = price
    this.#clock = clock
    this.#ended = ended
    this.#extend()
    if (!this.isEnough) this.#release()
  }

  get isEnough(): boolean {
    return this.#seconds >= LEAST_SECONDS
  }

  answered(): void {
    if (this.#isOver || this.#answeredAtMs !== undefined) return
    this.#answeredAtMs = this.#clock.nowMs()
    this.#arm()
  }

  end(): Micros {
    if (this.#isOver) return 0n
    this.#isOver = true
    this.#timer?.cancel()
    const talkedMs = this.#answeredAtMs === undefined ? 0 : this.#clock.nowMs() - this.#answeredAtMs
    // That it took a moment to end it is not the customer's to pay.
    const cost = this.#price.costAfter(Math.min(talkedMs / 1000, this.#seconds))
    this.#release()
    this.#credit.unbooked += cost
    return cost
  }

  /** Holds another slice, or as many whole seconds of it as there is money for. */
  #extend(): void {
    const free = available(this.#credit) + this.#micros
    let [least, most] = [this.#seconds, this.#seconds + SLICE_SECONDS]
    while (least < most) {
      const middle = Math.ceil((least + most) / 2)
      if (this.#price.costAfter(middle) <= free) least = middle
      else most = middle - 1
    }
    const micros = this.#price.costAfter(least)
    this.#credit.held += micros - this.#micros
    this.#micros = micros
    this.#seconds = least
  }

  #release(): void {
    this.#credit.held -= this.#micros
    this.#micros = 0n
  }

  #arm(): void {
    const leftMs = (this.#answeredAtMs ?? 0) + this.#seconds * 1000 - this.#clock.nowMs()
    this.#timer = this.#clock.after(leftMs, () => this.#usedUp())
  }

  #usedUp(): void {
    const before = this.#seconds
    this.#extend()
    if (this.#seconds > before) this.#arm()
    else this.#ended()
  }
}
