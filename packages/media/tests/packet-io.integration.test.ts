import { test } from 'node:test'
import { DgramPacketIo } from '../src/packet-io/dgram-packet-io.ts'
import { openKernel } from '../src/packet-io/ffi/kernel.ts'
import { KernelPacketIo } from '../src/packet-io/ffi/kernel-packet-io.ts'
import { packetIoContract } from './packet-io-contract.ts'

packetIoContract('dgram', async () => new DgramPacketIo())

const kernel = await openKernel()
if (kernel) packetIoContract('kernel', async () => new KernelPacketIo(kernel))
else test('kernel: not offered on this machine', { skip: true })
