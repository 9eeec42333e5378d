import { Buffer } from 'node:buffer'
import { unreachable } from '@klinke/foundation'
import {
  type Goodbye,
  REPORT_BLOCK_LENGTH,
  type ReportBlock,
  RTCP_GOODBYE,
  RTCP_HEADER_LENGTH,
  RTCP_RECEIVER_REPORT,
  RTCP_SENDER_REPORT,
  RTCP_SOURCE_DESCRIPTION,
  type RtcpPacket,
  SENDER_INFORMATION_LENGTH,
  type SenderReport,
  type SourceDescription,
} from './rtcp-packet.ts'

/** A compound packet. By RFC 3550 §6.1 the first is a report and a source description follows: the caller's order is kept. */
export function buildRtcp(packets: readonly Exclude<RtcpPacket, { kind: 'other' }>[]): Buffer {
  return Buffer.concat(packets.map(buildPacket))
}

function buildPacket(packet: Exclude<RtcpPacket, { kind: 'other' }>): Buffer {
  switch (packet.kind) {
    case 'sender-report':
      return buildSenderReport(packet)
    case 'receiver-report': {
      const out = start(RTCP_RECEIVER_REPORT, packet.reports.length, 8 + packet.reports.length * REPORT_BLOCK_LENGTH)
      out.writeUInt32BE(packet.ssrc, 4)
      writeReports(out, 8, packet.reports)
      return out
    }
    case 'source-description':
      return buildSourceDescription(packet)
    case 'goodbye':
      return buildGoodbye(packet)
    default:
      return unreachable(packet)
  }
}

function start(packetType: number, count: number, length: number): Buffer {
  const out = Buffer.alloc(length)
  out[0] = 0x80 | count
  out[1] = packetType
  out.writeUInt16BE(length / 4 - 1, 2)
  return out
}

function buildSenderReport(packet: SenderReport): Buffer {
  const reportsAt = 8 + SENDER_INFORMATION_LENGTH
  const out = start(RTCP_SENDER_REPORT, packet.reports.length, reportsAt + packet.reports.length * REPORT_BLOCK_LENGTH)
  const words = [packet.ssrc, packet.ntpSeconds, packet.ntpFraction, packet.rtpTimestamp, packet.packetCount, packet.octetCount]
  for (const [index, word] of words.entries()) out.writeUInt32BE(word >>> 0, 4 + 4 * index)
  writeReports(out, reportsAt, packet.reports)
  return out
}

const MAX_LOST = 0x7f_ffff

function writeReports(out: Buffer, start: number, reports: readonly ReportBlock[]): void {
  for (const [index, report] of reports.entries()) {
    const at = start + index * REPORT_BLOCK_LENGTH
    out.writeUInt32BE(report.ssrc, at)
    out.writeUInt8(report.fractionLost, at + 4)
    out.writeIntBE(Math.max(-MAX_LOST - 1, Math.min(MAX_LOST, report.cumulativeLost)), at + 5, 3)
    out.writeUInt32BE(report.highestSequence >>> 0, at + 8)
    out.writeUInt32BE(report.jitter >>> 0, at + 12)
    out.writeUInt32BE(report.lastSenderReport >>> 0, at + 16)
    out.writeUInt32BE(report.delaySinceLastSenderReport >>> 0, at + 20)
  }
}

function buildSourceDescription({ sources }: SourceDescription): Buffer {
  const chunks = sources.map(({ ssrc, canonicalName }) => {
    const name = Buffer.from(canonicalName).subarray(0, 255)
    // At least one zero octet ends the items, and the chunk is filled up to a word (§6.5).
    const chunk = Buffer.alloc(4 * Math.ceil((4 + 2 + name.length + 1) / 4))
    chunk.writeUInt32BE(ssrc, 0)
    chunk[4] = 1
    chunk[5] = name.length
    name.copy(chunk, 6)
    return chunk
  })
  const body = Buffer.concat(chunks)
  const out = start(RTCP_SOURCE_DESCRIPTION, sources.length, RTCP_HEADER_LENGTH + body.length)
  body.copy(out, RTCP_HEADER_LENGTH)
  return out
}

function buildGoodbye({ ssrcs, reason }: Goodbye): Buffer {
  const text = reason === undefined ? Buffer.alloc(0) : Buffer.from(reason).subarray(0, 255)
  const reasonAt = RTCP_HEADER_LENGTH + 4 * ssrcs.length
  const out = start(RTCP_GOODBYE, ssrcs.length, reasonAt + (text.length > 0 ? 4 * Math.ceil((1 + text.length) / 4) : 0))
  for (const [index, ssrc] of ssrcs.entries()) out.writeUInt32BE(ssrc, RTCP_HEADER_LENGTH + 4 * index)
  if (text.length > 0) {
    out[reasonAt] = text.length
    text.copy(out, reasonAt + 1)
  }
  return out
}
