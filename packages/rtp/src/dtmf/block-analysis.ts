import { hannResponse, hannWindow } from '../tones/hann-window.ts'
import { peakOfLevel } from '../tones/level.ts'
import { DTMF_COLUMNS_HZ, DTMF_KEYS, DTMF_ROWS_HZ } from './frequencies.ts'
import { GoertzelBin } from './goertzel-bin.ts'

/** A block is 13 ms, and a new one begins each 6.5 ms: a tone of 40 ms has at least four whole ones. */
const BLOCK_MS = 13
export const HOP_MS = BLOCK_MS / 2

/** ITU-T Q.24 table A-1: operate down to −25 dBm0 per frequency (AT&T), of which the weaker one may be 8 dB lower, and a bit. */
const WEAKEST_DBM0 = -36
/** Q.24: −8 … +4 dB between the groups (AT&T), −5 … +5 (NTT); long lines eat the high group. Either may be stronger by so much. */
const MOST_TWIST_DB = 9
/** Q.24: to be taken within ±(1.5 % + 2 Hz), not beyond ±3.5 %; a little more for noise. */
const MOST_OFFSET = 0.016
const MOST_OFFSET_HZ = 4
/** So much of the block's power must be in the two frequencies: noise of 20 dB below leaves 99 %, speech hardly ever 92 %. */
const LEAST_SHARE = 0.92
/** Speech has overtones, a key has none: each must be so far below its frequency. */
const OVERTONE_DB = 12

const WEAKEST_PEAK_SQUARED = peakOfLevel(WEAKEST_DBM0) ** 2
const MOST_TWIST = 10 ** (MOST_TWIST_DB / 10)
const MOST_OVERTONE = 10 ** (-OVERTONE_DB / 10)

/** Looks for the two frequencies of a key in overlapping blocks of sound. */
export class BlockAnalysis {
  readonly blockSamples: number
  readonly hopSamples: number
  readonly #window: Float64Array
  readonly #block: Float64Array
  readonly #rows: readonly GoertzelBin[]
  readonly #columns: readonly GoertzelBin[]
  readonly #rowOvertones: readonly GoertzelBin[]
  readonly #columnOvertones: readonly GoertzelBin[]
  readonly #windowSum: number
  readonly #windowPower: number
  readonly #binHz: number

  constructor(sampleRateHz: number) {
    this.hopSamples = (HOP_MS * sampleRateHz) / 1000
    this.blockSamples = 2 * this.hopSamples
    this.#binHz = sampleRateHz / this.blockSamples
    // Hann: the skirts of one group must not reach into the other, else twist would bend the phases.
    this.#window = hannWindow(this.blockSamples)
    this.#windowSum = this.#window.reduce((sum, weight) => sum + weight, 0)
    this.#windowPower = this.#window.reduce((sum, weight) => sum + weight * weight, 0)
    this.#block = new Float64Array(this.blockSamples)
    const bins = (frequencies: readonly number[], times = 1): GoertzelBin[] =>
      frequencies.map((frequencyHz) => new GoertzelBin(times * frequencyHz, sampleRateHz, this.hopSamples))
    this.#rows = bins(DTMF_ROWS_HZ)
    this.#columns = bins(DTMF_COLUMNS_HZ)
    // Twice a row lies among the columns, so for rows the next overtone is looked at.
    this.#rowOvertones = bins(DTMF_ROWS_HZ, 3)
    this.#columnOvertones = bins(DTMF_COLUMNS_HZ, 2)
  }

  /** The key whose tones fill this block and have turned as they should since the block before; undefined when it is none. */
  keyIn(samples: Int16Array): string | undefined {
    const power = this.#takeIn(samples)
    const row = strongest(this.#rows, this.#block)
    const column = strongest(this.#columns, this.#block)
    if (power < WEAKEST_PEAK_SQUARED) return undefined
    const rowBin = this.#rows[row.index]
    const columnBin = this.#columns[column.index]
    const rowHz = DTMF_ROWS_HZ[row.index]
    const columnHz = DTMF_COLUMNS_HZ[column.index]
    if (!rowBin || !columnBin || !rowHz || !columnHz) return undefined
    if (isOff(rowBin, rowHz) || isOff(columnBin, columnHz)) return undefined
    const rowPeak = this.#peakSquared(row.magnitude, rowBin.offsetHz)
    const columnPeak = this.#peakSquared(column.magnitude, columnBin.offsetHz)
    if (Math.min(rowPeak, columnPeak) < WEAKEST_PEAK_SQUARED) return undefined
    if (rowPeak > MOST_TWIST * columnPeak || columnPeak > MOST_TWIST * rowPeak) return undefined
    if ((rowPeak + columnPeak) / 2 < LEAST_SHARE * power) return undefined
    if (this.#isOvertone(this.#rowOvertones[row.index], rowPeak) || this.#isOvertone(this.#columnOvertones[column.index], columnPeak))
      return undefined
    return DTMF_KEYS[4 * row.index + column.index]
  }

  /** Windows the block; gives its mean power, as if it had not been windowed. */
  #takeIn(samples: Int16Array): number {
    let power = 0
    for (let i = 0; i < this.#block.length; i++) {
      const sample = (samples[i] ?? 0) * (this.#window[i] ?? 0)
      this.#block[i] = sample
      power += sample * sample
    }
    return power / this.#windowPower
  }

  /** Squared peak of the tone behind a bin, corrected for what the window takes beside its middle. */
  #peakSquared(magnitude: number, offsetHz: number): number {
    return (4 * magnitude) / (this.#windowSum * hannResponse(offsetHz / this.#binHz)) ** 2
  }

  #isOvertone(bin: GoertzelBin | undefined, peakSquared: number): boolean {
    return bin !== undefined && this.#peakSquared(bin.measure(this.#block), 0) > MOST_OVERTONE * peakSquared
  }
}

function isOff(bin: GoertzelBin, frequencyHz: number): boolean {
  return Math.abs(bin.offsetHz) > MOST_OFFSET * frequencyHz + MOST_OFFSET_HZ
}

function strongest(bins: readonly GoertzelBin[], block: Float64Array): { readonly index: number; readonly magnitude: number } {
  let index = 0
  let most = -1
  for (let i = 0; i < bins.length; i++) {
    const magnitude = bins[i]?.measure(block) ?? 0
    if (magnitude > most) {
      most = magnitude
      index = i
    }
  }
  return { index, magnitude: most }
}
