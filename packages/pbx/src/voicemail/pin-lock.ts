import { BoundedMap, type Clock } from '@klinke/foundation'

/** Wrong PINs after which a mailbox is locked. */
export const MAX_WRONG_PINS = 5
/** How long it stays locked; also how long wrong PINs are remembered. */
export const LOCK_MINUTES = 30
/** Mailboxes with wrong PINs that are remembered. */
const MAX_REMEMBERED = 10_000

interface WrongPins {
  readonly count: number
  readonly untilMs: number
}

/** Counts wrong PINs per mailbox, over all calls, and locks. Kept in memory: a restart forgives. */
export class PinLock {
  readonly #clock: Clock
  readonly #wrong = new BoundedMap<string, WrongPins>(MAX_REMEMBERED)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isLocked(mailboxId: string): boolean {
    return (this.#remembered(mailboxId)?.count ?? 0) >= MAX_WRONG_PINS
  }

  /** One more wrong PIN; true when this one locks the box. */
  wrong(mailboxId: string): boolean {
    const count = (this.#remembered(mailboxId)?.count ?? 0) + 1
    this.#wrong.set(mailboxId, { count, untilMs: this.#clock.nowMs() + LOCK_MINUTES * 60_000 })
    return count === MAX_WRONG_PINS
  }

  right(mailboxId: string): void {
    this.#wrong.delete(mailboxId)
  }

  #remembered(mailboxId: string): WrongPins | undefined {
    const wrong = this.#wrong.get(mailboxId)
    return wrong !== undefined && this.#clock.nowMs() < wrong.untilMs ? wrong : undefined
  }
}
