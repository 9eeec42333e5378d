import type { Leg } from './leg.ts'
import { signalTone } from './sources/tone-source.ts'

/** Quieter than the network's tones: it says that the line stands, not that the call is over. */
const NOTICE_LEVEL_DBM0 = -20

/** What a party hears whose other party has fallen silent without a word. */
export class StopNotice {
  readonly #to: Leg
  readonly #tone = signalTone({ kind: 'signal', signal: 'interrupted', levelDbm0: NOTICE_LEVEL_DBM0 })
  readonly #frame = new Int16Array(160)

  constructor(to: Leg) {
    this.#to = to
  }

  /** Says the next 20 ms. */
  tick(nowMs: number): void {
    this.#tone.next(this.#frame)
    this.#to.say(this.#frame, nowMs)
  }
}
