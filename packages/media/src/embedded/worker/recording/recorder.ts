import type { RecordingEnd } from '@klinke/rtp'
import { SilenceDetector, saturate } from '@klinke/rtp'
import { FRAME_MS } from '../sources/frame-source.ts'
import { WavFile } from './wav-file.ts'

export interface RecorderOptions {
  readonly path: string
  readonly sampleRateHz: 8000 | 16_000
  readonly channels: 1 | 2
  readonly maxSeconds: number
  /** 0 for never. */
  readonly stopAfterSilenceSeconds: number
  /** Nothing more will be recorded; the file is being completed. */
  readonly ending: () => void
  readonly ended: (end: RecordingEnd) => void
}

/**
 * Records one or two voices. Each delivers a frame each 20 ms or none, and `tick` writes what has come, so that both stay in step
 * whatever they do.
 */
export class Recorder {
  readonly #options: RecorderOptions
  readonly #file: WavFile
  readonly #voices: RecordedVoice[] = []
  readonly #frame: Int16Array
  readonly #silence: SilenceDetector
  #frames = 0
  #paused = false
  #ending = false

  constructor(options: RecorderOptions) {
    this.#options = options
    const { path, sampleRateHz, channels } = options
    this.#frame = new Int16Array((channels * sampleRateHz) / 50)
    this.#silence = new SilenceDetector(channels * sampleRateHz)
    this.#file = new WavFile(path, { sampleRateHz, channels }, (why) => this.end(why))
  }

  /** One more voice: the left channel first, then the right one; in one channel all are mixed. */
  voice(): RecordedVoice {
    const voice = new RecordedVoice(this.#options.sampleRateHz / 50)
    this.#voices.push(voice)
    return voice
  }

  set paused(paused: boolean) {
    this.#paused = paused
  }

  /** Writes the next 20 ms. */
  tick(): void {
    if (this.#ending) return
    const { maxSeconds, stopAfterSilenceSeconds } = this.#options
    if (!this.#paused) this.#write()
    for (const voice of this.#voices) voice.used()
    if (this.#frames * FRAME_MS >= maxSeconds * 1000) this.end('limit')
    else if (stopAfterSilenceSeconds > 0 && this.#silence.silentMs >= stopAfterSilenceSeconds * 1000) this.end('silence')
  }

  /** Completes the file; `ended` is told then. Only the first reason counts. */
  end(reason: RecordingEnd['reason']): void {
    if (this.#ending) return
    this.#ending = true
    this.#options.ending()
    void this.#file.close().then(() => this.#options.ended({ reason, durationMs: this.#file.durationMs }))
  }

  #write(): void {
    if (this.#options.channels === 1) this.#mix()
    else this.#interleave()
    this.#file.append(this.#frame)
    this.#silence.add(this.#frame)
    this.#frames++
  }

  #mix(): void {
    const [first, second] = this.#voices
    const frame = this.#frame
    for (let i = 0; i < frame.length; i++) frame[i] = saturate((first?.samples[i] ?? 0) + (second?.samples[i] ?? 0))
  }

  #interleave(): void {
    const [left, right] = this.#voices
    const frame = this.#frame
    for (let i = 0; 2 * i < frame.length; i++) {
      frame[2 * i] = left?.samples[i] ?? 0
      frame[2 * i + 1] = right?.samples[i] ?? 0
    }
  }
}

/** The latest frame of one voice; silence when none has come since the last tick. */
export class RecordedVoice {
  readonly samples: Int16Array
  #fresh = false

  constructor(samples: number) {
    this.samples = new Int16Array(samples)
  }

  /** Copies. */
  take(frame: Int16Array): void {
    this.samples.set(frame)
    this.#fresh = true
  }

  /** The frame has been written. */
  used(): void {
    if (this.#fresh) this.samples.fill(0)
    this.#fresh = false
  }
}
