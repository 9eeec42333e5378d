import type { Clock, Timer } from '@klinke/foundation'

/** How a key press reached us: as an RFC 4733 event, as a tone in the audio, or in an INFO (RFC 6086). */
export type DigitSource = 'telephone-event' | 'inband' | 'info'

/** Keys that wait for a reader; what is typed ahead beyond that is lost. */
const MAX_UNREAD_DIGITS = 32
/** One key press may come on several ways; by another way within this time it is the same press. */
const SAME_PRESS_WITHIN_MS = 500

/** What came of waiting for a key: the key, nothing in time, or nobody is there any more to press one. */
export type NextDigit = { readonly kind: 'digit'; readonly digit: string } | { readonly kind: 'timeout' } | { readonly kind: 'gone' }

/**
 * The keys that one party presses, each once, by whatever way they come. What is typed before somebody asks is kept, so that a
 * user who knows a menu need not wait for it. One reader at a time; any number of others may listen in.
 */
export class Digits implements AsyncIterable<string> {
  readonly #clock: Clock
  readonly #unread: string[] = []
  readonly #listeners = new Set<(digit: string) => void>()
  #reader: ((next: NextDigit) => void) | undefined
  #last: { readonly digit: string; readonly by: DigitSource; readonly atMs: number } | undefined
  #closed = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The party pressed a key: 0–9, `*`, `#`, A–D. */
  pressed(digit: string, by: DigitSource): void {
    const atMs = this.#clock.nowMs()
    const last = this.#last
    if (last !== undefined && last.digit === digit && last.by !== by && atMs - last.atMs < SAME_PRESS_WITHIN_MS) return
    this.#last = { digit, by, atMs }
    for (const listener of this.#listeners) listener(digit)
    if (this.#reader !== undefined) this.#answer({ kind: 'digit', digit })
    else if (!this.#closed && this.#unread.length < MAX_UNREAD_DIGITS) this.#unread.push(digit)
  }

  /** The next key; a key that waits already is given at once. A second reader sends the first away as `gone`. */
  next(withinMs?: number): Promise<NextDigit> {
    this.#answer({ kind: 'gone' })
    const waiting = this.#unread.shift()
    if (waiting !== undefined) return Promise.resolve({ kind: 'digit', digit: waiting })
    if (this.#closed) return Promise.resolve({ kind: 'gone' })
    return new Promise((resolve) => {
      let timer: Timer | undefined
      this.#reader = (next) => {
        timer?.cancel()
        resolve(next)
      }
      if (withinMs !== undefined) timer = this.#clock.after(withinMs, () => this.#answer({ kind: 'timeout' }))
    })
  }

  /** Somebody waits for a key. */
  get awaited(): boolean {
    return this.#reader !== undefined
  }

  /** Sends the reader away, if there is one. */
  interrupt(): void {
    this.#answer({ kind: 'gone' })
  }

  /** Hears every key, without taking it from the reader, until the returned function is called. */
  listen(listener: (digit: string) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** What was typed ahead does not count: a question that has just come up needs an answer of its own. */
  forget(): void {
    this.#unread.length = 0
  }

  /** The party is gone. */
  close(): void {
    this.#closed = true
    this.#listeners.clear()
    this.#answer({ kind: 'gone' })
  }

  /** Every key until the party is gone. */
  async *[Symbol.asyncIterator](): AsyncIterator<string> {
    for (;;) {
      const next = await this.next()
      if (next.kind !== 'digit') return
      yield next.digit
    }
  }

  #answer(next: NextDigit): void {
    const reader = this.#reader
    this.#reader = undefined
    reader?.(next)
  }
}
