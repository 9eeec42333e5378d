import { dtmfTone, type KeyPress, TONE_LEVEL_DBM0 } from '@klinke/rtp'
import type { Leg } from '../leg.ts'
import type { Interjection } from '../program.ts'
import { FRAME_MS } from '../sources/frame-source.ts'
import { ToneSource } from '../sources/tone-source.ts'

/** Shorter tones are lost on the way (ITU-T Q.24 demands 40 ms of a receiver, and codecs eat some). */
const MIN_TONE_MS = 80

/** A key press as a tone, for a peer that knows no telephone events. */
export class ToneInterjection implements Interjection {
  readonly #leg: Leg
  readonly #tone: ToneSource | undefined
  readonly #frame = new Int16Array(160)
  readonly ended: () => void

  constructor(leg: Leg, { digit, durationMs }: KeyPress, pauseMs = 0, ended: () => void = () => undefined) {
    this.#leg = leg
    const toneMs = Math.ceil(Math.max(MIN_TONE_MS, durationMs) / FRAME_MS) * FRAME_MS
    const tone = dtmfTone(digit, { toneMs, pauseMs })
    this.#tone = tone && new ToneSource(tone, TONE_LEVEL_DBM0)
    this.ended = ended
  }

  tick(nowMs: number): boolean {
    if (!this.#tone?.next(this.#frame)) return false
    this.#leg.mouth.say(this.#frame, nowMs)
    return true
  }
}
