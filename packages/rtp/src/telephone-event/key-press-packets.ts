import { EVENT_DIGITS, MAX_SEGMENT_DURATION, printTelephoneEvent } from './telephone-event.ts'

export interface KeyPressPacket {
  /** When to send it, from the start of the press. */
  readonly offsetMs: number
  /** Set on the first packet (RFC 4733 §2.5.1.1). */
  readonly marker: boolean
  readonly payload: Uint8Array
}

export interface KeyPressOptions {
  readonly clockRateHz: number
  readonly packetTimeMs: number
  /** Power, 0 to −63 dBm0. */
  readonly levelDbm0: number
}

/** Shortest press that every receiver must take (ITU-T Q.24). */
export const MIN_KEY_PRESS_MS = 40
const DEFAULT_OPTIONS: KeyPressOptions = { clockRateHz: 8000, packetTimeMs: 20, levelDbm0: -10 }
/** The end is sent three times, against loss (§2.5.1.4). */
const END_PACKETS = 3

/**
 * The packets of a key press: reports every packet time while it lasts, then the end three times. All carry the RTP timestamp of the
 * start and rising sequence numbers. `durationMs` is at least 40 and at most what one segment holds (8.19 s at 8 kHz).
 * Empty for a digit without an event code.
 */
export function keyPressPackets(digit: string, durationMs: number, options: Partial<KeyPressOptions> = {}): KeyPressPacket[] {
  const { clockRateHz, packetTimeMs, levelDbm0 } = { ...DEFAULT_OPTIONS, ...options }
  const event = digit.length === 1 ? EVENT_DIGITS.indexOf(digit.toUpperCase()) : -1
  if (event < 0) return []
  const volume = Math.round(Math.min(63, Math.max(0, -levelDbm0)))
  const units = (ms: number): number => Math.min(MAX_SEGMENT_DURATION, Math.round((ms * clockRateHz) / 1000))
  const lastMs = Math.min(Math.max(durationMs, MIN_KEY_PRESS_MS), (MAX_SEGMENT_DURATION * 1000) / clockRateHz)
  const packets: KeyPressPacket[] = []
  const add = (offsetMs: number, end: boolean, durationSoFarMs: number): void => {
    const payload = printTelephoneEvent({ event, end, volume, duration: units(durationSoFarMs) })
    packets.push({ offsetMs, marker: packets.length === 0, payload })
  }
  let offsetMs = 0
  for (; offsetMs + packetTimeMs < lastMs; offsetMs += packetTimeMs) add(offsetMs, false, offsetMs + packetTimeMs)
  for (let end = 0; end < END_PACKETS; end++) add(offsetMs + end * packetTimeMs, true, lastMs)
  return packets
}
