import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, Server as TlsServer } from 'node:tls'
import type { SocketAddress } from '@klinke/sip'
import { plainAddress } from '../address/plain-address.ts'
import { listenError } from '../errors.ts'
import type { ListenAddress } from '../listen-address.ts'
import type { ServerIdentity } from '../tls/server-identity.ts'
import type { TransportCore } from '../transport-core.ts'
import type { ConnectionTable } from './connection-table.ts'
import { StreamConnection } from './stream-connection.ts'

/** Connections that the kernel holds ready until they are accepted. */
const BACKLOG = 1024

/** The certificates of a TLS listener. */
export interface ListenerTls {
  /** Shown to peers that name no server, or one not in the table. */
  readonly identity: ServerIdentity
  /** By the server name the peer asks for (SNI). */
  readonly byServerName: ReadonlyMap<string, ServerIdentity>
}

/** A listening TCP or TLS socket. */
export class StreamListener {
  readonly protocol: 'TCP' | 'TLS'
  readonly bound: SocketAddress
  readonly #server: Server

  private constructor(protocol: 'TCP' | 'TLS', server: Server, bound: SocketAddress) {
    this.protocol = protocol
    this.#server = server
    this.bound = bound
  }

  /** Binds a socket. Rejects with `PortInUse` or `CannotListen`. */
  static async open(
    core: TransportCore,
    connections: ConnectionTable,
    listen: ListenAddress,
    tls: ListenerTls | undefined,
  ): Promise<StreamListener> {
    const protocol = listen.protocol === 'TLS' ? 'TLS' : 'TCP'
    const accept = (socket: Socket): void => acceptConnection(core, connections, socket, protocol)
    const server = tls ? tlsServer(core, tls, accept) : createServer(accept)
    server.prependListener('connection', (socket: Socket) => takePlace(connections, socket))
    try {
      server.listen({ port: listen.port, host: listen.address, ipv6Only: true, backlog: BACKLOG })
      await once(server, 'listening')
    } catch (error) {
      throw listenError(listen, error)
    }
    server.on('error', (error) => core.logger.error('A SIP listener failed', { transport: protocol, address: listen.address, error }))
    const address = server.address()
    if (address === null || typeof address === 'string') throw listenError(listen, new Error('the socket has no address'))
    return new StreamListener(protocol, server, { address: address.address, port: address.port })
  }

  /** Shows another certificate in new handshakes to peers that name no server. Without TLS it has none to show. */
  useIdentity({ key, certificate }: ServerIdentity): void {
    if (this.#server instanceof TlsServer) this.#server.setSecureContext({ key, cert: certificate, minVersion: 'TLSv1.2' })
  }

  /** Stops listening. Open connections stay. */
  close(): void {
    this.#server.close()
  }
}

/** Counts a connection from its first moment, before a TLS handshake; one too many is reset. */
function takePlace(connections: ConnectionTable, socket: Socket): void {
  const release = connections.takePlace(plainAddress(socket.remoteAddress ?? ''))
  if (release) socket.once('close', release)
  else socket.resetAndDestroy()
}

function tlsServer(core: TransportCore, { identity, byServerName }: ListenerTls, accept: (socket: Socket) => void): Server {
  const server = createTlsServer(
    {
      key: identity.key,
      cert: identity.certificate,
      minVersion: 'TLSv1.2',
      handshakeTimeout: core.limits.messageTimeoutMs,
      ALPNCallback: ({ protocols }) => protocols.find((protocol) => protocol === 'sip'),
    },
    accept,
  )
  for (const [name, other] of byServerName) server.addContext(name, { key: other.key, cert: other.certificate })
  return server
}

function acceptConnection(core: TransportCore, connections: ConnectionTable, socket: Socket, protocol: 'TCP' | 'TLS'): void {
  const { remoteAddress, remotePort, localAddress, localPort } = socket
  if (remoteAddress === undefined || remotePort === undefined || localAddress === undefined || localPort === undefined) {
    // It was closed again before we came to see it.
    socket.destroy()
    return
  }
  const flow = {
    id: connections.flowId(protocol),
    protocol,
    local: { address: plainAddress(localAddress), port: localPort },
    remote: { address: plainAddress(remoteAddress), port: remotePort },
  }
  connections.add(new StreamConnection(core, socket, flow, 'server', (gone) => connections.remove(gone)))
}
