import type { EndpointStatistics } from '../media-engine.ts'
import { ReceptionStatistics } from '../packet/reception-statistics.ts'
import { rtpHeaderLength, sequenceNumberOf, ssrcOf, timestampOf } from '../packet/rtp-packet.ts'
import { compactDuration, compactNtp, roundTripMs } from '../rtcp/ntp.ts'
import type { ReportBlock, RtcpPacket } from '../rtcp/rtcp-packet.ts'
import { meanOpinionScore, transmissionRating } from './e-model.ts'

const DEFAULT_PACKET_TIME_MS = 20

/** Everything `EndpointStatistics` asks for, counted packet by packet. One per endpoint; lives on the media worker. */
export class EndpointMeter {
  readonly #clockRateHz: number
  #source: ReceptionStatistics
  #ssrc: number | undefined
  #bytesReceived = 0
  /** Of sources that have been replaced. */
  #packetsBefore = 0
  #lostBefore = 0
  #packetsSent = 0
  #bytesSent = 0
  #roundTripMs: number | undefined
  #lastSenderReport: { readonly compactNtp: number; readonly arrivalEpochMs: number } | undefined

  constructor(clockRateHz: number) {
    this.#clockRateHz = clockRateHz
    this.#source = new ReceptionStatistics(clockRateHz)
  }

  /** SSRC heard last; undefined before the first packet. */
  get ssrc(): number | undefined {
    return this.#ssrc
  }

  /** Counts a well-formed RTP packet of `length` octets. Another SSRC starts a new source and keeps the sums. */
  received(packet: Uint8Array, length: number, arrivalMs: number): void {
    if (rtpHeaderLength(packet, length) < 0) return
    const ssrc = ssrcOf(packet)
    if (ssrc !== this.#ssrc) this.#changeSource(ssrc)
    this.#bytesReceived += length
    this.#source.receive(sequenceNumberOf(packet), timestampOf(packet), arrivalMs)
  }

  /** Counts a packet of `length` octets sent to the peer. */
  sent(length: number): void {
    this.#packetsSent++
    this.#bytesSent += length
  }

  /** Takes what the peer's RTCP says: its sender reports for our next report, its report blocks for the round trip. */
  rtcpReceived(packets: readonly RtcpPacket[], nowEpochMs: number): void {
    for (const packet of packets) {
      if (packet.kind === 'sender-report') {
        this.#lastSenderReport = { compactNtp: compactNtp(packet.ntpSeconds, packet.ntpFraction), arrivalEpochMs: nowEpochMs }
      }
      if (packet.kind === 'sender-report' || packet.kind === 'receiver-report') {
        for (const report of packet.reports) this.#roundTripMs = roundTripMs(nowEpochMs, report) ?? this.#roundTripMs
      }
    }
  }

  /** The report block about the peer's source, and the start of the next interval; undefined before the first packet. */
  report(nowEpochMs: number): ReportBlock | undefined {
    if (this.#ssrc === undefined) return undefined
    const last = this.#lastSenderReport
    return {
      ssrc: this.#ssrc,
      ...this.#source.report(),
      lastSenderReport: last?.compactNtp ?? 0,
      delaySinceLastSenderReport: last ? compactDuration(nowEpochMs - last.arrivalEpochMs) : 0,
    }
  }

  /** The counters now. `codec`: encoding name in use. */
  statistics(codec: string | undefined, packetTimeMs = DEFAULT_PACKET_TIME_MS): EndpointStatistics {
    const packetsReceived = this.#packetsBefore + this.#source.packetsReceived
    const packetsLost = this.#lostBefore + Math.max(0, this.#source.cumulativeLost)
    const { jitterMs } = this.#source
    // A receiver's jitter buffer settles at about twice the jitter, and holds one packet at least.
    const oneWayDelayMs = (this.#roundTripMs ?? 0) / 2 + packetTimeMs + Math.max(packetTimeMs, 2 * jitterMs)
    const lossRatio = packetsLost / Math.max(1, packetsReceived + packetsLost)
    return {
      packetsReceived,
      bytesReceived: this.#bytesReceived,
      packetsSent: this.#packetsSent,
      bytesSent: this.#bytesSent,
      packetsLost,
      jitterMs,
      roundTripMs: this.#roundTripMs,
      mos: packetsReceived === 0 ? undefined : meanOpinionScore(transmissionRating({ oneWayDelayMs, lossRatio, codec })),
      codec,
    }
  }

  #changeSource(ssrc: number): void {
    this.#packetsBefore += this.#source.packetsReceived
    this.#lostBefore += Math.max(0, this.#source.cumulativeLost)
    this.#source = new ReceptionStatistics(this.#clockRateHz)
    this.#ssrc = ssrc
    this.#lastSenderReport = undefined
  }
}
