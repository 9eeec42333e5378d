import { TurnoverMap } from './turnover-map.ts'

/**
 * A map that holds at most `limit` entries; inserting one more evicts the oldest insertion.
 * Every table that a peer can fill is one of these.
 */
export class BoundedMap<K, V> {
  readonly limit: number
  readonly #entries = new TurnoverMap<K, V>()
  readonly #onEvict: ((key: K, value: V) => void) | undefined

  constructor(limit: number, onEvict?: (key: K, value: V) => void) {
    this.limit = limit
    this.#onEvict = onEvict
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: K): V | undefined {
    return this.#entries.get(key)
  }

  has(key: K): boolean {
    return this.#entries.has(key)
  }

  set(key: K, value: V): void {
    if (!this.#entries.has(key) && this.#entries.size >= this.limit) this.#evictOldest()
    this.#entries.set(key, value)
  }

  delete(key: K): boolean {
    return this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
  }

  entries(): IterableIterator<[K, V]> {
    return this.#entries.entries()
  }

  values(): IterableIterator<V> {
    return this.#entries.values()
  }

  #evictOldest(): void {
    const oldest = this.#entries.entries().next()
    if (oldest.done === true) return
    const [key, value] = oldest.value
    this.#entries.delete(key)
    this.#onEvict?.(key, value)
  }
}
