import type { MixerMember } from '@klinke/rtp'
import type { LegEvent } from '../../protocol.ts'
import type { Leg } from '../leg.ts'
import type { Program } from '../program.ts'
import type { FrameListener, HeardFrame } from '../voice/heard-frame.ts'

/** One party in a conference: what it says goes into the mix; the room speaks to it. */
export class Seat implements Program, FrameListener {
  readonly leg: Leg
  readonly member: MixerMember
  readonly #clockRateHz: 8000 | 16_000
  readonly #event: (event: LegEvent) => void
  readonly #left: () => void
  #speaking = false

  constructor(clockRateHz: 8000 | 16_000, leg: Leg, member: MixerMember, event: (event: LegEvent) => void, left: () => void) {
    this.#clockRateHz = clockRateHz
    this.leg = leg
    this.member = member
    this.#event = event
    this.#left = left
    leg.ear.add(this)
  }

  hear(frame: HeardFrame): void {
    if (!frame.pausing) this.member.write(frame.at(this.#clockRateHz))
  }

  /** Tells when the member begins or ceases to speak. Called once each frame. */
  tell(): void {
    if (this.member.speaking === this.#speaking) return
    this.#speaking = this.member.speaking
    this.#event({ kind: 'speaking', active: this.#speaking, levelDbm0: Math.round(this.member.levelDbm0) })
  }

  tick(): void {
    // The room speaks at its own beat.
  }

  refit(): void {
    // The ear and the mouth of the leg follow negotiations by themselves.
  }

  close(): void {
    this.leg.ear.remove(this)
    this.#left()
  }
}
