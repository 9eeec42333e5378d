import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { within } from '../waiting.ts'
import { NetstringReader, writeNetstring } from './netstring.ts'

/** What baresip reports, such as `CALL_ESTABLISHED`. */
export interface BaresipEvent {
  readonly type: string
  /** What the type says it is: a URI, a reason, a status. */
  readonly param: string
  readonly peeruri?: string
  /** The name that its display shows for the peer. */
  readonly peerdisplayname?: string
}

interface Message {
  readonly event?: boolean
  readonly response?: boolean
  readonly type?: string
  readonly param?: string
  readonly peeruri?: string
  readonly peerdisplayname?: string
  readonly ok?: boolean
  readonly data?: string
}

const CONNECT_WITHIN_MS = 20_000
/** A command is answered at once, or never: a baresip that has died or hangs. */
const ANSWER_WITHIN_MS = 20_000
/** Events not yet asked for; a call makes about ten. */
const EVENT_LIMIT = 1000

/** baresip's remote control (module ctrl_tcp): commands go in, events come out. */
export class BaresipControl {
  readonly #socket: Socket
  readonly #events: BaresipEvent[] = []
  readonly #responses: ((message: Message) => void)[] = []
  readonly #watchers = new Map<string, () => void>()
  #eventCame: () => void = () => undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    const reader = new NetstringReader()
    socket.on('data', (chunk: Buffer) => {
      for (const text of reader.push(chunk)) this.#take(JSON.parse(text) as Message)
    })
    // The process may go before the connection does; its end is noticed where it is waited for.
    socket.on('error', () => undefined)
  }

  static async connect(port: number): Promise<BaresipControl> {
    const socket = connect(port, '127.0.0.1')
    try {
      await within(CONNECT_WITHIN_MS, `the connection to baresip's remote control at port ${port}`, once(socket, 'connect'))
    } catch (error) {
      socket.destroy()
      throw error
    }
    return new BaresipControl(socket)
  }

  /** Runs one command of baresip's menu by its long name. Throws what it complains about, or that it does not answer. */
  async command(command: string, params = ''): Promise<string> {
    const { promise: answer, resolve, reject } = Promise.withResolvers<Message>()
    this.#responses.push(resolve)
    const unanswered = (): void => reject(new Error(`baresip did not answer "${command} ${params}".`))
    const timer = setTimeout(unanswered, ANSWER_WITHIN_MS)
    this.#socket.once('close', unanswered)
    this.#socket.write(writeNetstring(JSON.stringify({ command, params, token: command })))
    const { ok, data = '' } = await answer.finally(() => {
      clearTimeout(timer)
      this.#socket.off('close', unanswered)
    })
    if (!ok) throw new Error(`baresip refused "${command} ${params}": ${data}`)
    return data
  }

  /** Takes the oldest event of one of these types that nobody has taken yet; waits until `deadlineMs` for it. */
  async event(types: readonly string[], deadlineMs: number): Promise<BaresipEvent | undefined> {
    const deadline = performance.now() + deadlineMs
    for (;;) {
      const index = this.#events.findIndex(({ type }) => types.includes(type))
      const [event] = index < 0 ? [] : this.#events.splice(index, 1)
      if (event) return event
      const leftMs = deadline - performance.now()
      if (leftMs <= 0) return undefined
      await this.#nextEvent(leftMs)
    }
  }

  /** Calls `then` whenever such an event comes, whoever takes it. One watcher a type. */
  whenever(type: string, then: () => void): void {
    this.#watchers.set(type, then)
  }

  /** Nobody asks any more for the events that have come. */
  forget(): void {
    this.#events.length = 0
  }

  /** Types of the events nobody has taken, for failure messages. */
  get untaken(): string {
    return this.#events.map(({ type, param }) => `${type} ${param}`).join(', ')
  }

  close(): void {
    this.#socket.destroy()
  }

  #nextEvent(deadlineMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, deadlineMs)
      this.#eventCame = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #take(message: Message): void {
    if (message.response) this.#responses.shift()?.(message)
    if (!message.event || !message.type) return
    const { type, param = '', peeruri, peerdisplayname } = message
    this.#events.push({ type, param, ...(peeruri && { peeruri }), ...(peerdisplayname && { peerdisplayname }) })
    if (this.#events.length > EVENT_LIMIT) this.#events.shift()
    this.#watchers.get(type)?.()
    this.#eventCame()
  }
}
