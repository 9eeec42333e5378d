import type { PacketBuffer, Peer } from '../packet-io.ts'
import type { Kernel, NativeMemory } from './kernel.ts'

/**
 * `struct msghdr` with its one `struct iovec`, on 64-bit Linux. `recvmsg` and `sendmsg` take three arguments, which
 * node:ffi passes without libffi; the six of `recvfrom` and `sendto` cost 0.2 µs more in each call.
 *
 * ```
 *  0 name pointer 8 | 8 name length 4 | 16 iovec pointer 8 | 24 iovec count 8 | 32 control … 48 flags
 * iovec: 0 octets pointer 8 | 8 length 8
 * ```
 */
const HEADER_OCTETS = 56
const NAME_LENGTH_AT = 8
const IOVEC_AT = 16
const IOVEC_COUNT_AT = 24
const IOVEC_OCTETS = 16
const IOVEC_LENGTH_AT = 8

export class MessageHeader {
  readonly pointer: bigint
  readonly #header: NativeMemory
  readonly #iovec: NativeMemory
  /** Whom the next packet goes to: its address alone would not keep its octets from being collected before the kernel reads them. */
  to: Peer | undefined

  constructor(kernel: Kernel) {
    this.#header = kernel.memory(HEADER_OCTETS)
    this.#iovec = kernel.memory(IOVEC_OCTETS)
    this.pointer = this.#header.pointer
    this.#header.view.setBigUint64(IOVEC_AT, this.#iovec.pointer, true)
    this.#header.view.setBigUint64(IOVEC_COUNT_AT, 1n, true)
  }

  /** For receiving: where the kernel writes the packet and its source. */
  receiveInto(packet: NativeMemory, source: bigint): void {
    this.#header.view.setBigUint64(0, source, true)
    this.#iovec.view.setBigUint64(0, packet.pointer, true)
    this.#iovec.view.setUint32(IOVEC_LENGTH_AT, packet.bytes.length, true)
  }

  /** Room for the source's address; the kernel overwrites it with the length it took. */
  sourceRoom(octets: number): void {
    this.#header.view.setUint32(NAME_LENGTH_AT, octets, true)
  }

  /** For sending: the first `length` octets of the packet to the peer. */
  sendFrom(packet: PacketBuffer, length: number, to: Peer): void {
    this.to = to
    const { view } = this.#header
    view.setBigUint64(0, to.pointer, true)
    view.setUint32(NAME_LENGTH_AT, to.octets.length, true)
    this.#iovec.view.setBigUint64(0, packet.pointer, true)
    this.#iovec.view.setUint32(IOVEC_LENGTH_AT, length, true)
  }
}
