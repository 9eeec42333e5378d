import { isTelephoneEvent, type KeyPress, KeyPressDecoder, type NegotiatedStream } from '@klinke/rtp'
import { RateLimit } from './rate-limit.ts'

const MAX_PAYLOAD_TYPE = 127
/**
 * Shortest press and pause that exist (ITU-T Q.24) make less than this many a second; more is an attack on the reader. Only their number
 * counts: a network that stood still for a moment delivers in one millisecond what was pressed in a second.
 */
const MAX_PRESSES_PER_SECOND = 25

/** Finds key presses (RFC 4733) in the packets of one peer. */
export class KeyPresses {
  readonly #isEvent: readonly boolean[]
  readonly #decoder: KeyPressDecoder
  readonly #rate = new RateLimit(MAX_PRESSES_PER_SECOND)

  constructor({ receiveCodecs, sendCodecs }: NegotiatedStream) {
    // Some telephones send events under the number of their own description instead of ours.
    const events = [...receiveCodecs, ...sendCodecs].filter(isTelephoneEvent)
    this.#isEvent = Array.from({ length: MAX_PAYLOAD_TYPE + 1 }, (_, number) => events.some(({ payloadType }) => payloadType === number))
    this.#decoder = new KeyPressDecoder(events[0]?.clockRateHz ?? 8000)
  }

  /** Looks at a packet of the stream; gives the key press it completes. */
  look(payloadType: number, timestamp: number, packet: Uint8Array, from: number, to: number, nowMs: number): KeyPress | undefined {
    const press = this.#isEvent[payloadType] ? this.#decoder.event(packet.subarray(from, to), timestamp) : this.#decoder.voice(timestamp)
    return press && this.#rate.allows(nowMs) ? press : undefined
  }
}
