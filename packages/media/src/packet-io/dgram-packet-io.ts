import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIPv4, isIPv6, SocketAddress } from 'node:net'
import type { AddressFamily } from '@klinke/rtp'
import {
  MAX_PACKET_OCTETS,
  type PacketBuffer,
  type PacketIo,
  type PacketReceiver,
  type PacketSocket,
  type PacketSource,
  type Peer,
} from './packet-io.ts'
import { TickSchedule } from './tick-schedule.ts'

const NO_OCTETS = new Uint8Array(0)

/** `PacketIo` on node:dgram: runs wherever Node runs, at about half the packet rate of the kernel's own calls. */
export class DgramPacketIo implements PacketIo {
  readonly #sockets = new Set<DgramSocket>()
  readonly #packet = this.allocate(MAX_PACKET_OCTETS)
  #timer: NodeJS.Timeout | undefined
  #receiving = false

  allocate(octets: number): PacketBuffer {
    return { bytes: Buffer.alloc(octets), pointer: 0n }
  }

  peer(family: AddressFamily, address: string, port: number): Peer | undefined {
    const fits = family === 'IPv4' ? isIPv4(address) : isIPv6(address)
    if (!fits || !(port > 0 && port <= 65_535)) return undefined
    // The canonical spelling, so that a source compares equal to an address from a session description.
    const canonical = family === 'IPv4' ? address : new SocketAddress({ family: 'ipv6', address, port }).address
    return { family, address: canonical, port, octets: NO_OCTETS, pointer: 0n }
  }

  bind(family: AddressFamily, address: string, port: number): Promise<PacketSocket | undefined> {
    const socket = createSocket({
      type: family === 'IPv4' ? 'udp4' : 'udp6',
      ipv6Only: family === 'IPv6',
      // Destinations are literals always; the default would ask the resolver for each packet.
      lookup: (host, _options, done) => done(null, host, family === 'IPv4' ? 4 : 6),
    })
    return new Promise((resolve) => {
      socket.once('error', () => {
        socket.close()
        resolve(undefined)
      })
      socket.bind({ port, address, exclusive: true }, () => {
        socket.removeAllListeners('error')
        const wrapped = new DgramSocket(socket, family, this.#packet, () => this.#sockets.delete(wrapped))
        this.#sockets.add(wrapped)
        if (this.#receiving) wrapped.receive()
        resolve(wrapped)
      })
    })
  }

  run(tickMs: number, tick: (nowMs: number) => void): void {
    this.#receiving = true
    for (const socket of this.#sockets) socket.receive()
    const schedule = new TickSchedule(performance.now(), tickMs)
    const wake = (): void => {
      while (schedule.take(performance.now())) tick(schedule.takenMs)
      this.#timer = setTimeout(wake, schedule.delayMs(performance.now()))
    }
    this.#timer = setTimeout(wake, tickMs)
  }

  passedOn(): void {
    // Node hands over each packet as it comes.
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const socket of this.#sockets) socket.close()
  }
}

class DgramSocket implements PacketSocket {
  readonly port: number
  readonly descriptor = undefined
  readonly #socket: Socket
  readonly #onClose: () => void
  readonly #packet: PacketBuffer
  readonly #source: DgramSource
  #receiver: PacketReceiver | undefined
  #closed = false

  constructor(socket: Socket, family: AddressFamily, packet: PacketBuffer, onClose: () => void) {
    this.#socket = socket
    this.#packet = packet
    this.port = socket.address().port
    this.#onClose = onClose
    this.#source = new DgramSource(family)
    // ICMP errors of an unreachable peer: the wire loses packets, and says so here.
    socket.on('error', () => undefined)
  }

  receive(): void {
    this.#socket.on('message', (bytes, source) => {
      if (!this.#receiver) return
      // Into the buffer of the engine, which has room for what SRTP adds.
      const length = bytes.copy(this.#packet.bytes)
      this.#source.info = source
      this.#receiver(this.#packet, length, this.#source)
    })
  }

  listen(receiver: PacketReceiver | undefined): void {
    this.#receiver = receiver
  }

  send(packet: PacketBuffer, length: number, to: Peer): void {
    if (this.#closed) return
    // dgram sends later and keeps the memory, which the caller uses again at once: this implementation has to copy.
    this.#socket.send(Buffer.from(packet.bytes.subarray(0, length)), to.port, to.address, ignore)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#onClose()
    this.#socket.close()
  }
}

function ignore(): void {
  // A packet the kernel refused is a packet lost.
}

class DgramSource implements PacketSource {
  readonly #family: AddressFamily
  info: RemoteInfo = { address: '', port: 0, family: 'IPv4', size: 0 }

  constructor(family: AddressFamily) {
    this.#family = family
  }

  isPeer(peer: Peer): boolean {
    return this.info.port === peer.port && this.info.address === peer.address
  }

  toPeer(): Peer {
    return { family: this.#family, address: this.info.address, port: this.info.port, octets: NO_OCTETS, pointer: 0n }
  }
}
