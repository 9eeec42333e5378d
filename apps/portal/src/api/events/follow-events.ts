import { type LiveEvent, readStreamMessage, TOPICS } from './event.ts'

export interface Following {
  /** Only of this customer; absent: of all that the session sees. */
  readonly tenantId?: string
  readonly event: (event: LiveEvent) => void
  /** Everything has to be read again. */
  readonly resync: () => void
  /** Whether events arrive. */
  readonly live: (isLive: boolean) => void
  /** The session is no more. */
  readonly ended: () => void
}

/** The server sends a heartbeat every 10 s. */
const SILENT_MS = 25_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** The server's word for a session that has ended. */
const SESSION_ENDED = 4401

/** Follows the event stream over lost connections, with longer and longer waits between; gives what ends it. */
export function followEvents(following: Following): () => void {
  const connection = new Connection(following)
  connection.open()
  return () => connection.close()
}

class Connection {
  readonly #following: Following
  #socket: WebSocket | undefined
  #lastId: string | undefined
  #waitMs = FIRST_WAIT_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(following: Following) {
    this.#following = following
  }

  open(): void {
    const socket = new WebSocket(this.#url())
    this.#socket = socket
    this.#watch()
    socket.onmessage = ({ data }) => this.#heard(String(data))
    socket.onclose = ({ code }) => this.#lost(socket, code)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#socket?.close()
  }

  #url(): string {
    const { tenantId } = this.#following
    const query = new URLSearchParams({
      topics: TOPICS.join(','),
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(this.#lastId === undefined ? {} : { after: this.#lastId }),
    })
    return `${location.origin.replace(/^http/, 'ws')}/api/v1/events?${query}`
  }

  #heard(text: string): void {
    this.#watch()
    const message = readStreamMessage(text)
    if (message?.kind === 'resync') this.#following.resync()
    if (message?.kind === 'alive') {
      this.#lastId = message.lastId ?? this.#lastId
      this.#waitMs = FIRST_WAIT_MS
      this.#following.live(true)
    }
    if (message?.kind === 'event') {
      this.#lastId = message.event.id
      this.#following.event(message.event)
    }
  }

  /** A connection without a word for so long is dead, whatever the browser thinks. */
  #watch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#socket?.close(), SILENT_MS)
  }

  #lost(socket: WebSocket, code: number): void {
    if (this.#isClosed || socket !== this.#socket) return
    this.#following.live(false)
    clearTimeout(this.#timer)
    if (code === SESSION_ENDED) {
      this.#following.ended()
      return
    }
    this.#timer = setTimeout(() => this.open(), this.#waitMs)
    this.#waitMs = Math.min(2 * this.#waitMs, LONGEST_WAIT_MS)
  }
}
