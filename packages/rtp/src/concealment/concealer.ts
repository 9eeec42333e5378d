import { saturate } from '../mixing/saturate.ts'
import { LONGEST_PERIOD_MS, PITCH_HISTORY_MS, pitchPeriod } from './pitch.ts'
import { PitchLoop } from './pitch-loop.ts'

const MOST_PERIODS = 3
/** Three of the longest periods and the quarter that closes their loop. */
const HISTORY_MS = Math.max((MOST_PERIODS + 0.25) * LONGEST_PERIOD_MS, PITCH_HISTORY_MS)
/** One period is repeated for 10 ms, two for the next 10 ms, then three: a single one, long repeated, sounds like a machine. */
const STEP_MS = 10
/** From 10 ms on the sound fades, to silence at 60 ms. */
const FADE_FROM_MS = 10
const SILENT_FROM_MS = 60
/** Each 10 ms of loss lengthen the way back into the received sound by 4 ms, up to 10 ms. */
const RETURN_MS_PER_STEP = 4
const MOST_RETURN_MS = 10

/**
 * Packet loss concealment for linear PCM at 8 or 16 kHz after the idea of ITU-T G.711 Appendix I (09/99): goes on with the last pitch
 * periods, fades, and blends into what comes afterwards. Unlike there nothing is delayed by 3.75 ms to blend the beginning: the step
 * between the last sample heard and the first repeated one is taken out with a ramp of a quarter period instead.
 */
export class Concealer {
  readonly #samplesPerMs: number
  readonly #history: Int16Array
  readonly #loop: PitchLoop
  /** The loop before the number of periods grew, blended out over a quarter period. */
  readonly #oldLoop: PitchLoop
  #period = 1
  #periods = 0
  /** Samples concealed since the last received one. */
  #concealed = 0
  /** Step at the beginning of the loss, ramped down. */
  #step = 0
  /** Samples left of blending from `#oldLoop`. */
  #blend = 0

  constructor(sampleRateHz: number) {
    this.#samplesPerMs = sampleRateHz / 1000
    this.#history = new Int16Array(Math.ceil(HISTORY_MS * this.#samplesPerMs))
    this.#loop = new PitchLoop(this.#history.length)
    this.#oldLoop = new PitchLoop(this.#history.length)
  }

  /** Every frame that was decoded comes by here. The first after a loss is changed in place: its beginning blends with what was made up. */
  received(frame: Int16Array): void {
    if (this.#concealed > 0) this.#blendInto(frame)
    this.#concealed = 0
    this.#remember(frame)
  }

  /** Makes up a frame for one that is missing. */
  conceal(frame: Int16Array): void {
    if (this.#concealed === 0) this.#begin()
    for (let i = 0; i < frame.length; i++) frame[i] = this.#next()
  }

  #begin(): void {
    const { length } = this.#history
    this.#period = pitchPeriod(this.#history, this.#samplesPerMs * 1000)
    this.#periods = 1
    this.#blend = 0
    this.#loop.load(this.#history, this.#period, 1, 0)
    this.#step = (this.#history[length - 1] ?? 0) - (this.#history[length - 1 - this.#period] ?? 0)
  }

  #next(): number {
    const elapsedMs = this.#concealed / this.#samplesPerMs
    if (this.#periods < MOST_PERIODS && elapsedMs >= this.#periods * STEP_MS) this.#takeMorePeriods()
    const quarter = this.#period >> 2
    const ramp = Math.max(0, 1 - (this.#concealed + 1) / (quarter + 1))
    this.#concealed++
    const gain = elapsedMs < FADE_FROM_MS ? 1 : Math.max(0, 1 - (elapsedMs - FADE_FROM_MS) / (SILENT_FROM_MS - FADE_FROM_MS))
    return saturate(Math.round(gain * (this.#looped(quarter) + ramp * this.#step)))
  }

  #looped(quarter: number): number {
    if (this.#blend === 0) return this.#loop.next()
    const old = this.#blend-- / (quarter + 1)
    return old * this.#oldLoop.next() + (1 - old) * this.#loop.next()
  }

  #takeMorePeriods(): void {
    const { phase } = this.#loop
    this.#oldLoop.load(this.#history, this.#period, this.#periods, phase)
    this.#periods++
    this.#loop.load(this.#history, this.#period, this.#periods, phase % this.#period)
    this.#blend = this.#period >> 2
  }

  #blendInto(frame: Int16Array): void {
    const steps = Math.floor(this.#concealed / this.#samplesPerMs / STEP_MS)
    const lengthened = (this.#period >> 2) + Math.max(0, steps - 1) * RETURN_MS_PER_STEP * this.#samplesPerMs
    const overlap = Math.min(frame.length, Math.round(Math.min(MOST_RETURN_MS * this.#samplesPerMs, lengthened)))
    for (let i = 0; i < overlap; i++) {
      const weight = (i + 1) / (overlap + 1)
      frame[i] = saturate(Math.round((1 - weight) * this.#next() + weight * (frame[i] ?? 0)))
    }
  }

  #remember(frame: Int16Array): void {
    const { length } = this.#history
    if (frame.length >= length) this.#history.set(frame.subarray(frame.length - length))
    else {
      this.#history.copyWithin(0, frame.length)
      this.#history.set(frame, length - frame.length)
    }
  }
}
