import type { Leg } from '../leg/leg.ts'
import { talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Call } from './call.ts'
import { reasonFor } from './finish-call.ts'

/** How soon a call over its limit ends after the emergency call that was made out of it. */
const LOOK_AGAIN_SECONDS = 60
const TOO_LONG = talked('duration-limit')

/**
 * The profile's longest call. It counts from the first answer, whoever leads the call by then, and goes along with a party that another
 * call takes over: by being transferred nobody talks for longer.
 */
export class DurationLimit {
  readonly #call: Call
  #endsAtMs: number | undefined

  constructor(call: Call) {
    this.#call = call
  }

  /** The call is answered. */
  begin(): void {
    const { profile, clock } = this.#call
    const { maxCallSeconds } = profile
    if (maxCallSeconds === undefined || maxCallSeconds === null || this.#endsAtMs !== undefined) return
    this.#endsAtMs = clock.nowMs() + maxCallSeconds * 1000
    this.#at(this.#endsAtMs, () => this.#call.end(TOO_LONG))
  }

  /** `leg` comes from a call that would have ended then. Where all sit together it goes alone; else its call ends. */
  takes(leg: Leg, before: DurationLimit): void {
    const limits = [leg.endsAtMs, before.#endsAtMs].filter((endsAtMs) => endsAtMs !== undefined)
    if (limits.length === 0) return
    leg.endsAtMs = Math.min(...limits)
    this.#at(leg.endsAtMs, () => {
      const { parties } = this.#call
      if (!parties.isThere(leg)) return
      if (parties.leaderless) unattended(leg.hangUp(reasonFor(TOO_LONG)))
      else this.#call.end(TOO_LONG)
    })
  }

  #at(endsAtMs: number, end: () => void): void {
    const { clock, scope } = this.#call
    let timer = clock.after(Math.max(0, endsAtMs - clock.nowMs()), () => due())
    // Help that was called out of the call meanwhile is not cut off: how long that takes is for the control centre to say (EMG-01).
    const due = (): void => {
      if (this.#call.emergency) timer = clock.after(LOOK_AGAIN_SECONDS * 1000, due)
      else end()
    }
    scope.own({ close: () => timer.cancel() })
  }
}
