/** Counts what begins and ends, such as calls from the INVITE to their last message, so that a drain knows when it is done. */
export class UsageCount {
  #running = 0
  #idle: (() => void)[] = []

  get running(): number {
    return this.#running
  }

  began(): void {
    this.#running++
  }

  ended(): void {
    this.#running--
    if (this.#running > 0) return
    for (const idle of this.#idle.splice(0)) idle()
  }

  /** Settles when none runs. */
  whenIdle(): Promise<void> {
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve))
  }
}
