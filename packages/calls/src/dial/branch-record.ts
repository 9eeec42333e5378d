import type { Call } from '../call/call.ts'
import type { CallJournal } from '../call/call-journal.ts'
import type { DialTarget } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import { type Refusal, refused } from '../outcome.ts'

/**
 * The record that a branch has of its own: one, at however many places the party is tried. Unanswered it ends with the branch, answered
 * with the leg, wherever that goes. Of the first party of a call that the exchange makes itself the call's own record tells.
 */
export class BranchRecord {
  readonly #call: Call
  readonly #head: NonNullable<DialTarget['ownRecord']>
  readonly #isCalls: boolean
  #journal: CallJournal | undefined

  constructor(call: Call, head: NonNullable<DialTarget['ownRecord']>, isCalls: boolean) {
    this.#call = call
    this.#head = head
    this.#isCalls = isCalls
  }

  /** `undefined` for a target that has none. `as`: how the call's record names who answers. */
  static of(call: Call, { ownRecord }: DialTarget, as: Leg['role'] | undefined): BranchRecord | undefined {
    return ownRecord && new BranchRecord(call, ownRecord, as === 'caller')
  }

  /** The party is called there; the first time begins the record. */
  tries({ place, identity, charge }: DialTarget, leg: OutboundLeg): void {
    this.#journal ??= this.#begin(leg)
    const journal = this.#journal
    if (identity !== undefined) journal.identified(identity)
    if (charge !== undefined) journal.charged(charge)
    if (place !== undefined) journal.note('carrier-selected', place)
    void leg.dialled.then(({ kind }) => {
      if (kind !== 'answered') return
      journal.joins(leg)
      if (charge?.connectedAtMs === null) journal.charged({ ...charge, connectedAtMs: this.#call.clock.epochMs() })
      journal.answered(leg.party)
      if (this.#call.parties.hasPrincipal) journal.connects(this.#call.principal, leg)
    })
  }

  /** The way to that place has failed. */
  failed({ place }: DialTarget, { cause }: Refusal): void {
    if (place !== undefined) this.#journal?.note('carrier-failed', `${place}: ${cause}`)
  }

  /** Nothing is tried any more. Without a refusal it answered, or was not wanted any more. */
  over(refusal: Refusal | undefined): void {
    const journal = this.#journal
    if (journal === undefined || journal.wasAnswered || this.#isCalls) return
    const { cause, status } = refusal ?? refused('cancelled', 487)
    journal.refused(cause, status, this.#call.clock.epochMs())
  }

  #begin(leg: OutboundLeg): CallJournal {
    const { clock, parties } = this.#call
    const { because, ...head } = this.#head
    const about = { called: leg.party, emergency: false, sipCallId: leg.sipCallId, startedAtMs: clock.epochMs() }
    const journal = this.#isCalls ? this.#call.journal : this.#call.journal.another({ id: this.#call.newId(), ...head, ...about })
    if (because !== undefined) journal.note('outbound-leg', because)
    if (!this.#isCalls) parties.keeps(journal)
    return journal
  }
}
