import type { Clock, Timer } from '@klinke/foundation'

/** Generations in one lifetime: an entry outlives its time by a quarter at most. */
const GENERATIONS = 4

/**
 * What is left of transactions that are over, by key, until nothing more can come for them: the states of RFC 3261 §17 that
 * only wait for stragglers (timers D, I, J, L, M). Thousands of them stand at any time, so each costs one entry of a map and
 * no timer: they are kept in generations, and the oldest is forgotten as a whole.
 */
export class Lingering<T> {
  readonly #clock: Clock
  readonly #lifetimeMs: number
  readonly #limit: number
  /** The youngest first. */
  #generations: Map<string, T>[] = []
  #size = 0
  #timer: Timer | undefined

  /**
   * @param lifetimeMs how long an entry is kept at least; at most a quarter longer.
   * @param limit entries at a time; beyond that the oldest are forgotten before their time.
   */
  constructor(clock: Clock, lifetimeMs: number, limit: number) {
    this.#clock = clock
    this.#lifetimeMs = lifetimeMs
    this.#limit = limit
  }

  get size(): number {
    return this.#size
  }

  add(key: string, entry: T): void {
    let youngest = this.#generations[0]
    if (youngest === undefined || youngest.size >= this.#limit / GENERATIONS) youngest = this.#begin()
    const sizeBefore = youngest.size
    youngest.set(key, entry)
    this.#size += youngest.size - sizeBefore
    this.#timer ??= this.#clock.after(this.#lifetimeMs / GENERATIONS, () => this.#turn())
  }

  get(key: string): T | undefined {
    for (const generation of this.#generations) {
      const entry = generation.get(key)
      if (entry !== undefined) return entry
    }
    return undefined
  }

  clear(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#generations = []
    this.#size = 0
  }

  #turn(): void {
    this.#timer = undefined
    this.#begin()
    if (this.#size === 0) this.#generations = []
    else this.#timer = this.#clock.after(this.#lifetimeMs / GENERATIONS, () => this.#turn())
  }

  /** A new generation; with it the one ends that was begun more than a lifetime ago. */
  #begin(): Map<string, T> {
    const generation = new Map<string, T>()
    this.#generations.unshift(generation)
    // The youngest still fills: an entry is as old as the lifetime only when four more generations have begun after its own.
    const ended = this.#generations.length > GENERATIONS + 1 ? this.#generations.pop() : undefined
    this.#size -= ended?.size ?? 0
    return generation
  }
}
