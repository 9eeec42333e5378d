import type { Buffer } from 'node:buffer'
import {
  type Goodbye,
  MAX_PACKETS_PER_COMPOUND,
  REPORT_BLOCK_LENGTH,
  type ReportBlock,
  RTCP_GOODBYE,
  RTCP_HEADER_LENGTH,
  RTCP_RECEIVER_REPORT,
  RTCP_SENDER_REPORT,
  RTCP_SOURCE_DESCRIPTION,
  type RtcpPacket,
  SENDER_INFORMATION_LENGTH,
  type SourceDescription,
} from './rtcp-packet.ts'

/**
 * Reads a compound RTCP packet; undefined when it is damaged anywhere (RFC 3550 A.2). Reduced-size packets (RFC 5506)
 * are taken too.
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---+-+---------+---------------+-------------------------------+
 * |V=2|P|  count  |  packet type  |  length in words, minus one   |  one packet, several in a compound
 * +---+-+---------+---------------+-------------------------------+
 * ```
 */
export function parseRtcp(compound: Buffer): RtcpPacket[] | undefined {
  const packets: RtcpPacket[] = []
  let at = 0
  while (at < compound.length) {
    if (compound.length - at < RTCP_HEADER_LENGTH || packets.length >= MAX_PACKETS_PER_COMPOUND) return undefined
    const end = at + 4 * (compound.readUInt16BE(at + 2) + 1)
    if (compound.readUInt8(at) >> 6 !== 2 || end > compound.length) return undefined
    const packet = parsePacket(compound.subarray(at, end))
    if (!packet) return undefined
    packets.push(packet)
    at = end
  }
  return packets.length > 0 ? packets : undefined
}

function parsePacket(packet: Buffer): RtcpPacket | undefined {
  const count = packet.readUInt8(0) & 0x1f
  const packetType = packet.readUInt8(1)
  switch (packetType) {
    case RTCP_SENDER_REPORT:
      return parseSenderReport(packet, count)
    case RTCP_RECEIVER_REPORT: {
      const reports = parseReports(packet, RTCP_HEADER_LENGTH + 4, count)
      return reports && { kind: 'receiver-report', ssrc: packet.readUInt32BE(4), reports }
    }
    case RTCP_SOURCE_DESCRIPTION:
      return parseSourceDescription(packet, count)
    case RTCP_GOODBYE:
      return parseGoodbye(packet, count)
    default:
      return { kind: 'other', packetType }
  }
}

function parseSenderReport(packet: Buffer, count: number): RtcpPacket | undefined {
  const reports = parseReports(packet, RTCP_HEADER_LENGTH + 4 + SENDER_INFORMATION_LENGTH, count)
  return (
    reports && {
      kind: 'sender-report',
      ssrc: packet.readUInt32BE(4),
      ntpSeconds: packet.readUInt32BE(8),
      ntpFraction: packet.readUInt32BE(12),
      rtpTimestamp: packet.readUInt32BE(16),
      packetCount: packet.readUInt32BE(20),
      octetCount: packet.readUInt32BE(24),
      reports,
    }
  )
}

function parseReports(packet: Buffer, start: number, count: number): ReportBlock[] | undefined {
  if (start + count * REPORT_BLOCK_LENGTH > packet.length) return undefined
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * REPORT_BLOCK_LENGTH
    return {
      ssrc: packet.readUInt32BE(at),
      fractionLost: packet.readUInt8(at + 4),
      cumulativeLost: packet.readIntBE(at + 5, 3),
      highestSequence: packet.readUInt32BE(at + 8),
      jitter: packet.readUInt32BE(at + 12),
      lastSenderReport: packet.readUInt32BE(at + 16),
      delaySinceLastSenderReport: packet.readUInt32BE(at + 20),
    }
  })
}

const SDES_END = 0
const SDES_CNAME = 1

/** Chunks of an SSRC and items (type, length, text), closed by a zero octet and filled up to a word. */
function parseSourceDescription(packet: Buffer, count: number): SourceDescription | undefined {
  const sources: { ssrc: number; canonicalName: string }[] = []
  let at = RTCP_HEADER_LENGTH
  for (let chunk = 0; chunk < count; chunk++) {
    if (at + 8 > packet.length) return undefined
    const source = { ssrc: packet.readUInt32BE(at), canonicalName: '' }
    at += 4
    while (at < packet.length && packet.readUInt8(at) !== SDES_END) {
      const end = at + 2 + (at + 1 < packet.length ? packet.readUInt8(at + 1) : packet.length)
      if (end > packet.length) return undefined
      if (packet.readUInt8(at) === SDES_CNAME) source.canonicalName = packet.toString('utf8', at + 2, end)
      at = end
    }
    sources.push(source)
    at += 4 - (at % 4)
  }
  return { kind: 'source-description', sources }
}

function parseGoodbye(packet: Buffer, count: number): Goodbye | undefined {
  const end = RTCP_HEADER_LENGTH + 4 * count
  if (end > packet.length) return undefined
  const ssrcs = Array.from({ length: count }, (_, index) => packet.readUInt32BE(RTCP_HEADER_LENGTH + 4 * index))
  const reasonEnd = end < packet.length ? end + 1 + packet.readUInt8(end) : end
  if (reasonEnd > packet.length) return undefined
  return { kind: 'goodbye', ssrcs, reason: reasonEnd > end + 1 ? packet.toString('utf8', end + 1, reasonEnd) : undefined }
}
