import type { BridgeEnd, TalkCommand } from '../bridge/bridge.ts'
import { holdMusic } from '../bridge/what-they-hear.ts'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { replaceLeg } from '../moves/replace-leg.ts'
import { talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Next } from './converse.ts'
import { threeParty } from './three-party.ts'

/** One party talks to two others in turn: the one it had, and the one it has called meanwhile. Whom it does not talk to hears music. */
export class Consultation {
  readonly by: Leg
  readonly #call: Call
  /** Who waits. */
  #held: Leg
  readonly #first: Leg
  readonly #left: () => void
  #settled = false

  /** `left`: told when `by` leaves the others to each other. */
  constructor(call: Call, by: Leg, held: Leg, left: () => void) {
    this.#call = call
    this.#left = left
    this.by = by
    this.#held = held
    this.#first = held
  }

  /** The others have been brought together, or all three: there is no way back to how it was. */
  get settled(): boolean {
    return this.#settled
  }

  /** `by` leaves the other two to each other, or to the ringing, if that is how far it has come. */
  leave(): void {
    if (this.#settled || !this.#call.parties.isThere(this.#held)) return
    this.#settled = true
    this.#call.note('transfer', `${this.by.party.number} leaves ${this.#held.party.number} to the one it has called`)
    replaceLeg(this.#call, this.by, this.#held)
    this.#left()
  }

  /** A conversation of `by` with one of the two is over. */
  async afterwards(end: Extract<BridgeEnd, { kind: 'hung-up' | 'dialled-code' | 'commanded' }>): Promise<Next> {
    if (end.kind === 'hung-up') return end.by === this.by ? talked(end.cause, end.reason) : this.#lost(end.by)
    // What the others dial is no concern of this consultation.
    if (end.by !== this.by) return { kind: 'talk-on', to: end.by }
    return this.#does(end.kind === 'commanded' ? end.command.kind : this.#meaning(end.code), end.remaining)
  }

  #meaning(code: string): TalkCommand['kind'] | undefined {
    const { inCallCodes: codes } = this.#call.profile
    switch (code) {
      case codes?.transfer:
        return 'connect'
      case codes?.toggle:
        return 'toggle'
      case codes?.conference:
        return 'conference'
      case codes?.back:
        return 'back'
      default:
        return undefined
    }
  }

  async #does(wanted: TalkCommand['kind'] | undefined, partner: Leg): Promise<Next> {
    switch (wanted) {
      case 'connect':
        return this.#connect(partner)
      case 'toggle':
        return this.#toggle(partner)
      case 'conference':
        this.#settled = true
        return threeParty(this.#call, this.by, this.#held, partner)
      case 'back':
        return this.#back(partner)
      default:
        return { kind: 'talk-on', to: partner }
    }
  }

  #connect(partner: Leg): Next {
    this.#settled = true
    this.#call.note('transfer', `${this.by.party.number} connects ${this.#held.party.number} with ${partner.party.number}`)
    this.#call.parties.lead(this.#held)
    this.#call.parties.release(this.by)
    return { kind: 'talk-on', to: partner }
  }

  #toggle(partner: Leg): Next {
    if (!this.#call.parties.isThere(this.#held)) return { kind: 'talk-on', to: partner }
    const next = this.#held
    this.#held = partner
    unattended(this.#call.media.play(partner.endpoint, holdMusic(this.#call)))
    return { kind: 'talk-on', to: next }
  }

  /** The one who was called is given up; the flow that called it ends, and the first conversation goes on. */
  #back(partner: Leg): Next {
    this.#call.parties.release(partner === this.#first ? this.#held : partner)
    return talked('hung-up-by-caller')
  }

  /** Whom `by` talked to has hung up. */
  #lost(partner: Leg): Next {
    if (partner !== this.#first || !this.#call.parties.isThere(this.#held)) return talked('hung-up-by-called')
    this.#settled = true
    return { kind: 'talk-on', to: this.#held }
  }
}
