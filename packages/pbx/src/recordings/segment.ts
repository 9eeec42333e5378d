import type { Leg } from '@klinke/calls'
import type { Recording, RecordingEnd } from '@klinke/rtp'
import type { RecordingEndCause, RecordingHead } from './recording.ts'

/** One recording that is being written: of two parties, for as long as these two are in the call. */
export class Segment {
  readonly head: RecordingHead
  /** The left channel first. */
  readonly legs: readonly [Leg, Leg]
  readonly ended: Promise<RecordingEnd>
  readonly #recording: Recording
  #because: RecordingEndCause | undefined
  #over = false
  #pausedByUser = false
  #pausedByHold = false

  constructor(head: RecordingHead, legs: readonly [Leg, Leg], recording: Recording) {
    this.head = head
    this.legs = legs
    this.#recording = recording
    this.ended = recording.ended.then((end) => {
      this.#over = true
      return end
    })
  }

  get over(): boolean {
    return this.#over || this.#because !== undefined
  }

  get pausedByUser(): boolean {
    return this.#pausedByUser
  }

  isOf(legs: readonly Leg[]): boolean {
    return !this.over && legs.every((leg) => this.legs.includes(leg))
  }

  /** Nothing is written while a user wants it so, and while one party is held or talks to somebody else. */
  pause(who: 'user' | 'hold', paused: boolean): void {
    if (who === 'user') this.#pausedByUser = paused
    else this.#pausedByHold = paused
    if (this.#pausedByUser || this.#pausedByHold) this.#recording.pause()
    else this.#recording.resume()
  }

  stop(because: RecordingEndCause): void {
    if (this.over) return
    this.#because = because
    this.#recording.stop()
  }

  /** Why it ended, from what the media engine says and what was asked for. */
  endCause(reason: RecordingEnd['reason']): RecordingEndCause {
    switch (reason) {
      case 'stopped':
        return this.#because ?? 'call-ended'
      case 'endpoint-gone':
        return this.#because ?? 'party-left'
      case 'limit':
        return 'length-limit'
      case 'disk-full':
        return 'disk-full'
      default:
        return 'failed'
    }
  }
}
