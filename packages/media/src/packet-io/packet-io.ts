import type { AddressFamily } from '@klinke/rtp'

/** Largest UDP payload taken; longer datagrams are cut off and fail as media. Above any Ethernet path's limit. */
export const MAX_PACKET_OCTETS = 2048

/**
 * UDP for many sockets with few packets each: what a media worker needs and no more. Two implementations, one
 * contract test. Nothing here allocates per packet: buffers and addresses are prepared once and used again.
 */
export interface PacketIo {
  /** Octets that `PacketSocket.send` takes without copying them first. */
  allocate(octets: number): PacketBuffer
  /** Prepares a destination. Undefined when `address` is no IP address literal of the family or the port is impossible. */
  peer(family: AddressFamily, address: string, port: number): Peer | undefined
  /** Binds a socket; undefined when another one has the port or the address is not this machine's. */
  bind(family: AddressFamily, address: string, port: number): Promise<PacketSocket | undefined>
  /** Lets packets in and calls `tick` each `tickMs` without drift, with the time it is due; a late tick is made up for at once. */
  run(tickMs: number, tick: (dueMs: number) => void): void
  /**
   * The packet just received was passed on at once. While packets are, others of its kind are handed over within a millisecond; as long as none are,
   * packets may wait for the next tick: whoever mixes or decodes them does so from tick to tick.
   */
  passedOn(nowMs: number): void
  /** Closes all sockets and ends the ticks. */
  close(): void
}

export interface PacketSocket {
  readonly port: number
  /** The kernel's number of a socket that outlives a thread that dies; undefined where Node closes it by itself. */
  readonly descriptor: number | undefined
  /** Packets go to `receiver` from now on; what waited in the socket before is thrown away. Undefined: nobody listens. */
  listen(receiver: PacketReceiver | undefined): void
  /** Sends the first `length` octets. What the kernel does not take is lost, as on the wire. */
  send(packet: PacketBuffer, length: number, to: Peer): void
  close(): void
}

/** Called for each packet. `packet` and `source` hold the next packet's data after the call has returned. */
export type PacketReceiver = (packet: PacketBuffer, length: number, source: PacketSource) => void

export interface PacketBuffer {
  readonly bytes: Buffer
  /** Where `bytes` lie in memory, for the implementation that calls the kernel itself; 0 elsewhere. */
  readonly pointer: bigint
}

/** Where a packet came from. */
export interface PacketSource {
  isPeer(peer: Peer): boolean
  /** A copy that outlives the packet. */
  toPeer(): Peer
}

/** A transport address in the form its implementation sends to. */
export interface Peer {
  readonly family: AddressFamily
  readonly address: string
  readonly port: number
  /** The kernel's `sockaddr`; empty where none is needed. */
  readonly octets: Uint8Array
  /** Where `octets` lie in memory; 0 where none is needed. */
  readonly pointer: bigint
}
