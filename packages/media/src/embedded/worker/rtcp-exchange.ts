import { buildRtcp, type EndpointMeter, ntpOf, parseRtcp, type ReportBlock, type RtcpPacket } from '@klinke/rtp'
import type { PacketBuffer, PacketSocket, PacketSource } from '../../packet-io/packet-io.ts'
import type { Inbound } from './inbound.ts'
import type { Outbound } from './outbound.ts'
import type { SourceLatch } from './source-latch.ts'

/** RFC 3550 §6.2: five seconds between reports of two parties, and half of it before the first. */
const REPORT_INTERVAL_MS = 5000
const FIRST_REPORT_AFTER_MS = 2500
/** A stream that was quiet for longer gets receiver reports only (§6.4). */
const SENDER_FOR_MS = 2 * REPORT_INTERVAL_MS

export interface RtcpPath {
  readonly socket: PacketSocket
  readonly latch: SourceLatch
}

/**
 * RTCP with one peer. It ends here and is made anew on each leg rather than passed through: loss, jitter and round trip
 * then tell of this leg alone, SRTCP needs no bridging, and no party learns the other's canonical name.
 */
export class RtcpExchange {
  readonly #meter: EndpointMeter
  readonly #inbound: Inbound
  readonly #outbound: Outbound
  readonly #scratch: PacketBuffer
  readonly #ownSsrc: number
  readonly #canonicalName: string
  /** Where reports leave; undefined while the line is off. */
  path: RtcpPath | undefined
  clockRateHz = 8000
  #nextReportMs: number

  constructor(meter: EndpointMeter, inbound: Inbound, outbound: Outbound, scratch: PacketBuffer, ownSsrc: number, nowMs: number) {
    this.#meter = meter
    this.#inbound = inbound
    this.#outbound = outbound
    this.#scratch = scratch
    this.#ownSsrc = ownSsrc
    // A name for this leg only (RFC 7022 §4.2): it must not tell which calls belong together.
    this.#canonicalName = `${ownSsrc.toString(36)}@klinke`
    this.#nextReportMs = nowMs + FIRST_REPORT_AFTER_MS
  }

  /** Takes a compound packet from the network, which `latch` judges the source of. */
  receive(packet: PacketBuffer, length: number, source: PacketSource, latch: SourceLatch, nowMs: number): void {
    const verdict = latch.judge(source, 0, nowMs)
    if (verdict === 'stranger' || !this.path) return
    const { srtp } = this.#inbound
    const plainLength = srtp ? srtp.unprotectRtcp(packet.bytes, length) : length
    const packets = plainLength < 0 ? undefined : parseRtcp(packet.bytes.subarray(0, plainLength))
    if (!packets) return
    if (verdict === 'same') latch.heard(0, nowMs)
    // On a shared port the source is learned from RTP, not from reports.
    else if (latch === this.path.latch) latch.learn(source, 0, nowMs)
    this.#inbound.lastAliveMs = nowMs
    this.#meter.rtcpReceived(packets, epochMs(nowMs))
  }

  /** Sends a report when one is due. */
  tick(nowMs: number): void {
    if (nowMs < this.#nextReportMs) return
    this.#nextReportMs = nowMs + REPORT_INTERVAL_MS
    const to = this.path?.latch.destination
    if (!this.path || !to) return
    const report = this.#meter.report(epochMs(nowMs))
    const compound = buildRtcp(this.#compound(report ? [report] : [], nowMs))
    compound.copy(this.#scratch.bytes)
    const { srtp } = this.#outbound
    const length = srtp ? srtp.protectRtcp(this.#scratch.bytes, compound.length) : compound.length
    if (length > 0) this.path.socket.send(this.#scratch, length, to)
  }

  #compound(reports: readonly ReportBlock[], nowMs: number): Exclude<RtcpPacket, { kind: 'other' }>[] {
    const { ssrc, packets, payloadOctets, lastTimestamp, lastSentMs } = this.#outbound
    const sends = nowMs - lastSentMs < SENDER_FOR_MS
    const source = sends ? ssrc : this.#ownSsrc
    const rtpTimestamp = (lastTimestamp + Math.round(((nowMs - lastSentMs) * this.clockRateHz) / 1000)) >>> 0
    return [
      sends
        ? { kind: 'sender-report', ssrc, ...ntpOf(epochMs(nowMs)), rtpTimestamp, packetCount: packets, octetCount: payloadOctets, reports }
        : { kind: 'receiver-report', ssrc: source, reports },
      { kind: 'source-description', sources: [{ ssrc: source, canonicalName: this.#canonicalName }] },
    ]
  }
}

function epochMs(nowMs: number): number {
  return performance.timeOrigin + nowMs
}
