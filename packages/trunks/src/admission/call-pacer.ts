import type { CallRate } from './call-rate.ts'

/** What becomes of a call that asks for its turn. */
export type Turn =
  | { readonly kind: 'go'; readonly waitMs: number }
  /** Too many wait already. After so long there is room again. */
  | { readonly kind: 'too-fast'; readonly retryAfterSeconds: number }

/**
 * Calls of one account, trunk or customer one after the other, never closer than the gap that its rate allows (TRK-04): who comes early waits
 * for a moment, and nobody is cut off. One number is kept for each of those who have called, which are as many as are configured.
 */
export class CallPacer {
  /** Time of the monotonic clock at which the next call of each may go. */
  readonly #nextMs = new Map<string, number>()

  ask(key: string, { gapMs, maxWaiting, maxWaitMs }: CallRate, nowMs: number): Turn {
    const nextMs = Math.max(this.#nextMs.get(key) ?? nowMs, nowMs)
    const waitMs = nextMs - nowMs
    const longestMs = Math.min(maxWaitMs, maxWaiting * gapMs)
    if (waitMs > longestMs) return { kind: 'too-fast', retryAfterSeconds: Math.max(1, Math.ceil((waitMs - longestMs) / 1000)) }
    this.#nextMs.set(key, nextMs + gapMs)
    return { kind: 'go', waitMs }
  }

  /** Calls that wait for their turn. */
  waiting(key: string, { gapMs }: CallRate, nowMs: number): number {
    // The last turn given is a gap before the next one.
    return Math.max(0, Math.ceil(((this.#nextMs.get(key) ?? 0) - gapMs - nowMs) / gapMs))
  }
}
