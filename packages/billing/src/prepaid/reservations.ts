import type { Clock, Timer } from '@klinke/foundation'
import type { Micros } from '@klinke/rating'
import type { RunningPrice } from './running-price.ts'

/** So much is held at a time: a call that runs asks again after each. */
export const SLICE_SECONDS = 60
/** Who cannot pay for this long is not connected: a call that ends at once helps nobody. */
export const LEAST_SECONDS = 10

/** A call is ended so long before its last second is over, so that its record, which counts begun seconds, never says one more. */
export const ENDED_BEFORE_MS = 500

/** What is told while a call runs. */
export interface ReservationNews {
  /** So many seconds are left of what can be held. */
  nearEnd(seconds: number): void
  /** The call runs and there is nothing left to hold: it is to be ended at once. Told once. */
  usedUp(): void
}

export interface ReservedCall {
  readonly tenantId: string
  /** What it costs when it is answered at that time, milliseconds since 1970. */
  readonly priceAt: (answeredAtMs: number) => RunningPrice
  /** Before the end; 0: `nearEnd` is never told. */
  readonly warnSeconds: number
}

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
  /** Does not pay before calling any more. */
  hasEnded: boolean
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
    // Kept, because of calls that still run: whoever pays in again has what they hold held.
    if (credit !== undefined) Object.assign(credit, balance === undefined ? { hasEnded: true } : { balance, hasEnded: false })
    else if (balance !== undefined) this.#credits.set(tenantId, { balance, held: 0n, unbooked: 0n, hasEnded: false })
  }

  isPrepaid(tenantId: string): boolean {
    return this.#credits.get(tenantId)?.hasEnded === false
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

  /** What calls that run hold now. */
  heldOf(tenantId: string): Micros {
    return this.#credits.get(tenantId)?.held ?? 0n
  }

  /** Holds what a call needs to begin; undefined: there is not enough. */
  begin(call: ReservedCall, news: ReservationNews): Reservation | undefined {
    const credit = this.#credits.get(call.tenantId)
    if (credit === undefined || credit.hasEnded) return undefined
    const hold = new Hold(credit, call, this.#clock, news)
    return hold.isEnough ? hold : undefined
  }
}

function available({ balance, held, unbooked }: Credit): Micros {
  return balance - held - unbooked
}

class Hold implements Reservation {
  readonly #credit: Credit
  readonly #call: ReservedCall
  readonly #clock: Clock
  readonly #news: ReservationNews
  #price: RunningPrice
  #seconds = 0
  #micros: Micros = 0n
  #answeredAtMs: number | undefined
  #warnedAtSeconds = 0
  #timer: Timer | undefined
  #isOver = false

  constructor(credit: Credit, call: ReservedCall, clock: Clock, news: ReservationNews) {
    this.#credit = credit
    this.#call = call
    this.#clock = clock
    this.#news = news
    this.#price = call.priceAt(clock.epochMs())
    this.#extend()
    if (!this.isEnough) this.#release()
  }

  get isEnough(): boolean {
    return this.#seconds >= LEAST_SECONDS
  }

  /** While it rang the price may have become another one. */
  answered(): void {
    if (this.#isOver || this.#answeredAtMs !== undefined) return
    this.#answeredAtMs = this.#clock.nowMs()
    this.#price = this.#call.priceAt(this.#clock.epochMs())
    this.#seconds = 0
    this.#extend()
    this.#arm()
  }

  end(): Micros {
    if (this.#isOver) return 0n
    this.#isOver = true
    this.#timer?.cancel()
    // That it took a moment to end it is not the customer's to pay.
    const cost =
      this.#answeredAtMs === undefined
        ? 0n
        : this.#price.costAfter(Math.min((this.#clock.nowMs() - this.#answeredAtMs) / 1000, this.#seconds))
    this.#release()
    this.#credit.unbooked += cost
    return cost
  }

  /** Holds another slice, or as many whole seconds of it as there is money for. What costs nothing needs none. */
  #extend(): void {
    const free = available(this.#credit) + this.#micros
    let [least, most] = [this.#seconds, this.#seconds + SLICE_SECONDS]
    while (least < most) {
      const middle = Math.ceil((least + most) / 2)
      const cost = this.#price.costAfter(middle)
      if (cost === 0n || cost <= free) least = middle
      else most = middle - 1
    }
    const micros = least === 0 ? 0n : this.#price.costAfter(least)
    this.#credit.held += micros - this.#micros
    this.#micros = micros
    this.#seconds = least
  }

  #release(): void {
    this.#credit.held -= this.#micros
    this.#micros = 0n
  }

  /** The next thing to happen: the warning, or the end of what is held. */
  #arm(): void {
    const { warnSeconds } = this.#call
    const endsInMs = (this.#answeredAtMs ?? 0) + this.#seconds * 1000 - ENDED_BEFORE_MS - this.#clock.nowMs()
    const isWarned = warnSeconds === 0 || this.#warnedAtSeconds === this.#seconds
    const inMs = isWarned ? endsInMs : Math.max(0, endsInMs - warnSeconds * 1000)
    this.#timer = this.#clock.after(Math.max(0, inMs), () => (isWarned ? this.#usedUp() : this.#near()))
  }

  /** More is held while there is some, so that nobody is warned who can go on. */
  #near(): void {
    const before = this.#seconds
    this.#extend()
    if (this.#seconds === before) {
      this.#warnedAtSeconds = before
      const leftMs = (this.#answeredAtMs ?? 0) + before * 1000 - this.#clock.nowMs()
      this.#news.nearEnd(Math.max(0, Math.round((leftMs - ENDED_BEFORE_MS) / 1000)))
    }
    if (!this.#isOver) this.#arm()
  }

  #usedUp(): void {
    const before = this.#seconds
    this.#extend()
    if (this.#seconds > before) this.#arm()
    else this.#news.usedUp()
  }
}
