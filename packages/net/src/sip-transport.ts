import { KlinkeError } from '@klinke/foundation'
import type { Flow, SendFailure, SocketAddress, Transport, TransportReceiver, TransportTarget } from '@klinke/sip'
import { LocalAddresses } from './address/local-addresses.ts'
import { familyOf, isWildcard } from './address/plain-address.ts'
import { advertisedAddress } from './advertised.ts'
import { FlowNotOpened } from './errors.ts'
import { DEFAULT_TRANSPORT_LIMITS } from './limits.ts'
import type { ListenAddress } from './listen-address.ts'
import { type Listeners, openListeners } from './listeners.ts'
import { SourceTable } from './source/source-table.ts'
import type { TransportCounters } from './statistics.ts'
import { ConnectionTable } from './stream/connection-table.ts'
import { Dialler } from './stream/dialler.ts'
import type { ServerIdentity } from './tls/server-identity.ts'
import { TransportCore } from './transport-core.ts'
import type { TransportOptions } from './transport-options.ts'
import { parseUdpFlowId, UdpFlow } from './udp/udp-flow.ts'
import { WebSocketAcceptor } from './websocket/websocket-acceptor.ts'

export interface TransportStatistics extends Readonly<TransportCounters> {
  readonly connections: number
  readonly sources: number
}

/** All SIP sockets of this server: the transport layer of RFC 3261 §18. */
export class SipTransport implements Transport {
  /** SIP over WebSocket on an HTTP server. */
  readonly webSocket: WebSocketAcceptor
  readonly #core: TransportCore
  readonly #connections: ConnectionTable
  readonly #dialler: Dialler
  readonly #listeners: Listeners
  readonly #publicAddress: string | undefined

  private constructor(core: TransportCore, connections: ConnectionTable, listeners: Listeners, options: TransportOptions) {
    this.#core = core
    this.#connections = connections
    this.#listeners = listeners
    this.#publicAddress = options.publicAddress
    this.#dialler = new Dialler(core, connections, { identity: options.tls?.identity, trusted: options.tls?.trusted ?? [] })
    this.webSocket = new WebSocketAcceptor(core, connections)
  }

  /** Opens all listening sockets. Rejects with `PortInUse` or `CannotListen`; then none is open. */
  static async open(options: TransportOptions): Promise<SipTransport> {
    const limits = { ...DEFAULT_TRANSPORT_LIMITS, ...options.limits }
    const { clock, logger, exempt = () => false } = options
    const sources = new SourceTable<UdpFlow>(limits, exempt)
    const core = new TransportCore({ clock, logger, limits, sources, exempt, localAddresses: new LocalAddresses(clock) })
    const connections = new ConnectionTable(core)
    return new SipTransport(core, connections, await openListeners(core, connections, options), options)
  }

  /** Plugs in what hears the messages; until then they are lost. */
  attach(receiver: TransportReceiver): void {
    this.#core.attach(receiver)
  }

  /** Proves itself with another certificate in new handshakes; open connections stay as they are. */
  useIdentity(identity: ServerIdentity): void {
    for (const listener of this.#listeners.streams) listener.useIdentity(identity)
    this.#dialler.useIdentity(identity)
  }

  /** Where it listens, with the ports that 0 became. */
  get listening(): readonly ListenAddress[] {
    const { udp, streams } = this.#listeners
    return [
      ...udp.map(({ bound }) => ({ protocol: 'UDP' as const, ...bound })),
      ...streams.map(({ protocol, bound }) => ({ protocol, ...bound })),
    ]
  }

  existing(target: TransportTarget): Flow | undefined {
    return target.protocol === 'UDP' ? this.#udpFlow(target) : this.#connections.to(target)
  }

  async open(target: TransportTarget, signal?: AbortSignal): Promise<Flow> {
    signal?.throwIfAborted()
    const existing = this.existing(target)
    if (existing) return existing
    switch (target.protocol) {
      case 'UDP':
        throw new FlowNotOpened(target, `there is no UDP socket for ${familyOf(target.remote.address)}`)
      case 'WS':
      case 'WSS':
        throw new FlowNotOpened(target, 'a WebSocket client is reached only over the connection it opened (RFC 7118 §5)')
      case 'TCP':
      case 'TLS':
        return untilAborted(this.#dialler.open(target), signal)
    }
  }

  flow(id: string): Flow | undefined {
    const udp = parseUdpFlowId(id)
    if (udp) return this.#listeners.udp[udp.index]?.flow(udp.remote)
    return this.#connections.get(id)?.flow
  }

  send(flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    const own = flow instanceof UdpFlow ? flow : this.flow(flow.id)
    if (own instanceof UdpFlow) {
      own.socket.send(own.remote, message, failed)
      return
    }
    const connection = this.#connections.get(flow.id)
    if (connection) connection.send(message, failed)
    else queueMicrotask(() => failed?.({ kind: 'flow-gone', detail: `the flow ${flow.id} is closed` }))
  }

  advertised(flow: Flow): SocketAddress {
    // A connection we opened comes from a passing port; requests shall come to the one we listen on (RFC 3261 §18.1.1).
    const port = flow.protocol === 'UDP' ? flow.local.port : (this.#listeners.streamPort(flow.protocol) ?? flow.local.port)
    return advertisedAddress(flow, port, this.#publicAddress, this.#core.localAddresses)
  }

  statistics(): TransportStatistics {
    return { ...this.#core.counters, connections: this.#connections.size, sources: this.#core.sources.size }
  }

  /** Milliseconds that a message waits at present before anybody looks at it; 0 without a UDP socket. */
  queueDelayMs(): number {
    return this.#core.queueProbe?.delayMs() ?? 0
  }

  /** Closes all sockets and connections at once. */
  async close(): Promise<void> {
    await this.#listeners.close()
    this.#connections.destroyAll()
  }

  #udpFlow({ remote, localAddress }: TransportTarget): Flow | undefined {
    const family = familyOf(remote.address)
    const socket = this.#listeners.udp.find(
      (candidate) =>
        candidate.family === family &&
        (localAddress === undefined || isWildcard(candidate.bound.address) || candidate.bound.address === localAddress),
    )
    return socket?.flow(remote)
  }
}

/** One waiter giving up does not end the connecting that others may wait for. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abandon = (): void =>
      reject(signal.reason instanceof Error ? signal.reason : new KlinkeError('aborted', 'Connecting was given up.'))
    signal.addEventListener('abort', abandon, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon))
  })
}
