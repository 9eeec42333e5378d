/** Telephones for the media service benchmarks, a process of its own: each sends its own tone, and all look at what they hear. */
import { RTP_FIXED_HEADER_LENGTH, timestampOf, writeRtpHeader } from '@klinke/rtp'
import { openKernel } from '../../packages/media/src/packet-io/ffi/kernel.ts'
import { KernelPacketIo } from '../../packages/media/src/packet-io/ffi/kernel-packet-io.ts'
import type { PacketSocket, Peer } from '../../packages/media/src/packet-io/packet-io.ts'
import type { PhonesOrder, PhonesResult, Spoken } from './messages.ts'
import { alawSecondOf, g722SecondOf, SECOND_SAMPLES, wronglyHeard } from './tones.ts'

const FRAME_MS = 20
const FRAME_OCTETS = 160
const SETTLING_MS = 500
const PACKET_OCTETS = RTP_FIXED_HEADER_LENGTH + FRAME_OCTETS
const TICKS_PER_MS = 8
const PCMA = 8
const G722 = 9

const kernel = await openKernel()
if (!kernel) throw new Error('the telephones need Linux and node:ffi')
const io = new KernelPacketIo(kernel)
const sockets: PacketSocket[] = []
/** Frames that each telephone has sent in the runs before. */
let framesSent = 0
const packet = io.allocate(PACKET_OCTETS)

process.on('message', (order: PhonesOrder) => void carryOut(order).then((reply) => process.send?.(reply)))

async function carryOut(order: PhonesOrder): Promise<PhonesResult | readonly number[]> {
  if (order.kind === 'run') return run(order)
  for (let count = 0; count < order.count; count++) {
    const socket = await io.bind('IPv4', '127.0.0.1', 0)
    if (!socket) throw new Error('no socket')
    sockets.push(socket)
  }
  return sockets.map(({ port }) => port)
}

/** What one telephone hears. */
class Listener {
  /** The last second, in a circle. */
  readonly octets = new Uint8Array(SECOND_SAMPLES)
  /** Arrival of each packet against its RTP timestamp. */
  readonly #offsetsMs: Float64Array
  #firstTimestamp: number | undefined
  count = 0

  constructor(durationMs: number) {
    this.#offsetsMs = new Float64Array(Math.ceil((durationMs / FRAME_MS) * 1.2) + 10)
  }

  take(bytes: Uint8Array, nowMs: number): void {
    const timestamp = timestampOf(bytes)
    this.#firstTimestamp ??= timestamp
    this.octets.set(bytes.subarray(RTP_FIXED_HEADER_LENGTH, PACKET_OCTETS), (this.count * FRAME_OCTETS) % SECOND_SAMPLES)
    const beatMs = ((timestamp - this.#firstTimestamp) >>> 0) / TICKS_PER_MS
    this.#offsetsMs[this.count++ % this.#offsetsMs.length] = nowMs - beatMs
  }

  /** By how much each packet was later than the earliest, against its place in the stream. */
  lateness(): Float64Array {
    const offsets = this.#offsetsMs.subarray(0, this.count)
    const earliest = offsets.reduce((least, offset) => Math.min(least, offset), Number.POSITIVE_INFINITY)
    return offsets.map((offset) => offset - earliest)
  }
}

function run({ targets, speaks, durationMs, listens }: PhonesOrder & { readonly kind: 'run' }): PhonesResult {
  const voices = targets.map((_, phone) => voiceOf(phone, speaks[phone % speaks.length] ?? 'nothing'))
  const peers = targets.map((port) => io.peer('IPv4', '127.0.0.1', port))
  const startMs = performance.now()
  // What has come while all this was made ready is late by our own fault.
  const fromMs = startMs + SETTLING_MS
  const endMs = fromMs + durationMs
  const listeners = targets.map(() => new Listener(durationMs))
  for (const [phone, socket] of sockets.entries()) {
    // RTCP for one telephone comes to the port above, which is another one's.
    socket.listen(({ bytes }, length) => {
      const nowMs = performance.now()
      if (length === PACKET_OCTETS && nowMs >= fromMs && nowMs < endMs) listeners[phone]?.take(bytes, nowMs)
    })
  }
  const ownLatenessMs = speakEvenly(voices, peers, startMs, endMs)
  const late = Float64Array.from(listeners.flatMap((listener) => [...listener.lateness()])).sort()
  const wrong = listens ? listeners.reduce((sum, { octets }, phone) => sum + wronglyHeard(phone, octets, targets.length), 0) : 0
  return {
    packetsReceived: listeners.reduce((sum, { count }) => sum + count, 0),
    packetsExpected: (targets.length * durationMs) / FRAME_MS,
    lateP99Ms: late[Math.floor(late.length * 0.99)] ?? Number.NaN,
    lateWorstMs: late.at(-1) ?? Number.NaN,
    wronglyHeard: wrong,
    ownLatenessMs,
  }
}

/** All telephones speak, spread over the 20 ms. Gives by how much the worst frame was late. */
function speakEvenly(voices: readonly (Voice | undefined)[], peers: readonly (Peer | undefined)[], startMs: number, endMs: number): number {
  const spacingMs = FRAME_MS / peers.length
  // Between two runs time passes, and no packet is lost.
  const startFrame = Math.round(startMs / FRAME_MS)
  let worstMs = 0
  let next = 0
  for (let nowMs = startMs; nowMs < endMs; nowMs = performance.now()) {
    for (let burst = 0; burst < 32 && startMs + next * spacingMs <= nowMs; burst++, next++) {
      const phone = next % peers.length
      const round = Math.floor(next / peers.length)
      send(phone, voices[phone], framesSent + round, startFrame + round, peers[phone])
      worstMs = Math.max(worstMs, performance.now() - startMs - next * spacingMs)
    }
    io.poll(0)
  }
  framesSent += Math.ceil(next / peers.length)
  for (const socket of sockets) socket.listen(undefined)
  return worstMs
}

interface Voice {
  readonly payloadType: number
  readonly second: Uint8Array
}

function voiceOf(phone: number, spoken: Spoken): Voice | undefined {
  if (spoken === 'nothing') return undefined
  return spoken === 'A' ? { payloadType: PCMA, second: alawSecondOf(phone) } : { payloadType: G722, second: g722SecondOf(phone) }
}

function send(phone: number, voice: Voice | undefined, sent: number, frame: number, peer: Peer | undefined): void {
  if (!voice || !peer) return
  const { payloadType, second } = voice
  writeRtpHeader(packet.bytes, {
    payloadType,
    marker: sent === 0,
    sequenceNumber: sent & 0xffff,
    timestamp: (frame * FRAME_OCTETS) >>> 0,
    ssrc: phone + 1,
  })
  const at = (frame * FRAME_OCTETS) % second.length
  packet.bytes.set(second.subarray(at, at + FRAME_OCTETS), RTP_FIXED_HEADER_LENGTH)
  sockets[phone]?.send(packet, PACKET_OCTETS, peer)
}
