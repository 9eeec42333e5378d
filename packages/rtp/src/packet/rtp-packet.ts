/**
 * An RTP packet is read where it lies: these functions take the octets as they came from the socket and copy nothing.
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---+-+-+-------+-+-------------+-------------------------------+
 * |V=2|P|X|  CC   |M|     PT      |        sequence number        |
 * +---+-+-+-------+-+-------------+-------------------------------+
 * |                           timestamp                           |
 * +---------------------------------------------------------------+
 * |                             SSRC                              |
 * +---------------------------------------------------------------+
 * |              CSRC, CC times (0 for telephones)                |
 * +-------------------------------+-------------------------------+
 * |  profile of the extension     |  its length in 32-bit words   |  only with X = 1
 * +-------------------------------+-------------------------------+
 * ```
 *
 * RFC 3550 §5.1 and §5.3.1. The readers below `rtpHeaderLength` expect a packet it has found good.
 */
export const RTP_FIXED_HEADER_LENGTH = 12

/** Length of the header with CSRCs and extension in octets; -1 when this is no well-formed RTP packet. */
export function rtpHeaderLength(packet: Uint8Array, length = packet.length): number {
  if (length < RTP_FIXED_HEADER_LENGTH) return -1
  const first = octet(packet, 0)
  if (first >> 6 !== 2) return -1
  let end = RTP_FIXED_HEADER_LENGTH + 4 * (first & 0x0f)
  if (first & 0x10) {
    if (end + 4 > length) return -1
    end += 4 + 4 * uint16(packet, end + 2)
  }
  return end <= length ? end : -1
}

/** Octets of payload after `headerLength`, padding (RFC 3550 §5.1, P bit) left out; -1 when the padding is impossible. */
export function rtpPayloadLength(packet: Uint8Array, headerLength: number, length = packet.length): number {
  if ((octet(packet, 0) & 0x20) === 0) return length - headerLength
  const padding = octet(packet, length - 1)
  const payload = length - headerLength - padding
  return padding === 0 || payload < 0 ? -1 : payload
}

export function payloadTypeOf(packet: Uint8Array): number {
  return octet(packet, 1) & 0x7f
}

/** Marker bit: for audio the first packet after silence, and the first of a telephone event. */
export function markerOf(packet: Uint8Array): boolean {
  return (octet(packet, 1) & 0x80) !== 0
}

export function sequenceNumberOf(packet: Uint8Array): number {
  return uint16(packet, 2)
}

export function timestampOf(packet: Uint8Array): number {
  return uint32(packet, 4)
}

export function ssrcOf(packet: Uint8Array): number {
  return uint32(packet, 8)
}

/** Replaces the payload type and keeps the marker bit. */
export function setPayloadType(packet: Uint8Array, payloadType: number): void {
  packet[1] = (octet(packet, 1) & 0x80) | payloadType
}

/** Sets the marker: for audio, the first packet after a silence (RFC 3551 §4.1). */
export function markPacket(packet: Uint8Array): void {
  packet[1] = octet(packet, 1) | 0x80
}

export function setSequenceNumber(packet: Uint8Array, sequenceNumber: number): void {
  writeUint16(packet, 2, sequenceNumber)
}

export function setTimestamp(packet: Uint8Array, timestamp: number): void {
  writeUint32(packet, 4, timestamp)
}

export function setSsrc(packet: Uint8Array, ssrc: number): void {
  writeUint32(packet, 8, ssrc)
}

export interface RtpHeader {
  readonly payloadType: number
  readonly marker: boolean
  readonly sequenceNumber: number
  readonly timestamp: number
  readonly ssrc: number
}

/** Writes a header without CSRCs and extension into the first 12 octets. */
export function writeRtpHeader(packet: Uint8Array, header: RtpHeader): void {
  packet[0] = 0x80
  packet[1] = (header.marker ? 0x80 : 0) | header.payloadType
  setSequenceNumber(packet, header.sequenceNumber)
  setTimestamp(packet, header.timestamp)
  setSsrc(packet, header.ssrc)
}

/** Tells RTCP from RTP on one port: RTCP packet types 192–223 lie where RTP would have PT 64–95 (RFC 5761 §4). */
export function isRtcp(packet: Uint8Array): boolean {
  const type = octet(packet, 1)
  return type >= 192 && type <= 223
}

function octet(packet: Uint8Array, at: number): number {
  return packet[at] ?? 0
}

function uint16(packet: Uint8Array, at: number): number {
  return (octet(packet, at) << 8) | octet(packet, at + 1)
}

function uint32(packet: Uint8Array, at: number): number {
  return ((uint16(packet, at) << 16) | uint16(packet, at + 2)) >>> 0
}

function writeUint16(packet: Uint8Array, at: number, value: number): void {
  packet[at] = (value >>> 8) & 0xff
  packet[at + 1] = value & 0xff
}

function writeUint32(packet: Uint8Array, at: number, value: number): void {
  writeUint16(packet, at, value >>> 16)
  writeUint16(packet, at + 2, value)
}
