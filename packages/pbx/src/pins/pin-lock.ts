import { BoundedMap, type Clock } from '@klinke/foundation'

/** Wrong PINs after which what they protect is locked: a mailbox, an extension, a caller's way into a room. */
export const MAX_WRONG_PINS = 5
/** How long it stays locked; also how long wrong PINs are remembered. */
export const LOCK_MINUTES = 30
/** Ids with wrong PINs that are remembered. */
const MAX_REMEMBERED = 10_000

interface WrongPins {
  readonly count: number
  readonly untilMs: number
}

/** Counts wrong PINs per id, of whatever has a PIN, over all calls, and locks. Kept in memory: a restart forgives. */
export class PinLock {
  readonly #clock: Clock
  readonly #maxWrong: number
  readonly #wrong = new BoundedMap<string, WrongPins>(MAX_REMEMBERED)

  constructor(clock: Clock, maxWrong = MAX_WRONG_PINS) {
    this.#clock = clock
    this.#maxWrong = maxWrong
  }

  isLocked(id: string): boolean {
    return (this.#remembered(id)?.count ?? 0) >= this.#maxWrong
  }

  /** One more wrong PIN; true when this one locks it. */
  wrong(id: string): boolean {
    const count = (this.#remembered(id)?.count ?? 0) + 1
    this.#wrong.set(id, { count, untilMs: this.#clock.nowMs() + LOCK_MINUTES * 60_000 })
    return count === this.#maxWrong
  }

  right(id: string): void {
    this.#wrong.delete(id)
  }

  /** What is locked now, by id, with the milliseconds that are left. */
  locked(): ReadonlyMap<string, number> {
    const locked = [...this.#wrong.entries()].filter(([id]) => this.isLocked(id))
    return new Map(locked.map(([id, { untilMs }]) => [id, untilMs - this.#clock.nowMs()]))
  }

  #remembered(id: string): WrongPins | undefined {
    const wrong = this.#wrong.get(id)
    return wrong !== undefined && this.#clock.nowMs() < wrong.untilMs ? wrong : undefined
  }
}
