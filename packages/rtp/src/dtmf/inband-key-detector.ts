import type { KeyPress } from '../telephone-event/telephone-event.ts'
import { BlockAnalysis, HOP_MS } from './block-analysis.ts'

/** A key counts from so many blocks in a row on. Fewer would take tones of 23 ms, which ITU-T Q.24 forbids; more would miss some of 40 ms. */
const HITS_TO_BEGIN = 4
/** And is over after so many without it: an interruption of 10 ms does not end it, a pause of 40 ms does. */
const MISSES_TO_END = 4
/** What a tone is longer than the distance of its first and last block: blocks at its edges still count when they are full by about three quarters. */
const EDGE_MS = 10

/**
 * Finds keys pressed as tones in the sound of a party that cannot send telephone events. After ITU-T Q.24 (11/88) and Telcordia GR-506:
 * Goertzel bank over Hann-windowed blocks; level, twist, share of the total power, overtones, and the exact frequency by the turn of the
 * phase between blocks, which is what speech fails.
 */
export class InbandKeyDetector {
  readonly #analysis: BlockAnalysis
  /** Samples not yet analysed, and room for those that come. */
  readonly #line: Int16Array
  #filled = 0
  #candidate: string | undefined
  #hits = 0
  #misses = 0
  #pressed: string | undefined
  /** Blocks since the first of the press. */
  #blocks = 0

  /** `sampleRateHz`: 8000 or 16000. */
  constructor(sampleRateHz: number) {
    this.#analysis = new BlockAnalysis(sampleRateHz)
    this.#line = new Int16Array(this.#analysis.blockSamples)
  }

  /** The key that is down now. Recognised 30 to 60 ms after its tone began; it ends the prompt, say. */
  get pressed(): string | undefined {
    return this.#pressed
  }

  /** Takes the next sound, at most 60 ms. Gives the press that has ended in it. */
  add(frame: Int16Array): KeyPress | undefined {
    const { blockSamples, hopSamples } = this.#analysis
    let ended: KeyPress | undefined
    let taken = 0
    while (taken < frame.length) {
      const count = Math.min(frame.length - taken, blockSamples - this.#filled)
      for (let i = 0; i < count; i++) this.#line[this.#filled + i] = frame[taken + i] ?? 0
      taken += count
      this.#filled += count
      if (this.#filled < blockSamples) break
      ended = this.#count(this.#analysis.keyIn(this.#line)) ?? ended
      this.#line.copyWithin(0, hopSamples)
      this.#filled -= hopSamples
    }
    return ended
  }

  #count(key: string | undefined): KeyPress | undefined {
    this.#hits = key !== undefined && key === this.#candidate ? this.#hits + 1 : 1
    this.#candidate = key
    this.#blocks++
    if (this.#pressed !== undefined && key === this.#pressed) this.#misses = 0
    else this.#misses++
    const begins = key !== undefined && key !== this.#pressed && this.#hits >= HITS_TO_BEGIN
    const ended = this.#pressed !== undefined && (begins || this.#misses >= MISSES_TO_END) ? this.#end(this.#pressed) : undefined
    if (begins) {
      this.#pressed = key
      this.#blocks = this.#hits
      this.#misses = 0
    }
    return ended
  }

  #end(digit: string): KeyPress {
    this.#pressed = undefined
    return { digit, durationMs: Math.round((this.#blocks - this.#misses) * HOP_MS + EDGE_MS) }
  }
}
