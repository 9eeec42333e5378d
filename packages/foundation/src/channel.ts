import { KlinkeError } from './errors.ts'

export class ChannelFull extends KlinkeError {
  constructor(limit: number) {
    super('channel-full', `The channel holds ${limit} unread items, its limit.`)
  }
}

/**
 * A bounded single-consumer queue read as an async iterable. Reading ends after `close`, once all items
 * written before are read. An item with no reader waits; one more than `limit` waiting throws.
 */
export class Channel<T> implements AsyncIterable<T> {
  readonly #limit: number
  readonly #items: T[] = []
  #waiting: ((result: IteratorResult<T>) => void) | undefined
  #closed = false

  constructor(limit = 64) {
    this.#limit = limit
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Hands an item to the reader. After `close` the item is dropped and `false` returned. */
  send(item: T): boolean {
    if (this.#closed) return false
    const reader = this.#waiting
    if (reader) {
      this.#waiting = undefined
      reader({ done: false, value: item })
      return true
    }
    if (this.#items.length >= this.#limit) throw new ChannelFull(this.#limit)
    this.#items.push(item)
    return true
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#waiting?.({ done: true, value: undefined })
    this.#waiting = undefined
  }

  /** The next item, or `undefined` once the channel is closed and empty. */
  async receive(): Promise<T | undefined> {
    const result = await this.#next()
    return result.done ? undefined : result.value
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return { next: () => this.#next(), return: () => Promise.resolve({ done: true, value: undefined }) }
  }

  #next(): Promise<IteratorResult<T>> {
    if (this.#items.length > 0) return Promise.resolve({ done: false, value: this.#items.shift() as T })
    if (this.#closed) return Promise.resolve({ done: true, value: undefined })
    if (this.#waiting) throw new KlinkeError('channel-shared', 'A channel has one reader; a second one waits already.')
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }
}
