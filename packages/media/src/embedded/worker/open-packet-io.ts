import { DgramPacketIo } from '../../packet-io/dgram-packet-io.ts'
import { openKernel } from '../../packet-io/ffi/kernel.ts'
import { KernelPacketIo } from '../../packet-io/ffi/kernel-packet-io.ts'
import type { PacketIo } from '../../packet-io/packet-io.ts'
import type { PacketIoKind } from '../protocol.ts'

export interface OpenedPacketIo {
  readonly io: PacketIo
  readonly kind: PacketIoKind
  /** What the main thread closes after the thread has died. */
  readonly descriptors: readonly number[]
}

/** The packet loop asked for, or dgram where the kernel's is not offered. */
export async function openPacketIo(wanted: PacketIoKind): Promise<OpenedPacketIo> {
  const kernel = wanted === 'kernel' ? await openKernel() : undefined
  if (!kernel) return { io: new DgramPacketIo(), kind: 'dgram', descriptors: [] }
  const io = new KernelPacketIo(kernel)
  return { io, kind: 'kernel', descriptors: [io.descriptor] }
}
