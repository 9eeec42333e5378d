import { once } from 'node:events'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import { type Flow, MessageFramer, type SendFailure, type SocketAddress, type TransportReceiver } from '@klinke/sip'
import type { PhoneHost } from './phone-host.ts'

export interface TlsHostOptions {
  /** PEM: what it proves itself by. */
  readonly key: string
  readonly certificate: string
  /** Where its media is. */
  readonly mediaPort: number
}

/**
 * The machine of a PBX that is called over TLS, as Microsoft's servers are: it takes connections, and sends its own requests over one that was
 * opened to it. Its TLS is Node's own.
 */
export class TlsHost implements PhoneHost, AsyncDisposable {
  readonly address = '127.0.0.1'
  readonly mediaPort: number
  /** All messages that came, oldest first. */
  readonly received: string[] = []
  readonly #server: Server
  readonly #flows = new Map<string, { readonly flow: Flow; readonly socket: TLSSocket }>()
  #receiver: TransportReceiver | undefined

  private constructor(server: Server, mediaPort: number) {
    this.#server = server
    this.mediaPort = mediaPort
    server.on('secureConnection', (socket) => this.#connected(socket))
  }

  /** Takes connections when it settles. */
  static async listen({ key, certificate, mediaPort }: TlsHostOptions): Promise<TlsHost> {
    const server = createServer({ key, cert: certificate, minVersion: 'TLSv1.2' })
    const host = new TlsHost(server, mediaPort)
    server.listen(0, host.address)
    await once(server, 'listening')
    return host
  }

  get port(): number {
    const at = this.#server.address()
    return at === null || typeof at === 'string' ? 0 : at.port
  }

  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  /** Whoever it calls, it calls over the connection that it has. */
  existing(): Flow | undefined {
    return [...this.#flows.values()].at(-1)?.flow
  }

  open(): Promise<Flow> {
    const flow = this.existing()
    return flow === undefined ? Promise.reject(new Error('nobody has connected')) : Promise.resolve(flow)
  }

  flow(id: string): Flow | undefined {
    return this.#flows.get(id)?.flow
  }

  send({ id }: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    const socket = this.#flows.get(id)?.socket
    if (socket === undefined) queueMicrotask(() => failed?.({ kind: 'flow-gone', detail: 'the connection is closed' }))
    else socket.write(message)
  }

  advertised(): SocketAddress {
    return { address: this.address, port: this.port }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const { socket } of this.#flows.values()) socket.destroy()
    await closed
  }

  #connected(socket: TLSSocket): void {
    const remote = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
    const flow: Flow = { id: `tls-${remote.port}`, protocol: 'TLS', local: this.advertised(), remote }
    const framer = new MessageFramer('server')
    this.#flows.set(flow.id, { flow, socket })
    socket.on('data', (data: Buffer) => {
      for (const event of framer.push(data)) {
        if (event.kind === 'ping') socket.write('\r\n')
        if (event.kind !== 'message') continue
        this.received.push(Buffer.from(event.bytes).toString())
        this.#receiver?.received(event.bytes, flow)
      }
    })
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      this.#flows.delete(flow.id)
      this.#receiver?.flowClosed(flow)
    })
  }
}
