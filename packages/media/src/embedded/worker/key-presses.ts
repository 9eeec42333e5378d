import { isTelephoneEvent, type KeyPress, KeyPressDecoder, type NegotiatedStream } from '@klinke/rtp'

const MAX_PAYLOAD_TYPE = 127
/** Shortest press and pause that exist (ITU-T Q.24) make less than this many a second; more is an attack on the reader. */
const MIN_BETWEEN_PRESSES_MS = 40

/** Finds key presses (RFC 4733) in the packets of one peer. */
export class KeyPresses {
  readonly #isEvent: readonly boolean[]
  readonly #decoder: KeyPressDecoder
  #lastPressMs = Number.NEGATIVE_INFINITY

  constructor({ receiveCodecs, sendCodecs }: NegotiatedStream) {
    // Some telephones send events under the number of their own description instead of ours.
    const events = [...receiveCodecs, ...sendCodecs].filter(isTelephoneEvent)
    this.#isEvent = Array.from({ length: MAX_PAYLOAD_TYPE + 1 }, (_, number) => events.some(({ payloadType }) => payloadType === number))
    this.#decoder = new KeyPressDecoder(events[0]?.clockRateHz ?? 8000)
  }

  /** Looks at a packet of the stream; gives the key press it completes. */
  look(payloadType: number, timestamp: number, packet: Uint8Array, from: number, to: number, nowMs: number): KeyPress | undefined {
    const press = this.#isEvent[payloadType] ? this.#decoder.event(packet.subarray(from, to), timestamp) : this.#decoder.voice(timestamp)
    if (!press || nowMs - this.#lastPressMs < MIN_BETWEEN_PRESSES_MS) return undefined
    this.#lastPressMs = nowMs
    return press
  }
}
