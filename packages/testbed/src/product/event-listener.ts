import { once } from 'node:events'
import { eventually, within } from '../waiting.ts'

const OPEN_WITHIN_MS = 20_000

/** A message of the event stream, as far as tests read it. */
export interface HeardEvent {
  readonly kind: string
  readonly id?: string
  readonly type?: string
  readonly tenantId?: string
  readonly data?: Readonly<Record<string, unknown>>
  /** On the axis of `performance.now()`. */
  readonly heardAtMs: number
}

/** A client of the product's event stream: a program with a key, or a browser's window with a cookie. */
export class EventListener implements AsyncDisposable {
  readonly heard: HeardEvent[] = []
  /** When the server has cut it, and with which code. */
  cut: { readonly code: number; readonly atMs: number } | undefined
  readonly #socket: WebSocket

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('close', ({ code }) => {
      this.cut = { code, atMs: performance.now() }
    })
    socket.addEventListener('message', ({ data }) => {
      this.heard.push({ ...(JSON.parse(String(data)) as Omit<HeardEvent, 'heardAtMs'>), heardAtMs: performance.now() })
    })
  }

  /** @param url of the API, such as `http://127.0.0.1:8080/api/v1`. */
  static async open(url: string, query: string, headers: Readonly<Record<string, string>>): Promise<EventListener> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/events?${query}`, { headers })
    const listener = new EventListener(socket)
    const refused = once(socket, 'error').then(() => {
      throw new Error('The event stream was refused.')
    })
    await within(OPEN_WITHIN_MS, 'the event stream', Promise.race([once(socket, 'open'), refused]))
    await listener.message('subscribed', ({ kind }) => kind === 'subscribed')
    return listener
  }

  /** The id of the last event heard. */
  get lastId(): string | undefined {
    return this.heard.findLast(({ id }) => id !== undefined)?.id
  }

  say(message: unknown): void {
    this.#socket.send(JSON.stringify(message))
  }

  /** The first message that is so, heard or to come. */
  message(what: string, is: (message: HeardEvent) => boolean): Promise<HeardEvent> {
    return eventually(what, () => this.heard.find(is), { shown: () => this.heard.map(({ kind, type }) => type ?? kind).join(', ') })
  }

  /** The first event of that type whose data are so. */
  event(type: string, is: (data: Readonly<Record<string, unknown>>) => boolean = () => true): Promise<HeardEvent> {
    return this.message(type, (message) => message.type === type && is(message.data ?? {}))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close()
  }
}
