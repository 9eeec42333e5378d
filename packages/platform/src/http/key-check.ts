import { createHash } from 'node:crypto'
import { BoundedMap, type Clock } from '@klinke/foundation'
import type { Holder } from './api.ts'
import { TooManyRequests } from './errors.ts'
import { RateLimit, type RateLimitOptions } from './rate-limit.ts'

/** Keys remembered as good; one that is forgotten costs its next request a place in the limit of its address, for a moment. */
const MAX_GOOD_KEYS = 10_000

/**
 * Finds out whose key, or session, a request carries. A stranger's guess has to pass the limit of its address before it is looked up, so that guessers cost the
 * database nothing. A key that has been good before passes without: whoever guesses behind the same address keeps nobody out. It is looked up
 * all the same, each time, so that a revoked one is refused at once.
 */
export class KeyCheck {
  readonly #find: (key: string) => Promise<Holder | undefined>
  readonly #perAddress: RateLimit
  /** By hash: no key stays in memory. */
  readonly #good = new BoundedMap<string, true>(MAX_GOOD_KEYS)
  /** Look-ups under way: a client that begins with many requests at once is one stranger, not many. */
  readonly #asked = new Map<string, Promise<Holder | undefined>>()

  constructor(find: (key: string) => Promise<Holder | undefined>, limit: RateLimitOptions, clock: Clock) {
    this.#find = find
    this.#perAddress = new RateLimit(limit, clock)
  }

  /** The holder of `key`; undefined for none, or a wrong one. Rejects with `TooManyRequests` when the address has sent too many of those. */
  async holder(key: string | undefined, address: string): Promise<Holder | undefined> {
    if (key === undefined) {
      this.#take(address)
      return undefined
    }
    const hash = createHash('sha256').update(key).digest('base64')
    return this.#good.has(hash) ? this.#again(key, hash) : this.#first(key, hash, address)
  }

  async #again(key: string, hash: string): Promise<Holder | undefined> {
    const holder = await this.#find(key)
    if (holder === undefined) this.#good.delete(hash)
    return holder
  }

  #first(key: string, hash: string, address: string): Promise<Holder | undefined> {
    const asked = this.#asked.get(hash)
    if (asked !== undefined) return asked
    this.#take(address)
    const answer = this.#lookUp(key, hash, address).finally(() => this.#asked.delete(hash))
    this.#asked.set(hash, answer)
    return answer
  }

  async #lookUp(key: string, hash: string, address: string): Promise<Holder | undefined> {
    const holder = await this.#find(key)
    if (holder === undefined) return undefined
    this.#good.set(hash, true)
    this.#perAddress.giveBack(address)
    return holder
  }

  #take(address: string): void {
    const waitSeconds = this.#perAddress.take(address)
    if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
  }
}
