import { Channel } from '@klinke/foundation'

/** Changes that wait for one reader; more are lost, and the reader is told. */
export const MAX_UNREAD_CHANGES = 4_096

/** Changes were lost: the reader looks at the whole again. */
export interface Missed {
  readonly kind: 'missed'
}

/** Changes as they happen, until `close`. One reader. */
export interface ChangeFeed<Change> extends AsyncIterable<Change | Missed> {
  close(): void
}

/** The readers of changes, each at its own pace. A change says whom it is `About`, which readers may choose by. */
export class ChangeFeeds<Change extends About, About = unknown> {
  readonly #feeds = new Set<Feed<Change, About>>()

  /** @param wants what the reader is told of; asked anew for each change. Absent: everything. */
  open(wants: (about: About) => boolean = () => true): ChangeFeed<Change> {
    const feed = new Feed<Change, About>(wants, () => this.#feeds.delete(feed))
    this.#feeds.add(feed)
    return feed
  }

  /** Somebody would read such a change: else it need not be made. */
  wanted(about: About): boolean {
    for (const feed of this.#feeds) if (feed.wants(about)) return true
    return false
  }

  tell(change: Change): void {
    for (const feed of this.#feeds) if (feed.wants(change)) feed.tell(change)
  }

  close(): void {
    for (const feed of [...this.#feeds]) feed.close()
  }
}

class Feed<Change, About> implements ChangeFeed<Change> {
  readonly wants: (about: About) => boolean
  // One place more than counted: for the word that changes were missed.
  readonly #channel = new Channel<Change | Missed>(MAX_UNREAD_CHANGES + 1)
  readonly #closed: () => void
  #unread = 0

  constructor(wants: (about: About) => boolean, closed: () => void) {
    this.wants = wants
    this.#closed = closed
  }

  tell(change: Change): void {
    if (this.#unread > MAX_UNREAD_CHANGES) return
    this.#channel.send(this.#unread === MAX_UNREAD_CHANGES ? { kind: 'missed' } : change)
    this.#unread++
  }

  close(): void {
    this.#channel.close()
    this.#closed()
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Change | Missed> {
    for await (const change of this.#channel) {
      this.#unread--
      yield change
    }
  }
}
