import { type FilesSource, saturate } from '@klinke/rtp'
import { FRAME_MS, FRAMES_PER_SECOND, type FrameSource } from './frame-source.ts'

/** The sound of a file at one rate, while it is being read. */
export interface ReadSound {
  readonly sampleRateHz: 8000 | 16_000
  /** Of the whole file; empty until its length is known. Those from `available` on are not read yet. */
  readonly samples: Int16Array
  readonly available: number
  /** Nothing more will come. */
  readonly isLoaded: boolean
  /** Why the file cannot be played, or not to its end. */
  readonly problem: string | undefined
}

/** Never rejects: a file that cannot be read has a problem. */
export type OpenRendition = (path: string, sampleRateHz: 8000 | 16_000) => Promise<ReadSound>
export type FileFailed = (file: string, why: string) => void

/** A file of the list on its turn; opened ahead, so that none has to be waited for. */
interface Turn {
  readonly file: string
  rendition: ReadSound | undefined
}

/**
 * Plays a list of files. What can be heard is heard: a file that cannot be read is told and left out, and the list is over when a whole
 * round of it has failed. While a file is not there yet there is silence.
 */
export class FileListSource implements FrameSource {
  readonly #source: FilesSource
  readonly #open: OpenRendition
  readonly #failed: FileFailed
  readonly #gain: number
  /** The file heard, and the one after it. */
  #turns: Turn[] = []
  /** Files begun in all rounds before the one heard. */
  #turn = 0
  /** Frames of the file that have been heard. */
  #frame = 0
  #pauseFrames = 0
  /** Frames of the list still to be skipped, and those skipped of this round. */
  #skip: number
  #skipped = 0
  #sampleRateHz: 8000 | 16_000 = 8000
  #failedInARow = 0
  /** Files that could not be heard. */
  failures = 0

  constructor(source: FilesSource, open: OpenRendition, failed: FileFailed) {
    this.#source = source
    this.#open = open
    this.#failed = failed
    this.#gain = 10 ** ((source.gainDb ?? 0) / 20)
    this.#skip = framesOf(source.startMs)
  }

  next(frame: Int16Array): boolean {
    this.#followRate(frame.length * FRAMES_PER_SECOND === 16_000 ? 16_000 : 8000)
    for (;;) {
      if (this.#isOver) {
        frame.fill(0)
        return false
      }
      if (this.#pauseFrames > 0) {
        this.#pauseFrames--
        frame.fill(0)
        return true
      }
      const rendition = this.#current()
      if (rendition?.problem !== undefined && this.#frame * frame.length >= rendition.available) this.#leaveOut(rendition.problem)
      else if (!rendition || !this.#isReady(rendition, frame.length)) {
        frame.fill(0)
        return true
      } else if (this.#skip > 0) this.#skipIn(rendition)
      else if (this.#frame * frame.length >= rendition.samples.length) this.#nextTurn(framesOf(this.#source.pauseMs))
      else {
        this.#copy(rendition, frame)
        return true
      }
    }
  }

  get #isOver(): boolean {
    const { files, repeat } = this.#source
    return this.#failedInARow >= files.length || (repeat !== 'forever' && this.#turn >= files.length * repeat)
  }

  /** Renditions are of one rate; the place in the list stays. */
  #followRate(sampleRateHz: 8000 | 16_000): void {
    if (sampleRateHz === this.#sampleRateHz) return
    this.#sampleRateHz = sampleRateHz
    this.#turns = []
  }

  #current(): ReadSound | undefined {
    while (this.#turns.length < 2) this.#turns.push(this.#begin(this.#turn + this.#turns.length))
    return this.#turns[0]?.rendition
  }

  #begin(turn: number): Turn {
    const { files } = this.#source
    const begun: Turn = { file: files[turn % files.length] ?? '', rendition: undefined }
    void this.#open(begun.file, this.#sampleRateHz).then((rendition) => {
      begun.rendition = rendition
    })
    return begun
  }

  #isReady(rendition: ReadSound, frameLength: number): boolean {
    if (rendition.isLoaded) return true
    return this.#skip > 0 ? rendition.samples.length > 0 : (this.#frame + 1) * frameLength <= rendition.available
  }

  /** Goes on to where the listener is to begin; a place beyond the end counts from the start again. */
  #skipIn(rendition: ReadSound): void {
    const frames = Math.ceil((rendition.samples.length * FRAMES_PER_SECOND) / rendition.sampleRateHz) + framesOf(this.#source.pauseMs)
    this.#frame = Math.min(this.#skip, frames)
    this.#skip -= this.#frame
    this.#skipped += this.#frame
    if (this.#skip === 0) return
    this.#nextTurn(0)
    if (this.#turn % this.#source.files.length !== 0) return
    // A whole round is known: what is left of the way is less than another one.
    this.#turn = 0
    this.#skip %= Math.max(1, this.#skipped)
    this.#skipped = 0
  }

  #copy(rendition: ReadSound, frame: Int16Array): void {
    const from = this.#frame * frame.length
    const samples = rendition.samples.subarray(from, from + frame.length)
    if (this.#gain === 1) frame.set(samples)
    else for (let i = 0; i < samples.length; i++) frame[i] = saturate(Math.round((samples[i] ?? 0) * this.#gain))
    if (samples.length < frame.length) frame.fill(0, samples.length)
    this.#frame++
    this.#failedInARow = 0
  }

  #leaveOut(problem: string): void {
    this.failures++
    this.#failedInARow++
    this.#failed(this.#turns[0]?.file ?? '', problem)
    this.#nextTurn(0)
  }

  #nextTurn(pauseFrames: number): void {
    this.#turns.shift()
    this.#turn++
    this.#frame = 0
    this.#pauseFrames = pauseFrames
  }
}

function framesOf(durationMs = 0): number {
  return Math.max(0, Math.round(durationMs / FRAME_MS))
}
