import { saturate } from '../mixing/saturate.ts'
import { Predictor } from './predictor.ts'
import { IHN, IHP, ILB, ILN, ILP, Q2, Q6, QM2, QM4, QM6, WH, WL } from './tables.ts'

const MOST_LOWER_LOG = 18_432
const MOST_HIGHER_LOG = 22_528
const LOWER_SHIFT = 8
const HIGHER_SHIFT = 10
const FIRST_LOWER_SCALE = 32
const FIRST_HIGHER_SCALE = 8

/** The lower band, 0–4 kHz: 6 bits per sample (ITU-T G.722 §6.2.1, mode 1 of §6.2.2). State is alike in coder and decoder. */
export class LowerBand {
  readonly #predictor = new Predictor()
  /** Logarithm of the scale factor (NBL), and the scale factor (DETL). */
  #log = 0
  #scale = FIRST_LOWER_SCALE

  /** A sample to its 6-bit code (SUBTRA, QUANTL). */
  encode(sample: number): number {
    const difference = saturate(sample - this.#predictor.signal)
    const size = difference < 0 ? ~difference : difference
    let interval = 1
    while (interval < Q6.length && size >= ((Q6[interval] ?? 0) * this.#scale) >> 12) interval++
    const code = (difference < 0 ? ILN[interval] : ILP[interval]) ?? 0
    this.#adapt(code)
    return code
  }

  /** A 6-bit code to its sample, 15 bits (INVQBL, RECONS, LIMIT). */
  decode(code: number): number {
    const heard = limited(this.#predictor.signal + ((this.#scale * (QM6[code] ?? 0)) >> 15))
    this.#adapt(code)
    return heard
  }

  /** INVQAL, LOGSCL, SCALEL: only the upper four bits count, so that the lower two may be stolen for data. */
  #adapt(code: number): void {
    const coarse = code >> 2
    const difference = (this.#scale * (QM4[coarse] ?? 0)) >> 15
    this.#log = Math.max(0, Math.min(MOST_LOWER_LOG, ((this.#log * 127) >> 7) + (WL[coarse] ?? 0)))
    this.#scale = scaleOf(this.#log, LOWER_SHIFT)
    this.#predictor.adapt(difference)
  }
}

/** The higher band, 4–8 kHz: 2 bits per sample. */
export class HigherBand {
  readonly #predictor = new Predictor()
  #log = 0
  #scale = FIRST_HIGHER_SCALE

  /** A sample to its 2-bit code (SUBTRA, QUANTH). */
  encode(sample: number): number {
    const difference = saturate(sample - this.#predictor.signal)
    const size = difference < 0 ? ~difference : difference
    const interval = size >= (Q2 * this.#scale) >> 12 ? 2 : 1
    const code = (difference < 0 ? IHN[interval] : IHP[interval]) ?? 0
    this.#adapt(code)
    return code
  }

  /** A 2-bit code to its sample, 15 bits (INVQAH, RECONS, LIMIT). */
  decode(code: number): number {
    const heard = limited(this.#predictor.signal + ((this.#scale * (QM2[code] ?? 0)) >> 15))
    this.#adapt(code)
    return heard
  }

  #adapt(code: number): void {
    const difference = (this.#scale * (QM2[code] ?? 0)) >> 15
    this.#log = Math.max(0, Math.min(MOST_HIGHER_LOG, ((this.#log * 127) >> 7) + (WH[code] ?? 0)))
    this.#scale = scaleOf(this.#log, HIGHER_SHIFT)
    this.#predictor.adapt(difference)
  }
}

/** SCALEL, SCALEH: back from the logarithm. */
function scaleOf(log: number, shift: number): number {
  const mantissa = ILB[(log >> 6) & 31] ?? 0
  const exponent = shift - (log >> 11)
  return (exponent < 0 ? mantissa << -exponent : mantissa >> exponent) << 2
}

function limited(sample: number): number {
  return Math.max(-16_384, Math.min(16_383, sample))
}
