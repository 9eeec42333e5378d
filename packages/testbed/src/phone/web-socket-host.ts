import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Flow, SendFailure, SocketAddress, TransportReceiver, TransportTarget } from '@klinke/sip'
import { within } from '../waiting.ts'
import type { PhoneHost } from './phone-host.ts'

const OPEN_WITHIN_MS = 20_000
const CLOSED_WITHIN_MS = 20_000

/**
 * The machine of a phone in a browser: one WebSocket to its server, by Node's own client, and no address that anybody could
 * reach (RFC 7118 §5). Its SIP knows nothing else.
 */
export class WebSocketHost implements PhoneHost, AsyncDisposable {
  readonly address = '127.0.0.1'
  readonly mediaPort: number
  readonly #socket: WebSocket
  readonly #flow: Flow
  /** A browser does not know its address; this name stands for it (RFC 7118 §5, Appendix B.1). */
  readonly #name = `${randomUUID()}.invalid`
  #receiver: TransportReceiver | undefined

  private constructor(socket: WebSocket, server: SocketAddress, mediaPort: number) {
    this.mediaPort = mediaPort
    this.#socket = socket
    this.#flow = {
      id: this.#name,
      protocol: socket.url.startsWith('wss:') ? 'WSS' : 'WS',
      local: { address: this.#name, port: 1 },
      remote: server,
    }
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('message', ({ data }: { readonly data: unknown }) => {
      if (typeof data === 'string') this.#receiver?.received(Buffer.from(data), this.#flow)
      else if (data instanceof ArrayBuffer) this.#receiver?.received(new Uint8Array(data), this.#flow)
    })
    socket.addEventListener('close', () => this.#receiver?.flowClosed(this.#flow))
  }

  /** Connects to a `ws:` or `wss:` address with the subprotocol `sip`. Rejects when it is refused. */
  static async connect(url: string, mediaPort: number): Promise<WebSocketHost> {
    const socket = new WebSocket(url, 'sip')
    await within(OPEN_WITHIN_MS, `the WebSocket to ${url}`, once(socket, 'open'))
    const { hostname, port } = new URL(url)
    return new WebSocketHost(socket, { address: hostname, port: Number(port) }, mediaPort)
  }

  /** To name as the phone's server. */
  get server(): TransportTarget {
    return { protocol: this.#flow.protocol, remote: this.#flow.remote }
  }

  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  existing(): Flow | undefined {
    return this.#socket.readyState === WebSocket.OPEN ? this.#flow : undefined
  }

  open(): Promise<Flow> {
    return Promise.resolve(this.#flow)
  }

  flow(id: string): Flow | undefined {
    return id === this.#flow.id ? this.existing() : undefined
  }

  send(_flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    if (this.existing()) this.#socket.send(Buffer.from(message).toString())
    else queueMicrotask(() => failed?.({ kind: 'flow-gone', detail: 'the WebSocket is closed' }))
  }

  advertised(): SocketAddress {
    return this.#flow.local
  }

  /** Leaves without a word of SIP, as a browser does when its window is closed. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await within(CLOSED_WITHIN_MS, 'the end of the WebSocket', closed)
  }
}
