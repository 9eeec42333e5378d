import { type AudioCodec, type AudioDecoder, Concealer, JitterBuffer } from '@klinke/rtp'
import { FRAME_MS } from '../sources/frame-source.ts'
import { HeardFrame } from './heard-frame.ts'

/** Longest packet that exists (RFC 3551 §4.2: receivers take 200 ms), and what is left of the one before. */
const MOST_SAMPLES_MS = 260
/** Peak of a frame in which a correction of the delay is not noticed: about −45 dBm0. */
const QUIET_PEAK = 130

/** One codec at work for one party: jitter buffer, decoder, concealment. */
export class Decoding {
  readonly frame: HeardFrame
  readonly buffer: JitterBuffer
  readonly #decoder: AudioDecoder
  readonly #concealer: Concealer
  /** Decoded and not heard yet. */
  readonly #samples: Int16Array
  #count = 0
  #quiet = true

  constructor(codec: AudioCodec) {
    const { sampleRateHz, clockRateHz } = codec
    this.frame = new HeardFrame(sampleRateHz)
    this.buffer = new JitterBuffer({ clockRateHz, frameMs: FRAME_MS, durationOf: (payload) => codec.durationOf(payload) })
    this.#decoder = codec.createDecoder()
    this.#concealer = new Concealer(sampleRateHz)
    this.#samples = new Int16Array((MOST_SAMPLES_MS * sampleRateHz) / 1000)
  }

  /** Makes the next frame. */
  fill(nowMs: number): void {
    const { samples } = this.frame
    let pausing = false
    while (this.#count < samples.length && !pausing) pausing = !this.#more(nowMs, samples.length)
    const count = Math.min(this.#count, samples.length)
    for (let i = 0; i < count; i++) samples[i] = this.#samples[i] ?? 0
    if (count < samples.length) samples.fill(0, count)
    if (count < this.#count) this.#samples.copyWithin(0, count, this.#count)
    this.#count -= count
    this.#quiet = isQuiet(samples)
    this.frame.filled(count === 0)
  }

  close(): void {
    this.#decoder.close()
  }

  /** Decodes the next packet or makes up for it; false in a pause. */
  #more(nowMs: number, frameSamples: number): boolean {
    const playout = this.buffer.pull(nowMs, this.#quiet)
    if (playout.kind === 'pause') return false
    const decoded = playout.kind === 'audio' ? this.#decoder.decode(playout.payload, this.#samples.subarray(this.#count)) : 0
    const count = decoded > 0 ? decoded : Math.min(frameSamples, this.#samples.length - this.#count)
    const made = this.#samples.subarray(this.#count, this.#count + count)
    if (decoded > 0) this.#received(made)
    else this.#conceal(made)
    this.#count += count
    return true
  }

  /** A codec that knows how to bridge losses does so by itself. */
  #received(made: Int16Array): void {
    if (!this.#decoder.conceal) this.#concealer.received(made)
  }

  #conceal(made: Int16Array): void {
    if (this.#decoder.conceal) this.#decoder.conceal(made)
    else this.#concealer.conceal(made)
  }
}

function isQuiet(samples: Int16Array): boolean {
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? 0
    if (sample > QUIET_PEAK || sample < -QUIET_PEAK) return false
  }
  return true
}
