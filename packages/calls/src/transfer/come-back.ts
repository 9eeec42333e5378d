import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import type { Placed } from '../exchange/calls.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { Patience } from './patience.ts'
import { ringBack } from './ring-back.ts'

/** Where a party goes whose transfer nobody has answered, such as back to an operator position (CALL-09). */
export interface ComeBack {
  /** An extension to which it is transferred is rung for so many seconds. */
  readonly afterSeconds: number
  /** Leads the party, the call's principal then, to its end. */
  readonly lead: (call: Call, unreached: Unreached, exchange: Exchange) => Promise<Outcome>
}

/** What came of a transfer. */
export interface Unreached {
  /** Who transferred. */
  readonly by: CallParty
  /** Who was not reached. */
  readonly target: CallParty
  readonly refusal: Refusal
}

/** How long that target may be rung; other things than extensions know themselves how long callers wait there. */
export function patienceFor(call: Call, target: CallParty, comeBack: ComeBack | undefined): Patience | undefined {
  return comeBack === undefined || target.extensionId === undefined ? undefined : new Patience(call, comeBack.afterSeconds)
}

/** A party has taken the place of `by` in a call that only rings: if nobody answers there, it comes back too. */
export function comesBackFrom({ call }: Placed, by: CallParty, comeBack: ComeBack, exchange: Exchange): void {
  const target = call.journal.first.head.called
  const patience = patienceFor(call, target, comeBack)
  patience?.begin()
  call.unreached = (outcome) => {
    const refusal = patience?.inWords(outcome) ?? outcome
    patience?.end()
    call.note('transfer-failed', `${target.number}: ${refusal.cause}`)
    return comeBack.lead(call, { by, target, refusal }, exchange)
  }
}

/** Without such a place the one who transferred is rung again. */
export function ringsBackFrom({ call }: Placed, by: Leg, exchange: Exchange): void {
  call.unreached = async (refusal) => {
    call.note('transfer-failed', refusal.cause)
    const leg = await ringBack(call, by, exchange)
    return leg === undefined ? refusal : exchange.converse(call, leg)
  }
}
