import { KlinkeError } from '@klinke/foundation'
import type { Flow, SendFailure, SocketAddress, Transport, TransportProtocol, TransportReceiver, TransportTarget } from '@klinke/sip'
import type { SimulatedNat } from './nat.ts'
import type { SimulatedStream, StreamOwner } from './stream.ts'
import { show } from './trace.ts'

export type Ports = Readonly<Partial<Record<TransportProtocol, number>>>

/** The ports a host listens on unless told otherwise (RFC 3261 §18, RFC 7118). */
export const DEFAULT_PORTS: Ports = { UDP: 5060, TCP: 5060, TLS: 5061, WS: 80, WSS: 443 }

/** UDP payload over IPv4. */
const MAX_DATAGRAM_BYTES = 65_507

export interface HostOptions {
  /** Ports it listens on; default `DEFAULT_PORTS`. A host without UDP cannot use UDP. */
  readonly ports?: Ports
  /** The router it stands behind; its own address is then private. */
  readonly nat?: SimulatedNat
}

/** A connection is refused, or nobody answers. */
export class SimulatedConnectFailure extends KlinkeError {
  constructor(target: TransportTarget, why: string) {
    super('connect-failed', `${target.protocol} to ${show(target.remote)}: ${why}.`)
  }
}

/** One end of a stream, as its host keeps it. */
export interface Connection {
  readonly flow: Flow
  readonly stream: SimulatedStream
  /** The host at the other end. */
  readonly peer: SimulatedHost
}

/** What a host needs from the network it is plugged into. */
export interface Fabric {
  datagram(host: SimulatedHost, flow: Flow, message: Uint8Array, failed: ((failure: SendFailure) => void) | undefined): void
  segment(from: SimulatedHost, connection: Connection, message: Uint8Array): void
  connect(host: SimulatedHost, target: TransportTarget, signal: AbortSignal | undefined): Promise<Flow>
  soon(action: () => void): void
}

/** One machine on a simulated network: the SIP transport port of whatever runs on it. */
export class SimulatedHost implements Transport, StreamOwner {
  readonly address: string
  readonly ports: Ports
  readonly nat: SimulatedNat | undefined
  readonly #fabric: Fabric
  readonly #udpFlows = new Map<string, Flow>()
  readonly #streams = new Map<string, Connection>()
  #receiver: TransportReceiver | undefined
  #up = true

  /** Made by `SeededNetwork.host`. */
  constructor(fabric: Fabric, address: string, options: HostOptions) {
    this.#fabric = fabric
    this.address = address
    this.ports = options.ports ?? DEFAULT_PORTS
    this.nat = options.nat
  }

  /** Plugs in what hears the messages; without one they are lost. */
  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  get up(): boolean {
    return this.#up
  }

  /** Connections open now. */
  get openStreams(): readonly Flow[] {
    return [...this.#streams.values()].map(({ flow }) => flow)
  }

  /** Power off: connections are reset, datagrams to it are lost, what it sends goes nowhere. */
  crash(): void {
    this.#up = false
    for (const { stream } of [...this.#streams.values()]) stream.reset()
    this.#udpFlows.clear()
  }

  restart(): void {
    this.#up = true
  }

  /** Ends one connection; the other side hears of it too. */
  cut(flow: Flow): void {
    this.#streams.get(flow.id)?.stream.reset()
  }

  existing(target: TransportTarget): Flow | undefined {
    if (target.protocol === 'UDP') return this.udpFlow(target.remote)
    for (const { flow } of this.#streams.values()) {
      if (flow.protocol === target.protocol && show(flow.remote) === show(target.remote)) return flow
    }
    return undefined
  }

  open(target: TransportTarget, signal?: AbortSignal): Promise<Flow> {
    const existing = this.existing(target)
    if (existing) return Promise.resolve(existing)
    if (target.protocol === 'UDP') return Promise.reject(new SimulatedConnectFailure(target, 'this host has no UDP socket'))
    return this.#fabric.connect(this, target, signal)
  }

  flow(id: string): Flow | undefined {
    return this.#udpFlows.get(id) ?? this.#streams.get(id)?.flow
  }

  send(flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    const copy = message.slice()
    if (flow.protocol !== 'UDP') {
      const open = this.#streams.get(flow.id)
      if (open) this.#fabric.segment(this, open, copy)
      else this.#fail(failed, { kind: 'flow-gone', detail: `${flow.id} is closed` })
      return
    }
    if (copy.length > MAX_DATAGRAM_BYTES) this.#fail(failed, { kind: 'too-large', detail: `${copy.length} bytes in one datagram` })
    else if (this.#up) this.#fabric.datagram(this, flow, copy, failed)
  }

  advertised(flow: Flow): SocketAddress {
    // A client's connection comes from a passing port; requests to it go to the port it listens on (RFC 3261 §18.1.1).
    return { address: this.address, port: this.ports[flow.protocol] ?? flow.local.port }
  }

  /** The flow of the UDP socket to `remote`; `undefined` on a host without one. */
  udpFlow(remote: SocketAddress): Flow | undefined {
    const port = this.ports.UDP
    if (port === undefined) return undefined
    const local = { address: this.address, port }
    const id = `udp:${show(local)}-${show(remote)}`
    let flow = this.#udpFlows.get(id)
    if (!flow) {
      flow = { id, protocol: 'UDP', local, remote }
      this.#udpFlows.set(id, flow)
    }
    return flow
  }

  /** Called by the network: a connection now ends here. */
  streamOpened(connection: Connection): void {
    this.#streams.set(connection.flow.id, connection)
  }

  received(message: Uint8Array, flow: Flow): void {
    if (this.#up) this.#receiver?.received(message, flow)
  }

  streamClosed(flow: Flow): void {
    if (this.#streams.delete(flow.id) && this.#up) this.#receiver?.flowClosed(flow)
  }

  /** Called by the network when the path to `peer` is whole again. */
  healStreams(peer: SimulatedHost, delayMs: number): void {
    for (const connection of this.#streams.values()) if (connection.peer === peer) connection.stream.heal(delayMs)
  }

  #fail(failed: ((failure: SendFailure) => void) | undefined, failure: SendFailure): void {
    if (failed) this.#fabric.soon(() => failed(failure))
  }
}
