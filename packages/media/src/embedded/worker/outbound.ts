import { type EndpointMeter, RTP_FIXED_HEADER_LENGTH, type SrtpSender, ssrcOf, timestampOf } from '@klinke/rtp'
import type { PacketBuffer, PacketSocket } from '../../packet-io/packet-io.ts'
import { OneStream } from './one-stream.ts'
import type { SourceLatch } from './source-latch.ts'

/** The stream to one peer: where it goes, whether the peer wants it, and what a sender report tells of it. */
export class Outbound {
  readonly #socket: PacketSocket
  readonly #latch: SourceLatch
  readonly #meter: EndpointMeter
  /** The peer wants packets: no hold, and the line is on. */
  enabled = false
  srtp: SrtpSender | undefined
  /** What it is sent is one stream, whatever it is made of. */
  readonly stream = new OneStream()
  /** Of the stream sent last. */
  ssrc = 0
  packets = 0
  /** Payload only, as sender reports count (RFC 3550 §6.4.1). */
  payloadOctets = 0
  lastTimestamp = 0
  lastSentMs = Number.NEGATIVE_INFINITY

  constructor(socket: PacketSocket, latch: SourceLatch, meter: EndpointMeter) {
    this.#socket = socket
    this.#latch = latch
    this.#meter = meter
  }

  /** Sends an RTP packet, which is protected in place. */
  send(packet: PacketBuffer, length: number, nowMs: number): void {
    const to = this.#latch.destination
    if (!this.enabled || !to) return
    this.stream.pass(packet.bytes, nowMs)
    this.#note(packet, length, nowMs)
    const protectedLength = this.srtp ? this.srtp.protectRtp(packet.bytes, length) : length
    if (protectedLength < 0) return
    this.#meter.sent(length)
    this.#socket.send(packet, protectedLength, to)
  }

  /** Sends a packet that is no RTP, as it is (T.38). */
  sendRaw(packet: PacketBuffer, length: number): void {
    const to = this.#latch.destination
    if (!this.enabled || !to) return
    this.#meter.sent(length)
    this.#socket.send(packet, length, to)
  }

  #note(packet: PacketBuffer, length: number, nowMs: number): void {
    const ssrc = ssrcOf(packet.bytes)
    if (ssrc !== this.ssrc) {
      this.ssrc = ssrc
      this.packets = 0
      this.payloadOctets = 0
    }
    this.packets++
    this.payloadOctets += length - RTP_FIXED_HEADER_LENGTH
    this.lastTimestamp = timestampOf(packet.bytes)
    this.lastSentMs = nowMs
  }
}
