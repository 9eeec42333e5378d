import type { AddressFamily } from '@klinke/rtp'
import type { PacketSource, Peer } from '../packet-io.ts'
import { AF_INET, AF_INET6 } from './constants.ts'
import type { Kernel, NativeMemory } from './kernel.ts'

/**
 * The kernel's `sockaddr_in` and `sockaddr_in6`:
 *
 * ```
 * in:  | family 2 | port 2 | address 4 | zero 8                     |  16 octets
 * in6: | family 2 | port 2 | flow 4    | address 16     | scope 4   |  28 octets
 * ```
 *
 * The family in the machine's order (little endian on x64 and arm64), the port in the network's.
 */
export const SOCKADDR_MAX_OCTETS = 28
const LAYOUT = {
  IPv4: { number: AF_INET, addressAt: 4, octets: 16, significant: 8 },
  IPv6: { number: AF_INET6, addressAt: 8, octets: 28, significant: 24 },
} as const
const ADDRESS_TEXT_OCTETS = 46

/** An address in the kernel's form; undefined when the text is no address of the family. Port 0 stands for any. */
export function socketAddress(kernel: Kernel, family: AddressFamily, address: string, port: number): Peer | undefined {
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || address.includes('\0')) return undefined
  const layout = LAYOUT[family]
  const memory = kernel.memory(layout.octets)
  memory.view.setUint16(0, layout.number, true)
  memory.view.setUint16(2, port, false)
  if (kernel.inet_pton(layout.number, address, memory.pointer + BigInt(layout.addressAt)) !== 1) return undefined
  return { family, address, port, octets: memory.bytes, pointer: memory.pointer }
}

/** Source address of the packet received last, as the kernel wrote it. */
export class KernelSource implements PacketSource {
  readonly #kernel: Kernel
  readonly #memory: NativeMemory

  constructor(kernel: Kernel) {
    this.#kernel = kernel
    this.#memory = kernel.memory(SOCKADDR_MAX_OCTETS)
  }

  /** Where the kernel writes the source of the next packet. */
  get pointer(): bigint {
    return this.#memory.pointer
  }

  /** Compares family, port and address; flow and scope of IPv6 follow from the route. */
  isPeer(peer: Peer): boolean {
    const ours = this.#memory.bytes
    const theirs = peer.octets
    const end = LAYOUT[peer.family].significant
    for (let at = 0; at < end; at++) {
      if (ours[at] !== theirs[at] && (at < 4 || at >= 8 || end === 8)) return false
    }
    return true
  }

  toPeer(): Peer {
    const family: AddressFamily = this.#memory.view.getUint16(0, true) === AF_INET6 ? 'IPv6' : 'IPv4'
    const layout = LAYOUT[family]
    const copy = this.#kernel.memory(layout.octets)
    copy.bytes.set(this.#memory.bytes.subarray(0, layout.octets))
    const text = this.#kernel.memory(ADDRESS_TEXT_OCTETS)
    this.#kernel.inet_ntop(layout.number, copy.pointer + BigInt(layout.addressAt), text.pointer, ADDRESS_TEXT_OCTETS)
    const address = Buffer.from(text.bytes.subarray(0, text.bytes.indexOf(0))).toString('latin1')
    return { family, address, port: copy.view.getUint16(2, false), octets: copy.bytes, pointer: copy.pointer }
  }
}
