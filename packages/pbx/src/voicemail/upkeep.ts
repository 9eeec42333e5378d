import type { Clock, Resource, Timer } from '@klinke/foundation'

const EVERY_MS = 3_600_000

/** Does what a mailbox needs now and then: at once, for what an earlier process has left, and every hour. */
export class Upkeep implements Resource {
  readonly #clock: Clock
  readonly #steps: readonly (() => Promise<void>)[]
  #timer: Timer | undefined
  #closed = false

  /** @param steps done one after the other; they never reject */
  constructor(clock: Clock, steps: readonly (() => Promise<void>)[]) {
    this.#clock = clock
    this.#steps = steps
    void this.#round()
  }

  close(): void {
    this.#closed = true
    this.#timer?.cancel()
  }

  async #round(): Promise<void> {
    for (const step of this.#steps) if (!this.#closed) await step()
    if (!this.#closed) this.#timer = this.#clock.after(EVERY_MS, () => void this.#round())
  }
}
