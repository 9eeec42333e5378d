import { KlinkeError } from '@klinke/foundation'
import type { TransportProtocol } from '@klinke/sip'
import { isWildcard } from './address/plain-address.ts'
import { errorCode, PortInUse } from './errors.ts'
import type { ListenAddress } from './listen-address.ts'
import type { ConnectionTable } from './stream/connection-table.ts'
import { StreamListener } from './stream/stream-listener.ts'
import type { TransportCore } from './transport-core.ts'
import type { TlsOptions, TransportOptions } from './transport-options.ts'
import { UdpSocket } from './udp/udp-socket.ts'

/** How often to look for a port that is free for UDP and TCP alike. */
const PORT_TRIES = 20

/** The bound sockets of a transport. */
export class Listeners {
  readonly udp: UdpSocket[] = []
  readonly streams: StreamListener[] = []

  /** The first port that a stream protocol listens on. */
  streamPort(protocol: TransportProtocol): number | undefined {
    return this.streams.find((listener) => listener.protocol === protocol)?.bound.port
  }

  async close(): Promise<void> {
    for (const listener of this.streams.splice(0)) listener.close()
    await Promise.all(this.udp.splice(0).map((socket) => socket.close()))
  }
}

/**
 * Binds all addresses, or none. Entries with port 0 share the port that the first of them got: all UDP and TCP ones,
 * and all TLS ones.
 */
export async function openListeners(core: TransportCore, connections: ConnectionTable, options: TransportOptions): Promise<Listeners> {
  for (let tries = 1; ; tries++) {
    const listeners = new Listeners()
    try {
      await bindAll(core, connections, options, listeners)
      return listeners
    } catch (error) {
      await listeners.close()
      const isPassing = error instanceof PortInUse && options.listen.some(({ port }) => port === 0)
      if (!isPassing || tries === PORT_TRIES) throw error
    }
  }
}

async function bindAll(core: TransportCore, connections: ConnectionTable, options: TransportOptions, into: Listeners): Promise<void> {
  const chosen = { plain: 0, tls: 0 }
  for (const asked of options.listen) {
    const group = asked.protocol === 'TLS' ? 'tls' : 'plain'
    const listen = asked.port === 0 ? { ...asked, port: chosen[group] } : asked
    const port = await bind(core, connections, listen, options.tls, into)
    if (asked.port === 0 && port !== undefined) chosen[group] = port
  }
}

async function bind(
  core: TransportCore,
  connections: ConnectionTable,
  listen: ListenAddress,
  tls: TlsOptions | undefined,
  into: Listeners,
): Promise<number | undefined> {
  try {
    if (listen.protocol === 'UDP') {
      const socket = await UdpSocket.open(core, listen, into.udp.length)
      into.udp.push(socket)
      return socket.bound.port
    }
    const listener = await StreamListener.open(core, connections, listen, tlsOf(listen, tls))
    into.streams.push(listener)
    return listener.bound.port
  } catch (error) {
    if (!(error instanceof KlinkeError && isMissingFamily(listen, error.cause))) throw error
    core.logger.warn('This machine has no such address family; SIP does not listen there', {
      transport: listen.protocol,
      address: listen.address,
    })
    return undefined
  }
}

function tlsOf(listen: ListenAddress, tls: TlsOptions | undefined): Parameters<typeof StreamListener.open>[3] {
  if (listen.protocol !== 'TLS') return undefined
  if (!tls) throw new KlinkeError('no-certificate', 'SIP over TLS needs a certificate.')
  return { identity: tls.identity, byServerName: tls.byServerName ?? new Map() }
}

/** IPv6 is often switched off; the wildcard then stands for nothing. */
function isMissingFamily({ address }: ListenAddress, cause: unknown): boolean {
  const code = errorCode(cause)
  return isWildcard(address) && (code === 'EAFNOSUPPORT' || (code === 'EADDRNOTAVAIL' && address === '::'))
}
