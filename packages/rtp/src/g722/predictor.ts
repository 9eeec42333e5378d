import { saturate } from '../mixing/saturate.ts'

const ZEROS = 6
/** Bounds of the coefficients that keep the filter stable (UPPOL2, UPPOL1). */
const MOST_SECOND_POLE = 12_288
const STABILITY = 15_360

/**
 * The adaptive predictor that both bands of both coder and decoder share: two poles, six zeros (ITU-T G.722 §6.2.1.4, §6.2.2.3; blocks PARREC,
 * RECONS, UPPOL1, UPPOL2, UPZERO, FILTEP, FILTEZ, PREDIC). All in the recommendation's 16-bit fixed point.
 */
export class Predictor {
  /** The prediction of the next sample: S. */
  signal = 0
  /** The zeros' part of it: SZ. */
  #zeroPart = 0
  #pole1 = 0
  #pole2 = 0
  #reconstructed = 0
  #partial1 = 0
  #partial2 = 0
  readonly #zeros = new Int32Array(ZEROS)
  readonly #differences = new Int32Array(ZEROS)

  /** Learns from the quantized difference of a sample. */
  adapt(difference: number): void {
    const reconstructed = saturate(this.signal + difference)
    const partial = saturate(this.#zeroPart + difference)
    this.#adaptPoles(partial)
    this.#zeroPart = this.#adaptZeros(difference)
    const first = (this.#pole1 * saturate(2 * reconstructed)) >> 15
    const second = (this.#pole2 * saturate(2 * this.#reconstructed)) >> 15
    this.#partial2 = this.#partial1
    this.#partial1 = partial
    this.#reconstructed = reconstructed
    this.signal = saturate(saturate(first + second) + this.#zeroPart)
  }

  /** Signs decide alone; zero counts as positive. */
  #adaptPoles(partial: number): void {
    const likeLast = (partial ^ this.#partial1) >= 0
    const quadrupled = saturate(4 * this.#pole1)
    const turned = Math.min(32_767, likeLast ? -quadrupled : quadrupled)
    const pull = (partial ^ this.#partial2) >= 0 ? 128 : -128
    const second = pull + (turned >> 7) + ((this.#pole2 * 32_512) >> 15)
    this.#pole2 = Math.max(-MOST_SECOND_POLE, Math.min(MOST_SECOND_POLE, second))
    const first = saturate((likeLast ? 192 : -192) + ((this.#pole1 * 32_640) >> 15))
    const bound = saturate(STABILITY - this.#pole2)
    this.#pole1 = Math.max(-bound, Math.min(bound, first))
  }

  /** Adapts the zeros, moves the differences on by one, and gives the zeros' part of the next prediction. */
  #adaptZeros(difference: number): number {
    const pull = difference === 0 ? 0 : 128
    const zeros = this.#zeros
    const differences = this.#differences
    let sum = 0
    let newer = difference
    for (let i = 0; i < ZEROS; i++) {
      const older = differences[i] ?? 0
      const zero = saturate(((older ^ difference) >= 0 ? pull : -pull) + (((zeros[i] ?? 0) * 32_640) >> 15))
      zeros[i] = zero
      differences[i] = newer
      sum += (zero * saturate(2 * newer)) >> 15
      newer = older
    }
    return saturate(sum)
  }
}
