import { timestampDistance } from '../packet/sequence.ts'
import { EVENT_DIGITS, type KeyPress, MAX_SEGMENT_DURATION, parseTelephoneEvent } from './telephone-event.ts'

interface OpenPress {
  readonly digit: string
  /** RTP timestamp of the segment: all packets of a press carry the same one. */
  readonly timestamp: number
  /** Clock units of segments before this one. */
  readonly durationBefore: number
  readonly duration: number
  readonly reported: boolean
}

/** Silence after the last report of a press after which it counts as over although no end packet came, in milliseconds. */
const LOST_END_MS = 100

/**
 * Makes one `KeyPress` out of the packets of an event: start, updates, three ends, repeated, lost or out of order (RFC 4733 §2.5.2).
 * The press is told at its first end packet, because only then its duration is known.
 */
export class KeyPressDecoder {
  readonly #clockRateHz: number
  #press: OpenPress | undefined

  constructor(clockRateHz: number) {
    this.#clockRateHz = clockRateHz
  }

  /** Takes an event packet; gives the press it completes. */
  event(payload: Uint8Array, timestamp: number): KeyPress | undefined {
    const packet = parseTelephoneEvent(payload)
    const digit = packet && EVENT_DIGITS[packet.event]
    if (!packet || digit === undefined) return undefined
    const press = this.#press
    if (press && timestampDistance(press.timestamp, timestamp) < 0) return undefined
    const isSame = press?.timestamp === timestamp
    const continues = press !== undefined && !isSame && isNextSegment(press, digit, timestamp)
    const lost = isSame || continues ? undefined : this.#finish()
    const durationBefore = isSame ? press.durationBefore : continues ? press.durationBefore + MAX_SEGMENT_DURATION : 0
    const duration = isSame ? Math.max(press.duration, packet.duration) : packet.duration
    this.#press = { digit: isSame ? press.digit : digit, timestamp, durationBefore, duration, reported: isSame && press.reported }
    // With a press just found to have lost its ends, this one waits for its next end packet: there are three.
    return lost ?? (packet.end ? this.#finish() : undefined)
  }

  /** Takes the timestamp of any other packet; gives a press whose ends were all lost. */
  voice(timestamp: number): KeyPress | undefined {
    const press = this.#press
    if (!press || press.reported) return undefined
    const silence = timestampDistance(press.timestamp + press.duration, timestamp)
    return silence > (LOST_END_MS * this.#clockRateHz) / 1000 ? this.#finish() : undefined
  }

  #finish(): KeyPress | undefined {
    const press = this.#press
    if (!press || press.reported) return undefined
    this.#press = { ...press, reported: true }
    return { digit: press.digit, durationMs: Math.round(((press.durationBefore + press.duration) * 1000) / this.#clockRateHz) }
  }
}

/** A press longer than a segment goes on under a later timestamp (§2.5.1.3). */
function isNextSegment(press: OpenPress, digit: string, timestamp: number): boolean {
  return !press.reported && press.digit === digit && timestampDistance(press.timestamp, timestamp) === MAX_SEGMENT_DURATION
}
