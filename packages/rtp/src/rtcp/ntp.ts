/** Seconds from 1900 (NTP) to 1970 (Unix), RFC 5905. */
const UNIX_EPOCH_IN_NTP_SECONDS = 2_208_988_800

/** NTP time of a wall-clock time, as a sender report carries it. */
export function ntpOf(epochMs: number): { readonly ntpSeconds: number; readonly ntpFraction: number } {
  const seconds = Math.floor(epochMs / 1000)
  return {
    ntpSeconds: (seconds + UNIX_EPOCH_IN_NTP_SECONDS) >>> 0,
    ntpFraction: Math.floor(((epochMs - seconds * 1000) / 1000) * 0x1_0000_0000),
  }
}

/** The middle 32 bits: seconds modulo 2¹⁶ and their fraction in 1/65536 s (RFC 3550 §4). */
export function compactNtp(ntpSeconds: number, ntpFraction: number): number {
  return (((ntpSeconds & 0xffff) << 16) | (ntpFraction >>> 16)) >>> 0
}

/** Milliseconds as a compact NTP duration, in 1/65536 s. */
export function compactDuration(durationMs: number): number {
  return Math.round((durationMs * 65_536) / 1000) >>> 0
}

/**
 * Round trip from a report block that answers a sender report of ours: now − LSR − DLSR (RFC 3550 §6.4.1), in milliseconds.
 * Undefined when the block answers none, or its times cannot be.
 */
export function roundTripMs(
  nowEpochMs: number,
  report: { readonly lastSenderReport: number; readonly delaySinceLastSenderReport: number },
): number | undefined {
  if (report.lastSenderReport === 0) return undefined
  const { ntpSeconds, ntpFraction } = ntpOf(nowEpochMs)
  const units = (compactNtp(ntpSeconds, ntpFraction) - report.lastSenderReport - report.delaySinceLastSenderReport) | 0
  return units < 0 ? undefined : (units * 1000) / 65_536
}
