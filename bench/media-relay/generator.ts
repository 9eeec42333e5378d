/**
 * Load for a media relay, a process of its own: two telephones per call, each sending a 20 ms G.711 frame 50 times a
 * second, all evenly spread in time. A frame carries the moment it was sent; the other telephone's socket takes the difference.
 */
import { writeRtpHeader } from '@klinke/rtp'
import { openKernel } from '../../packages/media/src/packet-io/ffi/kernel.ts'
import { KernelPacketIo } from '../../packages/media/src/packet-io/ffi/kernel-packet-io.ts'
import type { PacketBuffer, PacketSocket, Peer } from '../../packages/media/src/packet-io/packet-io.ts'
import type { GeneratorOrder, GeneratorReply, GeneratorResult, PortPair } from './messages.ts'

const FRAME_MS = 20
const FRAME_OCTETS = 160
const PACKET_OCTETS = 172
const SENT_AT_OFFSET = 12
const DRAIN_MS = 200
/** Frames sent before reading again, so that a generator that falls behind still reads all it can. */
const MAX_BURST = 32

const kernel = await openKernel()
if (!kernel) throw new Error('the generator needs Linux and node:ffi')
const io = new KernelPacketIo(kernel)
const sockets: PacketSocket[] = []

process.on('message', (order: GeneratorOrder) => void carryOut(order))

async function carryOut(order: GeneratorOrder): Promise<void> {
  if (order.kind === 'open') reply({ kind: 'ports', ports: await open(order.calls) })
  else reply({ kind: 'result', result: run(order.targets, order.durationMs, order.warmUpMs) })
}

function reply(message: GeneratorReply): void {
  process.send?.(message)
}

async function open(calls: number): Promise<PortPair[]> {
  const ports: PortPair[] = []
  for (let call = 0; call < calls; call++) ports.push([await openSocket(), await openSocket()])
  return ports
}

async function openSocket(): Promise<number> {
  const socket = await io.bind('IPv4', '127.0.0.1', 0)
  if (!socket) throw new Error('no socket')
  sockets.push(socket)
  return socket.port
}

function run(targets: readonly PortPair[], durationMs: number, warmUpMs: number): GeneratorResult {
  const peers = targets.flat().map((port) => io.peer('IPv4', '127.0.0.1', port))
  const delaysMs = new Float32Array(((peers.length * durationMs) / FRAME_MS) * 1.1)
  let received = 0
  const startMs = performance.now()
  const measureFromMs = startMs + warmUpMs
  const endMs = measureFromMs + durationMs
  for (const socket of sockets) {
    socket.listen(({ bytes }, length) => {
      if (length !== PACKET_OCTETS) return
      const sentAtMs = bytes.readDoubleLE(SENT_AT_OFFSET)
      if (sentAtMs >= measureFromMs && sentAtMs < endMs) delaysMs[received++] = performance.now() - sentAtMs
    })
  }
  const sent = sendEvenly(peers, startMs, measureFromMs, endMs)
  for (const socket of sockets) socket.listen(undefined)
  const sorted = delaysMs.subarray(0, received).sort()
  return {
    packetsSent: sent.packets,
    worstLatenessMs: sent.worstLatenessMs,
    packetsReceived: received,
    p50Ms: sorted[Math.floor(received * 0.5)] ?? Number.NaN,
    p99Ms: sorted[Math.floor(received * 0.99)] ?? Number.NaN,
  }
}

/** Sends frame after frame at its due time and reads in between. */
function sendEvenly(peers: readonly (Peer | undefined)[], startMs: number, measureFromMs: number, endMs: number): Sent {
  const packet = io.allocate(PACKET_OCTETS)
  const spacingMs = FRAME_MS / peers.length
  const sent = { packets: 0, worstLatenessMs: 0 }
  let next = 0
  for (let nowMs = startMs; nowMs < endMs + DRAIN_MS; nowMs = performance.now()) {
    for (let burst = 0; burst < MAX_BURST && nowMs < endMs && startMs + next * spacingMs <= nowMs; burst++, next++) {
      const sentAtMs = sendFrame(packet, peers, next)
      if (sentAtMs < measureFromMs || sentAtMs >= endMs) continue
      sent.packets++
      sent.worstLatenessMs = Math.max(sent.worstLatenessMs, sentAtMs - (startMs + next * spacingMs))
    }
    io.poll(0)
  }
  return sent
}

interface Sent {
  /** While measuring. */
  packets: number
  worstLatenessMs: number
}

/** Sends the `number`-th frame of all; gives the moment. */
function sendFrame(packet: PacketBuffer, peers: readonly (Peer | undefined)[], number: number): number {
  const index = number % peers.length
  const frame = Math.floor(number / peers.length)
  writeRtpHeader(packet.bytes, {
    payloadType: 8,
    marker: false,
    sequenceNumber: frame & 0xffff,
    timestamp: frame * FRAME_OCTETS,
    ssrc: index + 1,
  })
  const sentAtMs = performance.now()
  packet.bytes.writeDoubleLE(sentAtMs, SENT_AT_OFFSET)
  const peer = peers[index]
  if (peer) sockets[index]?.send(packet, PACKET_OCTETS, peer)
  return sentAtMs
}
