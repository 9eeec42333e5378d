import { type KeyPress, type KeyPressPacket, keyPressPackets } from '@klinke/rtp'
import type { Leg } from '../leg.ts'
import type { Interjection } from '../program.ts'
import { FRAME_MS } from '../sources/frame-source.ts'

/** A key press as telephone events, a packet each 20 ms, and the pause after it. */
export class EventInterjection implements Interjection {
  readonly #leg: Leg
  readonly #press: number
  readonly #packets: readonly KeyPressPacket[]
  readonly #ticks: number
  readonly ended: () => void
  #tick = 0

  /** `press`: a number that no other press to this party has had lately. */
  constructor(leg: Leg, press: number, { digit, durationMs }: KeyPress, pauseMs: number, ended: () => void) {
    this.#leg = leg
    this.#press = press
    this.#packets = keyPressPackets(digit, durationMs, { clockRateHz: leg.mouth.eventClockRateHz ?? 8000, packetTimeMs: FRAME_MS })
    this.#ticks = this.#packets.length + Math.ceil(pauseMs / FRAME_MS)
    this.ended = ended
  }

  tick(nowMs: number): boolean {
    if (this.#tick >= this.#ticks) return false
    const packet = this.#packets[this.#tick++]
    if (packet) this.#leg.mouth.event({ ...packet, press: this.#press }, nowMs)
    return true
  }
}
