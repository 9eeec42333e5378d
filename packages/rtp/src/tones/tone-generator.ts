import { peakOfLevel } from './level.ts'
import type { Tone } from './tone.ts'

/** Makes the samples of a tone, frame by frame, without a jump between frames. */
export class ToneGenerator {
  readonly #tone: Tone
  readonly #levelDbm0: number
  readonly #sampleRateHz: number
  #step = 0
  /** Samples played of the current step. */
  #played = 0

  /** `levelDbm0`: level of the whole; several frequencies share it evenly. */
  constructor(tone: Tone, levelDbm0: number, sampleRateHz: number) {
    this.#tone = tone
    this.#levelDbm0 = levelDbm0
    this.#sampleRateHz = sampleRateHz
  }

  /** Fills the frame with what comes next. */
  fill(frame: Int16Array): void {
    let at = 0
    while (at < frame.length) {
      const step = this.#tone.steps[this.#step]
      if (!step) {
        frame.fill(0, at)
        return
      }
      const left = Math.round((step.durationMs * this.#sampleRateHz) / 1000) - this.#played
      const end = Math.min(frame.length, at + left)
      this.#sound(frame, at, end, step.frequenciesHz)
      this.#played += end - at
      at = end
      if (at < frame.length || left <= 0) this.#nextStep()
    }
  }

  #sound(frame: Int16Array, start: number, end: number, frequenciesHz: readonly number[]): void {
    const peak = peakOfLevel(this.#levelDbm0) / Math.sqrt(Math.max(1, frequenciesHz.length))
    for (let at = start; at < end; at++) {
      let sum = 0
      for (const frequencyHz of frequenciesHz) sum += Math.sin(this.#phase(frequencyHz, this.#played + at - start))
      frame[at] = Math.max(-32_768, Math.min(32_767, Math.round(peak * sum)))
    }
  }

  /** From the sample's number, not summed up, so that the phase does not drift however long the tone sounds. */
  #phase(frequencyHz: number, sample: number): number {
    return 2 * Math.PI * (((frequencyHz * sample) / this.#sampleRateHz) % 1)
  }

  #nextStep(): void {
    this.#played = 0
    this.#step++
    if (this.#tone.repeats && this.#step >= this.#tone.steps.length) this.#step = 0
  }
}
