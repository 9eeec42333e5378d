import { Channel } from '@klinke/foundation'
import type { RegistrationChange, RegistrationFeed } from './registrar.ts'

/** Changes that wait for one reader; more are lost, and the reader is told. */
export const MAX_UNREAD_CHANGES = 4_096

/** The readers of the changes, each at its own pace. */
export class ChangeFeeds {
  readonly #feeds = new Set<Feed>()

  open(): RegistrationFeed {
    const feed = new Feed(() => this.#feeds.delete(feed))
    this.#feeds.add(feed)
    return feed
  }

  tell(change: RegistrationChange): void {
    for (const feed of this.#feeds) feed.tell(change)
  }

  close(): void {
    for (const feed of [...this.#feeds]) feed.close()
  }
}

class Feed implements RegistrationFeed {
  // One place more than counted: for the word that changes were missed.
  readonly #channel = new Channel<RegistrationChange>(MAX_UNREAD_CHANGES + 1)
  readonly #closed: () => void
  #unread = 0

  constructor(closed: () => void) {
    this.#closed = closed
  }

  tell(change: RegistrationChange): void {
    if (this.#unread > MAX_UNREAD_CHANGES) return
    this.#channel.send(this.#unread === MAX_UNREAD_CHANGES ? { kind: 'missed' } : change)
    this.#unread++
  }

  close(): void {
    this.#channel.close()
    this.#closed()
  }

  async *[Symbol.asyncIterator](): AsyncIterator<RegistrationChange> {
    for await (const change of this.#channel) {
      this.#unread--
      yield change
    }
  }
}
