import { GoertzelBin } from '../dtmf/goertzel-bin.ts'
import { hannResponse, hannWindow } from '../tones/hann-window.ts'
import { peakOfLevel } from '../tones/level.ts'

/** CNG, the tone of a fax machine that calls (ITU-T T.30 (09/05) §4.2): 1100 Hz ± 38 Hz, 0.5 s on and 3 s off, each ± 15 %. */
export const CALLING_TONE_HZ = 1100
const MOST_OFFSET_HZ = 38 + 4
const SHORTEST_MS = 400
const LONGEST_MS = 600

/** A new block begins each hop. Two blocks so far apart tell frequencies ± 50 Hz from each other by the turn of the phase. */
const HOP_MS = 10
/** ITU-T T.30 §4.2: a calling tone has −43 dBm at least where it is heard. */
const WEAKEST_DBM0 = -43
/** So much of a block's power is the tone's: the echo of what is said to the caller may be 7 dB below it; speech seldom comes near for one block. */
const LEAST_SHARE = 0.83
/** Blocks in the middle of the tone that may be spoilt: a lost packet that was concealed. */
const MOST_GAP = 4
/** And after so many without it the tone is over. */
const MISSES_TO_END = 8
/** Before and after the tone the line is so much quieter: what glides through 1100 Hz, or goes on as something else, is music or a voice. */
const QUIETER = 10 ** (-6 / 10)
const QUIET_BLOCKS = 6
/** A machine keeps level and frequency, but for the edges of its tone; a voice does not, even where one harmonic of it stands alone. */
const STEADY = 10 ** (-3 / 10)
const STEADY_HZ = 16

const WEAKEST_POWER = peakOfLevel(WEAKEST_DBM0) ** 2 / 2

/**
 * Finds the calling tone of a fax machine in the sound of a caller. One burst is enough: nothing else on a telephone line is a pure tone of
 * that frequency that lasts half a second between two pauses.
 */
export class CallingToneDetector {
  readonly #bin: GoertzelBin
  readonly #window: Float64Array
  readonly #block: Float64Array
  readonly #line: Int16Array
  readonly #hopSamples: number
  readonly #windowSum: number
  readonly #windowPower: number
  #filled = 0
  /** Power of the blocks before the tone, newest last: the tone begins in the last one or two. */
  readonly #before: number[] = new Array<number>(QUIET_BLOCKS).fill(0)
  #hits = 0
  #misses = 0
  /** Blocks since the tone began, and its power. */
  #blocks = 0
  #power = 0
  /** The loudest of what follows the tone, but for the block in which it ends. */
  #after = 0
  #isLoudBefore = false
  readonly #level = new Range()
  readonly #frequency = new Range()

  /** `sampleRateHz`: 8000 or 16000. */
  constructor(sampleRateHz: number) {
    this.#hopSamples = (HOP_MS * sampleRateHz) / 1000
    const blockSamples = 2 * this.#hopSamples
    this.#bin = new GoertzelBin(CALLING_TONE_HZ, sampleRateHz, this.#hopSamples)
    this.#window = hannWindow(blockSamples)
    this.#windowSum = this.#window.reduce((sum, weight) => sum + weight, 0)
    this.#windowPower = this.#window.reduce((sum, weight) => sum + weight * weight, 0)
    this.#block = new Float64Array(blockSamples)
    this.#line = new Int16Array(blockSamples)
  }

  /** Takes the next sound. True when a calling tone has ended in it: about 0.6 s after it began. */
  add(frame: Int16Array): boolean {
    let heard = false
    let taken = 0
    while (taken < frame.length) {
      const count = Math.min(frame.length - taken, this.#line.length - this.#filled)
      for (let i = 0; i < count; i++) this.#line[this.#filled + i] = frame[taken + i] ?? 0
      taken += count
      this.#filled += count
      if (this.#filled < this.#line.length) break
      heard = this.#follow() || heard
      this.#line.copyWithin(0, this.#hopSamples)
      this.#filled -= this.#hopSamples
    }
    return heard
  }

  /** One block on. True when it is the one that proves the tone over. */
  #follow(): boolean {
    const power = this.#takeIn()
    const isTone = this.#isTone(power)
    if (this.#hits === 0) {
      if (isTone) this.#begin(power)
      this.#remember(power)
      return false
    }
    this.#blocks++
    this.#remember(power)
    if (isTone) {
      // What comes back after a pause is another tone.
      if (this.#misses > MOST_GAP) return this.#end()
      this.#hits++
      this.#misses = 0
      this.#after = 0
      this.#keep(power)
      return false
    }
    this.#misses++
    if (this.#misses > 2) this.#after = Math.max(this.#after, power)
    if (this.#misses < MISSES_TO_END) return false
    const durationMs = (this.#blocks - this.#misses) * HOP_MS
    const isQuiet = !this.#isLoudBefore && this.#after < QUIETER * this.#power
    this.#end()
    return isQuiet && this.#isSteady && durationMs >= SHORTEST_MS && durationMs <= LONGEST_MS
  }

  get #isSteady(): boolean {
    const { least, most } = this.#level
    return least >= STEADY * most && this.#frequency.most - this.#frequency.least <= STEADY_HZ
  }

  #keep(power: number): void {
    this.#power = Math.max(this.#power, power)
    this.#level.add(power)
    this.#frequency.add(this.#bin.offsetHz)
  }

  #begin(power: number): void {
    this.#hits = 1
    this.#misses = 0
    this.#blocks = 1
    this.#power = 0
    this.#after = 0
    this.#level.begin()
    this.#frequency.begin()
    this.#keep(power)
    // The newest two have some of the tone in them already.
    this.#isLoudBefore = this.#before.slice(0, -2).some((before) => before > QUIETER * power)
  }

  #end(): false {
    this.#hits = 0
    return false
  }

  #remember(power: number): void {
    this.#before.shift()
    this.#before.push(power)
  }

  /** Windows the block; gives its mean power, as if it had not been windowed. */
  #takeIn(): number {
    let power = 0
    for (let i = 0; i < this.#block.length; i++) {
      const sample = (this.#line[i] ?? 0) * (this.#window[i] ?? 0)
      this.#block[i] = sample
      power += sample * sample
    }
    return power / this.#windowPower
  }

  #isTone(power: number): boolean {
    const magnitude = this.#bin.measure(this.#block)
    if (power < WEAKEST_POWER || Math.abs(this.#bin.offsetHz) > MOST_OFFSET_HZ) return false
    const peak = (2 * Math.sqrt(magnitude)) / (this.#windowSum * hannResponse((this.#bin.offsetHz * 2 * HOP_MS) / 1000))
    return (peak * peak) / 2 >= LEAST_SHARE * power
  }
}

/** Between what a quantity moves, its first and last two values left out: those are of blocks that the tone fills in part. */
class Range {
  least = Number.POSITIVE_INFINITY
  most = Number.NEGATIVE_INFINITY
  #seen = 0
  #last = 0
  #beforeLast = 0

  begin(): void {
    this.least = Number.POSITIVE_INFINITY
    this.most = Number.NEGATIVE_INFINITY
    this.#seen = 0
  }

  add(value: number): void {
    this.#seen++
    if (this.#seen > 4) {
      this.least = Math.min(this.least, this.#beforeLast)
      this.most = Math.max(this.most, this.#beforeLast)
    }
    this.#beforeLast = this.#last
    this.#last = value
  }
}
