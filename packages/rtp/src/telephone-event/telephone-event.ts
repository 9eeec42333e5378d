/**
 * One packet of a key press (RFC 4733 §2.3, the successor of RFC 2833).
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+-+-+-----------+-------------------------------+
 * |     event     |E|R|  volume   |      duration in clock units  |
 * +---------------+-+-+-----------+-------------------------------+
 * ```
 */
export const TELEPHONE_EVENT_LENGTH = 4
/** Longest duration one segment can carry (§2.5.1.3). */
export const MAX_SEGMENT_DURATION = 0xffff

/** Keys by event code; 16 is the hook flash. */
export const EVENT_DIGITS = '0123456789*#ABCD!'

/** A whole key press. */
export interface KeyPress {
  /** 0–9, `*`, `#`, A–D, or `!` for the hook flash. */
  readonly digit: string
  readonly durationMs: number
}

export interface TelephoneEventPacket {
  readonly event: number
  readonly end: boolean
  /** Power below 0 dBm0, in dB: 10 means −10 dBm0. */
  readonly volume: number
  readonly duration: number
}

/** Reads the payload; undefined when it is too short. More than four octets are several reports, of which the first counts. */
export function parseTelephoneEvent(payload: Uint8Array): TelephoneEventPacket | undefined {
  const [event, flags, high, low] = payload
  if (event === undefined || flags === undefined || high === undefined || low === undefined) return undefined
  return { event, end: (flags & 0x80) !== 0, volume: flags & 0x3f, duration: (high << 8) | low }
}

export function printTelephoneEvent({ event, end, volume, duration }: TelephoneEventPacket): Uint8Array {
  return Uint8Array.of(event, (end ? 0x80 : 0) | (volume & 0x3f), duration >>> 8, duration & 0xff)
}
