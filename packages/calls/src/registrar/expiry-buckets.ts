import type { BoundContact } from './bound-contact.ts'

/**
 * Bindings by the second they end in: one timer serves all of them, and one that is refreshed moves for the price of two
 * set operations.
 */
export class ExpiryBuckets {
  readonly #bySecond = new Map<number, Set<BoundContact>>()
  /** All earlier seconds are done. */
  #nextSecond: number

  constructor(nowMs: number) {
    this.#nextSecond = Math.floor(nowMs / 1000)
  }

  add(binding: BoundContact): void {
    const second = secondOf(binding)
    const bucket = this.#bySecond.get(second)
    if (bucket) bucket.add(binding)
    else this.#bySecond.set(second, new Set([binding]))
  }

  delete(binding: BoundContact): void {
    const second = secondOf(binding)
    const bucket = this.#bySecond.get(second)
    if (bucket?.delete(binding) && bucket.size === 0) this.#bySecond.delete(second)
  }

  /** Takes out what has ended by `nowMs`. */
  takeEnded(nowMs: number): readonly BoundContact[] {
    const ended: BoundContact[] = []
    const untilSecond = Math.floor(nowMs / 1000)
    for (; this.#nextSecond <= untilSecond; this.#nextSecond++) {
      ended.push(...(this.#bySecond.get(this.#nextSecond) ?? []))
      this.#bySecond.delete(this.#nextSecond)
    }
    return ended
  }
}

/** The first full second at which the binding has ended. */
function secondOf({ endsAtMs }: BoundContact): number {
  return Math.ceil(endsAtMs / 1000)
}
