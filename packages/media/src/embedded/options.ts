import type { Clock, Logger, Random } from '@klinke/foundation'
import type { AddressFamily } from '@klinke/rtp'
import type { PacketIoKind } from './protocol.ts'
import type { StartThread } from './worker-link.ts'

export interface EmbeddedMediaOptions {
  readonly clock: Clock
  readonly random: Random
  readonly logger?: Logger
  /** By family; a family left out is not spoken. */
  readonly addresses: Readonly<Partial<Record<AddressFamily, LocalAddress>>>
  /** Both ends included. RTP takes even ports and RTCP the next one, so a call takes four. */
  readonly ports: { readonly from: number; readonly to: number }
  /** Threads that carry media; absent: one less than the machine has cores, at least one. */
  readonly workers?: number
  /** Absent: the kernel's own calls where the machine offers them, else dgram. */
  readonly packetIo?: PacketIoKind
  readonly startThread?: StartThread
}

export interface LocalAddress {
  /** Where sockets are bound; `0.0.0.0` or `::` for all interfaces. */
  readonly bind: string
  /** What session descriptions say: the address peers reach, behind NAT the public one. */
  readonly advertised: string
}
