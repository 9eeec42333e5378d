import { createHash } from 'node:crypto'
import { BoundedMap, type Clock } from '@klinke/foundation'
import { networkOf } from '../sign-in/attempts.ts'
import type { Holder } from './api.ts'
import { TooManyRequests } from './errors.ts'
import type { RemembersHolders } from './follow-holders.ts'
import { RateLimit, type RateLimitOptions } from './rate-limit.ts'

/** Keys remembered as good; one that is forgotten costs its next request a place in the limit of its address, for a moment. */
const MAX_GOOD_KEYS = 10_000
/** So long a holder is believed without a look into the database: when nobody could tell that it was revoked, because the connection that tells is broken. */
const BELIEVED_MS = 5_000

/** A key that has been good, with its holder while that is to be believed. */
interface Good {
  readonly holder: Holder
  readonly untilMs: number
}

/**
 * Finds out whose key, or session, a request carries. A stranger's guess has to pass the limit of its address before it is looked up, so that guessers cost the
 * database nothing. A key that has been good before passes without: whoever guesses behind the same address keeps nobody out. Its holder is remembered
 * for a moment, because a page asks for ten things at once; `forget` is told of what is revoked, which is refused at once.
 */
export class KeyCheck implements RemembersHolders {
  readonly #find: (key: string) => Promise<Holder | undefined>
  readonly #perAddress: RateLimit
  readonly #clock: Clock
  /** By hash: no key stays in memory. */
  readonly #good = new BoundedMap<string, Good>(MAX_GOOD_KEYS)
  /** Look-ups under way: a client that begins with many requests at once is one stranger, not many. */
  readonly #asked = new Map<string, Promise<Holder | undefined>>()
  /** How often something was to be forgotten: a look-up that began before may have read what does not hold any more. */
  #forgotten = 0

  constructor(find: (key: string) => Promise<Holder | undefined>, limit: RateLimitOptions, clock: Clock) {
    this.#find = find
    this.#perAddress = new RateLimit(limit, clock)
    this.#clock = clock
  }

  /** The holder of `key`; undefined for none, or a wrong one. Rejects with `TooManyRequests` when the address has sent too many of those. */
  async holder(key: string | undefined, address: string): Promise<Holder | undefined> {
    if (key === undefined) {
      this.#take(address)
      return undefined
    }
    const hash = createHash('sha256').update(key).digest('base64')
    const good = this.#good.get(hash)
    if (good === undefined) return this.#once(hash, () => this.#first(key, hash, address))
    if (this.#clock.nowMs() < good.untilMs) return good.holder
    return this.#once(hash, () => this.#lookUp(key, hash))
  }

  forget(id: string | undefined): void {
    this.#forgotten++
    this.#asked.clear()
    for (const [hash, good] of this.#good.entries()) {
      const { holder } = good
      if (id === undefined || [holder.id, holder.session?.id, holder.madeBy].includes(id)) this.#good.set(hash, { holder, untilMs: 0 })
    }
  }

  #once(hash: string, ask: () => Promise<Holder | undefined>): Promise<Holder | undefined> {
    const asked = this.#asked.get(hash)
    if (asked !== undefined) return asked
    const answer = ask().finally(() => {
      if (this.#asked.get(hash) === answer) this.#asked.delete(hash)
    })
    this.#asked.set(hash, answer)
    return answer
  }

  async #first(key: string, hash: string, address: string): Promise<Holder | undefined> {
    this.#take(address)
    const holder = await this.#lookUp(key, hash)
    if (holder !== undefined) this.#perAddress.giveBack(networkOf(address))
    return holder
  }

  async #lookUp(key: string, hash: string): Promise<Holder | undefined> {
    const forgotten = this.#forgotten
    const holder = await this.#find(key)
    if (holder === undefined) this.#good.delete(hash)
    else this.#good.set(hash, { holder, untilMs: forgotten === this.#forgotten ? this.#clock.nowMs() + BELIEVED_MS : 0 })
    return holder
  }

  #take(address: string): void {
    const waitSeconds = this.#perAddress.take(networkOf(address))
    if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
  }
}
