import {
  continuous,
  GERMAN_TONES,
  NOTICE_TONES,
  type SignalName,
  type SignalSource,
  TONE_LEVEL_DBM0,
  type Tone,
  ToneGenerator,
} from '@klinke/rtp'
import { FRAME_MS, FRAMES_PER_SECOND, type FrameSource } from './frame-source.ts'

/** Plays a tone with its cadence, at whatever rate the frames have. */
export class ToneSource implements FrameSource {
  readonly #tone: Tone
  readonly #levelDbm0: number
  #generator: ToneGenerator | undefined
  #frameLength = 0
  #framesLeft: number

  constructor(tone: Tone, levelDbm0: number) {
    this.#tone = tone
    this.#levelDbm0 = levelDbm0
    const lengthMs = tone.steps.reduce((sum, { durationMs }) => sum + durationMs, 0)
    this.#framesLeft = tone.repeats ? Number.POSITIVE_INFINITY : Math.ceil(lengthMs / FRAME_MS)
  }

  next(frame: Int16Array): boolean {
    if (this.#framesLeft-- <= 0) {
      frame.fill(0)
      return false
    }
    if (!this.#generator || frame.length !== this.#frameLength) {
      this.#frameLength = frame.length
      this.#generator = new ToneGenerator(this.#tone, this.#levelDbm0, frame.length * FRAMES_PER_SECOND)
    }
    this.#generator.fill(frame)
    return true
  }
}

export function steadyTone(frequencyHz: number, levelDbm0: number): ToneSource {
  return new ToneSource(continuous(frequencyHz), levelDbm0)
}

export function signalTone({ signal, levelDbm0 = TONE_LEVEL_DBM0 }: SignalSource): ToneSource {
  return new ToneSource(SIGNALS[signal], levelDbm0)
}

const SIGNALS: Readonly<Record<SignalName, Tone>> = {
  ...NOTICE_TONES,
  dial: GERMAN_TONES.dial,
  'special-dial': GERMAN_TONES.specialDial,
  ringback: GERMAN_TONES.ringing,
  busy: GERMAN_TONES.busy,
  congestion: GERMAN_TONES.congestion,
  'special-information': GERMAN_TONES.specialInformation,
  waiting: GERMAN_TONES.callWaiting,
}
