import { saturate } from '../mixing/saturate.ts'
import { CROSSINGS, lowPass } from './low-pass.ts'

/** Rates of telephony: G.711; G.722 and rooms; Opus. */
export type ResamplerRateHz = 8000 | 16_000 | 48_000

/** Products that `dot` makes in one go; rows are as long as a multiple of it. */
const UNROLLED = 4

/**
 * Changes the sample rate of a stream, frame by frame: polyphase windowed-sinc filters, flat to 0.45 of the lower rate, 60 dB against images
 * and aliases beyond 0.55. Delays by 18 samples of the lower rate (2.25 ms at 8 kHz). No frame allocates, once the longest has come by.
 */
export class Resampler {
  readonly #up: number
  readonly #down: number
  /** Interpolation: for each output sample between two inputs, the coefficients in the order of the samples they meet. Decimation: one row. */
  readonly #phases: readonly Float64Array[]
  readonly #taps: number
  /** The last samples of the frames before, then the frame. */
  #line: Float64Array

  constructor(fromHz: ResamplerRateHz, toHz: ResamplerRateHz) {
    this.#up = Math.max(1, toHz / fromHz)
    this.#down = Math.max(1, fromHz / toHz)
    const low = lowPass(Math.max(this.#up, this.#down), this.#up)
    this.#taps = UNROLLED * Math.ceil((2 * CROSSINGS * this.#down + 1) / UNROLLED)
    this.#phases = Array.from({ length: this.#up }, (_, phase) => row(low, phase, this.#up, this.#taps))
    this.#line = new Float64Array(this.#taps - 1)
  }

  /**
   * Converts a frame; its length must be a multiple of the ratio when the rate goes down. `output` must have room. Gives the number of samples written.
   */
  process(input: Int16Array, output: Int16Array): number {
    if (this.#up === this.#down) {
      output.set(input)
      return input.length
    }
    this.#take(input)
    const count = Math.floor((input.length * this.#up) / this.#down)
    if (this.#up > 1) this.#interpolate(input.length, output)
    else this.#decimate(count, output)
    this.#line.copyWithin(0, input.length, input.length + this.#taps - 1)
    return count
  }

  #take(input: Int16Array): void {
    const kept = this.#taps - 1
    if (this.#line.length < kept + input.length) {
      const longer = new Float64Array(kept + input.length)
      longer.set(this.#line.subarray(0, kept))
      this.#line = longer
    }
    this.#line.set(input, kept)
  }

  #interpolate(count: number, output: Int16Array): void {
    // The first phase has a single coefficient: it meets the given samples themselves.
    for (let i = 0; i < count; i++) output[i * this.#up] = this.#line[i + this.#taps - 1 - CROSSINGS] ?? 0
    for (let phase = 1; phase < this.#up; phase++) {
      const coefficients = this.#phases[phase] ?? EMPTY
      for (let i = 0; i < count; i++) output[i * this.#up + phase] = saturate(Math.round(dot(coefficients, this.#line, i)))
    }
  }

  #decimate(count: number, output: Int16Array): void {
    const coefficients = this.#phases[0] ?? EMPTY
    for (let i = 0; i < count; i++) output[i] = saturate(Math.round(dot(coefficients, this.#line, i * this.#down)))
  }
}

const EMPTY = new Float64Array(0)

/** Every `up`-th coefficient, so turned that it runs along the samples from old to new; zeros before the oldest. */
function row(low: Float64Array, phase: number, up: number, taps: number): Float64Array {
  return Float64Array.from({ length: taps }, (_, at) => low[(taps - 1 - at) * up + phase] ?? 0)
}

/** Four sums side by side: one alone would wait for each addition before the next. */
function dot(coefficients: Float64Array, line: Float64Array, from: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let k = 0; k < coefficients.length; k += UNROLLED) {
    a += (coefficients[k] ?? 0) * (line[from + k] ?? 0)
    b += (coefficients[k + 1] ?? 0) * (line[from + k + 1] ?? 0)
    c += (coefficients[k + 2] ?? 0) * (line[from + k + 2] ?? 0)
    d += (coefficients[k + 3] ?? 0) * (line[from + k + 3] ?? 0)
  }
  return a + b + c + d
}
