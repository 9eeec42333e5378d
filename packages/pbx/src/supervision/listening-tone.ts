import type { Call } from '@klinke/calls'
import type { Timer } from '@klinke/foundation'
import type { MixingRoom } from '@klinke/rtp'
import { LISTENING_TONE } from './tell-parties.ts'

/** A tone for all who talk, again and again, as long as they are listened to. */
export class ListeningTone {
  readonly #call: Call
  readonly #room: () => MixingRoom | undefined
  #timer: Timer | undefined

  /** `room`: where they sit; undefined while nobody listens. */
  constructor(call: Call, room: () => MixingRoom | undefined) {
    this.#call = call
    this.#room = room
  }

  every(seconds: number): void {
    this.stop()
    this.#timer = this.#call.after(seconds * 1000, () => {
      void this.#room()
        ?.play(LISTENING_TONE)
        .catch(() => undefined)
      this.every(seconds)
    })
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }
}
