import { BoundedMap, type Clock } from '@klinke/foundation'

export interface RateLimitOptions {
  /** Requests a client may send at once after a pause. */
  readonly burst: number
  readonly perSecond: number
}

/** Clients known at a time; the one that came first is forgotten, which is in its favour. */
const MAX_CLIENTS = 10_000

interface Bucket {
  tokens: number
  atMs: number
}

/** A token bucket per client (API key, or address without one). */
export class RateLimit {
  readonly #options: RateLimitOptions
  readonly #clock: Clock
  readonly #buckets = new BoundedMap<string, Bucket>(MAX_CLIENTS)

  constructor(options: RateLimitOptions, clock: Clock) {
    this.#options = options
    this.#clock = clock
  }

  /** 0 when the request may pass; else the seconds after which one may. */
  take(client: string): number {
    const { burst, perSecond } = this.#options
    const nowMs = this.#clock.nowMs()
    let bucket = this.#buckets.get(client)
    if (!bucket) {
      bucket = { tokens: burst, atMs: nowMs }
      this.#buckets.set(client, bucket)
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1_000) * perSecond)
    bucket.atMs = nowMs
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
    bucket.tokens -= 1
    return 0
  }

  /** What a client has left, and after how many seconds it has all of it again. */
  left(client: string): { readonly requests: number; readonly fullInSeconds: number } {
    const { burst, perSecond } = this.#options
    const tokens = this.#buckets.get(client)?.tokens ?? burst
    return { requests: Math.floor(tokens), fullInSeconds: Math.ceil((burst - tokens) / perSecond) }
  }

  /** What was taken turned out not to count. */
  giveBack(client: string): void {
    const bucket = this.#buckets.get(client)
    if (bucket) bucket.tokens = Math.min(this.#options.burst, bucket.tokens + 1)
  }
}
