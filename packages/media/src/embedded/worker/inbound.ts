import { type EndpointMeter, rtpHeaderLength, type SrtpReceiver, ssrcOf } from '@klinke/rtp'
import type { PacketBuffer, PacketSource, Peer } from '../../packet-io/packet-io.ts'
import type { SourceLatch } from './source-latch.ts'

/** The stream from one peer: who may be it, its protection, and when it was last alive. */
export class Inbound {
  readonly #latch: SourceLatch
  readonly #meter: EndpointMeter
  readonly #learned: (source: Peer) => void
  /** The line is on, and the peer may send. */
  enabled = false
  srtp: SrtpReceiver | undefined
  lastAliveMs = 0

  constructor(latch: SourceLatch, meter: EndpointMeter, learned: (source: Peer) => void) {
    this.#latch = latch
    this.#meter = meter
    this.#learned = learned
  }

  /**
   * Takes an RTP packet from the network. Gives its length in the clear, or -1 for one to throw away: garbage, a
   * stranger's, not authentic, or not expected now.
   */
  accept(packet: PacketBuffer, length: number, source: PacketSource, nowMs: number): number {
    const { bytes } = packet
    if (!this.enabled || rtpHeaderLength(bytes, length) < 0) return -1
    const ssrc = ssrcOf(bytes)
    const verdict = this.#latch.judge(source, ssrc, nowMs)
    if (verdict === 'stranger') return -1
    const plainLength = this.srtp ? this.srtp.unprotectRtp(bytes, length) : length
    if (plainLength < 0) return -1
    if (verdict === 'same') this.#latch.heard(ssrc, nowMs)
    else this.#learned(this.#latch.learn(source, ssrc, nowMs))
    this.lastAliveMs = nowMs
    this.#meter.received(bytes, plainLength, nowMs)
    return plainLength
  }

  /** Takes a packet that is no RTP (T.38); true when it comes from the peer. */
  acceptRaw(source: PacketSource, nowMs: number): boolean {
    const verdict = this.enabled ? this.#latch.judge(source, 0, nowMs) : 'stranger'
    if (verdict === 'stranger') return false
    if (verdict === 'same') this.#latch.heard(0, nowMs)
    else this.#learned(this.#latch.learn(source, 0, nowMs))
    this.lastAliveMs = nowMs
    return true
  }
}
