import { Resampler } from '@klinke/rtp'

type RateHz = 8000 | 16_000

/**
 * 20 ms of what a party says, at the rate its codec has and, for who asks, at the other one. One object per party, filled
 * anew each frame: who needs it longer copies.
 */
export class HeardFrame {
  readonly samples: Int16Array
  readonly sampleRateHz: RateHz
  /** Nothing comes from the party: it pauses, is on hold, or has not begun. The samples are zeros. */
  pausing = true
  readonly #other: Int16Array
  #resampler: Resampler | undefined
  #converted = false

  constructor(sampleRateHz: RateHz) {
    this.sampleRateHz = sampleRateHz
    this.samples = new Int16Array(sampleRateHz / 50)
    this.#other = new Int16Array((sampleRateHz === 8000 ? 16_000 : 8000) / 50)
  }

  /** The samples have been filled. */
  filled(pausing: boolean): void {
    this.pausing = pausing
    this.#converted = false
  }

  at(rateHz: RateHz): Int16Array {
    if (rateHz === this.sampleRateHz) return this.samples
    if (!this.#converted) {
      this.#resampler ??= new Resampler(this.sampleRateHz, rateHz)
      this.#resampler.process(this.samples, this.#other)
      this.#converted = true
    }
    return this.#other
  }
}

/** Hears a party, once each 20 ms. */
export interface FrameListener {
  hear(frame: HeardFrame, nowMs: number): void
}
