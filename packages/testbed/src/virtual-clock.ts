import type { Clock, Timer } from '@klinke/foundation'
import { type HeapEntry, TimerHeap } from './timer-heap.ts'

/**
 * A clock that stands still until a test moves it. Timers fire in order of time, then of creation, and
 * between two of them all promise reactions run, so that hours pass in milliseconds and repeatably.
 */
export class VirtualClock implements Clock {
  #nowMs = 0
  #order = 0
  readonly #startEpochMs: number
  readonly #wakes = new TimerHeap()

  constructor(startEpochMs = Date.UTC(2026, 0, 5, 9)) {
    this.#startEpochMs = startEpochMs
  }

  nowMs(): number {
    return this.#nowMs
  }

  epochMs(): number {
    return Math.floor(this.#startEpochMs + this.#nowMs)
  }

  after(delayMs: number, wake: () => void): Timer {
    const entry: HeapEntry = { atMs: this.#nowMs + Math.max(0, delayMs), order: this.#order++, wake, index: -1 }
    this.#wakes.add(entry)
    return { cancel: () => this.#wakes.remove(entry) }
  }

  /** Timers that are set; 0 when nothing is left behind. */
  get pending(): number {
    return this.#wakes.size
  }

  /** Lets `durationMs` pass, running every timer due and the promise reactions after each. */
  async advance(durationMs: number): Promise<void> {
    const untilMs = this.#nowMs + durationMs
    await settle()
    for (let next = this.#wakes.first(); next && next.atMs <= untilMs; next = this.#wakes.first()) {
      this.#fire(next)
      await settle()
    }
    this.#nowMs = untilMs
  }

  /** Advances until `done` holds. Throws after `limitMs` of virtual time, or when no timer is left. */
  async until(done: () => boolean, limitMs = 3_600_000): Promise<void> {
    const untilMs = this.#nowMs + limitMs
    await settle()
    while (!done()) {
      const next = this.#wakes.first()
      if (!next || next.atMs > untilMs) throw new Error(`The condition did not come true within ${limitMs} ms of virtual time.`)
      this.#fire(next)
      await settle()
    }
  }

  /** Advances until `promise` settles and gives what it settles to. Throws as `until` does. */
  async settled<T>(promise: Promise<T>, limitMs?: number): Promise<T> {
    let done = false
    const finish = (): void => {
      done = true
    }
    promise.then(finish, finish)
    await this.until(() => done, limitMs)
    return promise
  }

  #fire(entry: HeapEntry): void {
    this.#wakes.remove(entry)
    this.#nowMs = entry.atMs
    entry.wake()
  }
}

/** Runs all promise reactions that are ready: the microtask queue is empty when a macrotask begins. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
