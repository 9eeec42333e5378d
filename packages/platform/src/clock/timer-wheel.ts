import { assert, type Timer } from '@klinke/foundation'

/** Time between two slots: how late a timer may be. */
const TICK_MS = 4
/** Slots of one revolution (16.4 s); a later timer stays in its slot for several revolutions. A power of two. */
const SLOTS = 4096

/**
 * A hashed timer wheel (Varghese and Lauck 1987, scheme 6): setting and cancelling cost the same however many
 * timers stand, which 100,000 transactions ask for. Pure: the driver tells it the time.
 */
export class TimerWheel {
  readonly #slots: Link[] = Array.from({ length: SLOTS }, () => new Link())
  readonly #due = new Link()
  /** The last tick whose slot was emptied into `#due`. */
  #tick: number
  #size = 0
  readonly #gone = (): void => {
    this.#size--
  }

  constructor(nowMs: number) {
    this.#tick = Math.floor(nowMs / TICK_MS)
  }

  /** Timers that are set. */
  get size(): number {
    return this.#size
  }

  /** Sets a timer that is due at `atMs` or up to one tick later, never earlier. */
  set(atMs: number, wake: () => void): Timer {
    const tick = Math.max(this.#tick + 1, Math.ceil(atMs / TICK_MS))
    const timer = new WheelTimer(tick, wake, this.#gone)
    timer.insertBefore(this.#slot(tick))
    this.#size++
    return timer
  }

  /**
   * Wakes all timers due at `nowMs`. When one throws, the error passes through; the rest stay due and wake at
   * the next call.
   */
  advance(nowMs: number): void {
    this.#collect(Math.floor(nowMs / TICK_MS))
    for (let first = this.#due.next; first !== this.#due; first = this.#due.next) {
      assert(first instanceof WheelTimer, 'only timers stand in the due list')
      first.fire()
    }
  }

  /** When `advance` is worth calling next, or undefined without timers. May be early, never late. */
  nextMs(): number | undefined {
    if (this.#size === 0) return undefined
    if (this.#due.next !== this.#due) return this.#tick * TICK_MS
    for (let tick = this.#tick + 1; tick < this.#tick + SLOTS; tick++) {
      const head = this.#slot(tick)
      if (head.next !== head) return tick * TICK_MS
    }
    return (this.#tick + SLOTS) * TICK_MS
  }

  #collect(untilTick: number): void {
    // After a long stop each slot is visited once, not once per missed tick.
    const first = Math.max(this.#tick + 1, untilTick - SLOTS + 1)
    for (let tick = first; tick <= untilTick; tick++) this.#collectSlot(this.#slot(tick), untilTick)
    this.#tick = Math.max(this.#tick, untilTick)
  }

  #collectSlot(head: Link, untilTick: number): void {
    for (let link = head.next; link !== head; ) {
      const next = link.next
      if (link instanceof WheelTimer && link.tick <= untilTick) {
        link.unlink()
        link.insertBefore(this.#due)
      }
      link = next
    }
  }

  #slot(tick: number): Link {
    return this.#slots[tick & (SLOTS - 1)] as Link
  }
}

/** A ring of links; an unlinked one is a ring of itself. */
class Link {
  previous: Link = this
  next: Link = this

  insertBefore(other: Link): void {
    this.previous = other.previous
    this.next = other
    other.previous.next = this
    other.previous = this
  }

  unlink(): void {
    this.previous.next = this.next
    this.next.previous = this.previous
    this.previous = this
    this.next = this
  }
}

class WheelTimer extends Link implements Timer {
  readonly tick: number
  #wake: (() => void) | undefined
  readonly #gone: () => void

  constructor(tick: number, wake: () => void, gone: () => void) {
    super()
    this.tick = tick
    this.#wake = wake
    this.#gone = gone
  }

  cancel(): void {
    this.#take()
  }

  fire(): void {
    this.#take()?.()
  }

  /** Takes the timer out of the wheel; it also lets go of what the callback holds. */
  #take(): (() => void) | undefined {
    const wake = this.#wake
    if (!wake) return undefined
    this.#wake = undefined
    this.unlink()
    this.#gone()
    return wake
  }
}
