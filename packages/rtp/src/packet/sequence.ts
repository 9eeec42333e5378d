/** Distance from `from` to `to` on the 16-bit circle of sequence numbers: -32768…32767, positive when `to` is newer. */
export function sequenceDistance(from: number, to: number): number {
  return ((to - from) << 16) >> 16
}

/** Distance of two 32-bit RTP timestamps: negative when `to` is older. */
export function timestampDistance(from: number, to: number): number {
  return (to - from) | 0
}

/**
 * The full number (wraps counted) that lies nearest to `highest` and has `sequenceNumber` as its low 16 bits.
 * Negative when that would be before the first packet (RFC 3550 A.1, RFC 3711 §3.3.1).
 */
export function extendSequence(highest: number, sequenceNumber: number): number {
  return highest + sequenceDistance(highest & 0xffff, sequenceNumber)
}
