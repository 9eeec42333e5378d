import type { IncomingMessage, Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { type WebSocket, WebSocketServer } from 'ws'
import { plainAddress } from '../address/plain-address.ts'
import type { ConnectionTable } from '../stream/connection-table.ts'
import type { TransportCore } from '../transport-core.ts'
import { WebSocketConnection } from './websocket-connection.ts'

/** Path on the HTTP server. */
const PATH = '/sip'
const SUBPROTOCOL = 'sip'

/** Makes SIP connections of HTTP upgrade requests to `/sip` (RFC 7118 §4). */
export class WebSocketAcceptor {
  readonly #core: TransportCore
  readonly #connections: ConnectionTable
  readonly #handshakes: WebSocketServer

  constructor(core: TransportCore, connections: ConnectionTable) {
    this.#core = core
    this.#connections = connections
    this.#handshakes = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: core.limits.maxMessageBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
    })
  }

  /**
   * Serves `/sip` of an HTTP or HTTPS server; other paths stay with the server's other listeners. `mayEnter` says who may come in by this
   * server, where another one is for the rest.
   */
  attach(server: Pick<Server, 'on' | 'listenerCount'>, mayEnter: (request: IncomingMessage) => boolean = () => true): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (isOurs(request)) mayEnter(request) ? this.accept(request, socket, head) : refuse(socket, '403 Forbidden')
      else if (server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found')
    })
  }

  /** Takes over one upgrade request. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { remoteAddress, remotePort, localAddress, localPort } = request.socket
    if (remoteAddress === undefined || remotePort === undefined || localAddress === undefined || localPort === undefined) {
      socket.destroy()
      return
    }
    if (!offersSip(request)) {
      refuse(socket, '400 Bad Request')
      return
    }
    const release = this.#connections.takePlace(plainAddress(remoteAddress))
    if (!release) {
      refuse(socket, '503 Service Unavailable')
      return
    }
    socket.once('close', release)
    const protocol = request.socket instanceof TLSSocket ? 'WSS' : 'WS'
    if (socket instanceof Socket) socket.setNoDelay(true)
    this.#handshakes.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      const flow = {
        id: this.#connections.flowId(protocol),
        protocol,
        local: { address: plainAddress(localAddress), port: localPort },
        remote: { address: plainAddress(remoteAddress), port: remotePort },
      } as const
      this.#connections.add(new WebSocketConnection(this.#core, webSocket, flow, (gone) => this.#connections.remove(gone)))
    })
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function isOurs(request: IncomingMessage): boolean {
  return (request.url ?? '').split('?')[0] === PATH
}

/** A client must offer the subprotocol `sip` (RFC 7118 §4.1). */
function offersSip(request: IncomingMessage): boolean {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').some((name) => name.trim() === SUBPROTOCOL)
}
