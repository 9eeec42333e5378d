import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { SendFailure, SocketAddress } from '@klinke/sip'
import { type AddressFamily, familyOf, isWildcard } from '../address/plain-address.ts'
import { errorCode, listenError } from '../errors.ts'
import type { ListenAddress } from '../listen-address.ts'
import type { TransportCore } from '../transport-core.ts'
import { type DatagramKind, datagramKind, skipLineBreaks } from './datagram.ts'
import { QueueProbe } from './queue-probe.ts'
import { answerStun } from './stun.ts'
import { UdpFlow } from './udp-flow.ts'

/** Room for bursts while JavaScript is busy: 4 MiB is some 7,000 messages. The kernel may grant less. */
const SOCKET_BUFFER_BYTES = 4 * 1024 * 1024
/** Largest UDP payload over IPv4 and IPv6. */
const MAX_DATAGRAM_BYTES: Readonly<Record<AddressFamily, number>> = { IPv4: 65_507, IPv6: 65_527 }

/** One SIP socket over UDP. */
export class UdpSocket {
  readonly index: number
  readonly family: AddressFamily
  readonly bound: SocketAddress
  readonly #core: TransportCore
  readonly #socket: Socket
  readonly #anyAddress: boolean

  private constructor(core: TransportCore, index: number, socket: Socket) {
    const { address, port } = socket.address()
    this.index = index
    this.family = familyOf(address)
    this.bound = { address, port }
    this.#core = core
    this.#socket = socket
    this.#anyAddress = isWildcard(address)
    socket.on('message', (datagram: Buffer, from: RemoteInfo) => this.#received(datagram, from))
    if (index === 0) this.#measureQueue()
    socket.on('error', (error) => core.logger.error('A SIP socket failed', { transport: 'UDP', address, port, error }))
  }

  /** Binds a socket. Rejects with `PortInUse` or `CannotListen`. `index` is the socket's number in flow ids. */
  static async open(core: TransportCore, listen: ListenAddress, index: number): Promise<UdpSocket> {
    const socket = createSocket({
      type: familyOf(listen.address) === 'IPv6' ? 'udp6' : 'udp4',
      // Both wildcards can then be bound side by side, and no IPv4 address shows up mapped into IPv6.
      ipv6Only: familyOf(listen.address) === 'IPv6',
      recvBufferSize: SOCKET_BUFFER_BYTES,
      sendBufferSize: SOCKET_BUFFER_BYTES,
      // Addresses come resolved; Node's default asks the system's resolver for each datagram.
      lookup: (address, _options, done) => done(null, address, familyOf(address) === 'IPv6' ? 6 : 4),
    })
    try {
      const listening = once(socket, 'listening')
      socket.bind(listen.port, listen.address)
      await listening
    } catch (error) {
      socket.close()
      throw listenError(listen, error)
    }
    return new UdpSocket(core, index, socket)
  }

  /** The flow to `remote`: the known one, or a new one. */
  flow(remote: SocketAddress): UdpFlow {
    const source = this.#core.sources.at(remote.address, this.#core.clock.nowMs())
    const known = source.get(remote.port)
    if (known?.socket === this) return known
    const local = this.#anyAddress ? { address: this.#core.localAddresses.towards(remote.address), port: this.bound.port } : this.bound
    const flow = new UdpFlow(this, local, remote)
    source.set(remote.port, flow)
    return flow
  }

  send(remote: SocketAddress, message: Uint8Array, failed: ((failure: SendFailure) => void) | undefined): void {
    if (message.length > MAX_DATAGRAM_BYTES[this.family]) {
      queueMicrotask(() => failed?.({ kind: 'too-large', detail: `${message.length} bytes do not fit into one datagram` }))
      return
    }
    try {
      this.#socket.send(message, 0, message.length, remote.port, remote.address, failed && ((error) => this.#sent(error, failed)))
      this.#core.counters.messagesSent++
    } catch (error) {
      // A closed socket, or a port that no datagram can go to.
      this.#sent(error, failed)
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#socket, 'close')
    if (this.index === 0) this.#core.queueProbe?.close()
    this.#socket.close()
    await closed
  }

  #sent(error: unknown, failed: ((failure: SendFailure) => void) | undefined): void {
    if (!error) return
    this.#core.counters.sendFailures++
    const kind = errorCode(error) === 'EMSGSIZE' ? 'too-large' : 'unreachable'
    queueMicrotask(() => failed?.({ kind, detail: error instanceof Error ? error.message : String(error) }))
  }

  /** Begins to measure how long messages wait, by datagrams of this socket to itself. */
  #measureQueue(): void {
    const own = this.family === 'IPv6' ? '::1' : '127.0.0.1'
    const { address, port } = this.bound
    this.#core.queueProbe = new QueueProbe(this.#core.clock, (probe) => this.#socket.send(probe, port, this.#anyAddress ? own : address))
  }

  #received(datagram: Buffer, from: RemoteInfo): void {
    if (from.port === this.bound.port && this.#core.queueProbe?.isBack(datagram)) return
    const kind: DatagramKind = datagramKind(datagram)
    if (kind === 'sip') this.#message(datagram, from)
    else if (kind === 'stun') this.#stun(datagram, from)
    else if (kind === 'keep-alive') this.#core.counters.keepAlives++
    else this.#core.counters.garbage++
  }

  #message(datagram: Buffer, from: RemoteInfo): void {
    const nowMs = this.#core.clock.nowMs()
    const source = this.#core.sources.at(from.address, nowMs)
    if (!source.mayPass(nowMs)) {
      this.#core.counters.rateLimited++
      return
    }
    const known = source.get(from.port)
    const flow = known?.socket === this ? known : this.flow({ address: from.address, port: from.port })
    this.#core.received(skipLineBreaks(datagram), flow)
  }

  #stun(datagram: Buffer, from: RemoteInfo): void {
    const nowMs = this.#core.clock.nowMs()
    const answer = this.#core.sources.at(from.address, nowMs).mayPass(nowMs) ? answerStun(datagram, from) : undefined
    if (!answer) {
      this.#core.counters.garbage++
      return
    }
    this.#core.counters.keepAlives++
    this.#socket.send(answer, from.port, from.address)
  }
}
