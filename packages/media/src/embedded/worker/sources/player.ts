import type { PlaybackEnd } from '@klinke/rtp'
import type { Leg } from '../leg.ts'
import type { Interjection, Program } from '../program.ts'
import type { FrameSource } from './frame-source.ts'

/** Plays a source to one party. */
export class Player implements Program {
  readonly #leg: Leg
  readonly #source: FrameSource
  readonly #ended: (end: Exclude<PlaybackEnd, 'failed'>) => void
  #frame = new Int16Array(160)
  #over = false

  constructor(leg: Leg, source: FrameSource, ended: (end: Exclude<PlaybackEnd, 'failed'>) => void) {
    this.#leg = leg
    this.#source = source
    this.#ended = ended
  }

  tick(nowMs: number): void {
    if (this.#over) return
    // A party that speaks no codec of ours hears nothing, but time goes on for it too.
    const samples = (this.#leg.mouth.sampleRateHz ?? 8000) / 50
    if (this.#frame.length !== samples) this.#frame = new Int16Array(samples)
    if (this.#source.next(this.#frame)) this.#leg.say(this.#frame, nowMs)
    else this.#end('finished')
  }

  refit(): void {
    // The rate is followed frame by frame.
  }

  close(): void {
    this.#end('stopped')
  }

  #end(end: Exclude<PlaybackEnd, 'failed'>): void {
    if (this.#over) return
    this.#over = true
    this.#ended(end)
  }
}

/** Plays a short source in between. */
export class PlayedInterjection implements Interjection {
  readonly #leg: Leg
  readonly #source: FrameSource
  readonly #frame = new Int16Array(160)
  readonly ended: () => void

  constructor(leg: Leg, source: FrameSource, ended: () => void = () => undefined) {
    this.#leg = leg
    this.#source = source
    this.ended = ended
  }

  tick(nowMs: number): boolean {
    if (!this.#source.next(this.#frame)) return false
    this.#leg.mouth.say(this.#frame, nowMs)
    return true
  }
}
