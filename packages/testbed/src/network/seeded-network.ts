import type { Clock, Random } from '@klinke/foundation'
import type { Flow, SendFailure, SocketAddress, TransportTarget } from '@klinke/sip'
import { delayOfSegment, fateOfDatagram, type LinkConditions, PERFECT_LINK } from './conditions.ts'
import type { SimulatedNat } from './nat.ts'
import { type Connection, type Fabric, type HostOptions, SimulatedConnectFailure, SimulatedHost } from './simulated-host.ts'
import { SimulatedStream } from './stream.ts'
import { NetworkTrace, show } from './trace.ts'

/** How long a connection attempt into the void waits. */
const CONNECT_TIMEOUT_MS = 20_000
const FIRST_EPHEMERAL_PORT = 32_768

type Failed = ((failure: SendFailure) => void) | undefined

/**
 * A network in memory on a given clock. All chance comes from `random`: the same seed and the same
 * actions give the same run, message by message.
 */
export class SeededNetwork {
  /** What was sent and what became of it. */
  readonly trace = new NetworkTrace()
  readonly #clock: Clock
  readonly #random: Random
  readonly #defaultLink: LinkConditions
  readonly #hosts = new Map<string, SimulatedHost>()
  readonly #nats = new Map<string, SimulatedNat>()
  readonly #links = new Map<string, LinkConditions>()
  readonly #cuts = new Set<string>()
  #nextPort = FIRST_EPHEMERAL_PORT
  #streams = 0

  constructor(clock: Clock, random: Random, conditions: LinkConditions = PERFECT_LINK) {
    this.#clock = clock
    this.#random = random
    this.#defaultLink = conditions
  }

  /** Plugs in a machine; `attach` a receiver to it. An address has one host. */
  host(address: string, options: HostOptions = {}): SimulatedHost {
    if (this.#hosts.has(address)) throw new Error(`The network has a host at ${address} already.`)
    const host = new SimulatedHost(this.#fabric, address, options)
    this.#hosts.set(address, host)
    if (host.nat) this.#nats.set(host.nat.address, host.nat)
    return host
  }

  /** Sets the conditions between two hosts, both ways. */
  link(a: SimulatedHost, b: SimulatedHost, conditions: LinkConditions): void {
    this.#links.set(pair(a, b), conditions)
  }

  /** Cuts the path between two hosts: datagrams are lost, streams stand still. Call the result to heal it. */
  partition(a: SimulatedHost, b: SimulatedHost): () => void {
    this.#cuts.add(pair(a, b))
    return () => {
      this.#cuts.delete(pair(a, b))
      a.healStreams(b, this.#conditions(a, b).delayMs)
    }
  }

  readonly #fabric: Fabric = {
    datagram: (host, flow, message, failed) => this.#datagram(host, flow, message, failed),
    segment: (from, connection, message) => this.#segment(from, connection, message),
    connect: (host, target, signal) => this.#connect(host, target, signal),
    soon: (action) => void this.#clock.after(0, action),
  }

  #datagram(from: SimulatedHost, flow: Flow, message: Uint8Array, failed: Failed): void {
    const now = this.#clock.nowMs()
    const source = from.nat ? from.nat.outgoing(flow.local, flow.remote, now) : flow.local
    const to = this.#route(source, flow.remote)
    const delays = to && this.#whole(from, to) ? fateOfDatagram(this.#random, this.#conditions(from, to)) : []
    this.trace.note(now, 'UDP', source, flow.remote, message, delays.length === 0 ? ' [lost]' : delays.length > 1 ? ' [twice]' : '')
    for (const delayMs of delays) {
      this.#clock.after(delayMs, () => this.#arrive(source, flow.remote, message.slice(), delayMs, failed))
    }
  }

  #arrive(source: SocketAddress, destination: SocketAddress, message: Uint8Array, delayMs: number, failed: Failed): void {
    const to = this.#route(source, destination)
    if (!to?.up) return
    const flow = to.nat || to.ports.UDP === destination.port ? to.udpFlow(source) : undefined
    if (flow) to.received(message, flow)
    else if (failed) this.#clock.after(delayMs, () => failed({ kind: 'unreachable', detail: `no socket at ${show(destination)}` }))
  }

  /** The host a datagram reaches, through its router's bindings where it has one. */
  #route(source: SocketAddress, destination: SocketAddress): SimulatedHost | undefined {
    const direct = this.#hosts.get(destination.address)
    if (direct && !direct.nat) return direct
    const inside = this.#nats.get(destination.address)?.incoming(destination.port, source, this.#clock.nowMs())
    return inside && this.#hosts.get(inside.address)
  }

  #segment(from: SimulatedHost, { flow, stream, peer }: Connection, message: Uint8Array): void {
    const whole = this.#whole(from, peer)
    this.trace.note(this.#clock.nowMs(), flow.protocol, flow.local, flow.remote, message, whole ? '' : ' [held]')
    if (whole) stream.write(flow, message, delayOfSegment(this.#random, this.#conditions(from, peer)))
    else stream.hold(flow, message)
  }

  async #connect(from: SimulatedHost, target: TransportTarget, signal: AbortSignal | undefined): Promise<Flow> {
    const to = this.#hosts.get(target.remote.address)
    const exists = to?.up && !to.nat && this.#whole(from, to)
    await this.#pause(exists ? 2 * delayOfSegment(this.#random, this.#conditions(from, to)) : CONNECT_TIMEOUT_MS, signal)
    if (!exists || !to.up || !from.up) throw new SimulatedConnectFailure(target, 'nobody answers')
    if (to.ports[target.protocol] !== target.remote.port) throw new SimulatedConnectFailure(target, 'refused')
    return from.existing(target) ?? this.#join(from, to, target)
  }

  #join(from: SimulatedHost, to: SimulatedHost, { protocol, remote }: TransportTarget): Flow {
    const id = `${protocol.toLowerCase()}:${++this.#streams}`
    const local = { address: from.address, port: this.#nextPort++ }
    const seen = from.nat ? { address: from.nat.address, port: local.port } : local
    const near: Flow = { id: `${id}:client`, protocol, local, remote }
    const far: Flow = { id: `${id}:server`, protocol, local: remote, remote: seen }
    const stream = new SimulatedStream(this.#clock, { flow: near, owner: from }, { flow: far, owner: to })
    from.streamOpened({ flow: near, stream, peer: to })
    to.streamOpened({ flow: far, stream, peer: from })
    return near
  }

  #pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abandon = (): void => {
        timer.cancel()
        reject(signal?.reason)
      }
      const timer = this.#clock.after(delayMs, () => {
        signal?.removeEventListener('abort', abandon)
        resolve()
      })
      if (signal?.aborted) abandon()
      else signal?.addEventListener('abort', abandon, { once: true })
    })
  }

  #conditions(a: SimulatedHost, b: SimulatedHost): LinkConditions {
    return this.#links.get(pair(a, b)) ?? this.#defaultLink
  }

  #whole(a: SimulatedHost, b: SimulatedHost): boolean {
    return !this.#cuts.has(pair(a, b))
  }
}

function pair(a: SimulatedHost, b: SimulatedHost): string {
  return [a.address, b.address].sort().join('|')
}
