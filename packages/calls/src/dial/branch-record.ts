import type { Call } from '../call/call.ts'
import type { DialTarget } from '../exchange/exchange.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import { refused } from '../outcome.ts'
import { refusalOf } from './failure.ts'

/** Begins the record that a branch has of its own. It ends with the branch, wherever that goes after the answer. */
export function recordBranch(call: Call, leg: OutboundLeg, head: NonNullable<DialTarget['ownRecord']>): void {
  const { clock, parties } = call
  const about = { called: leg.party, emergency: false, sipCallId: leg.sipCallId, startedAtMs: clock.epochMs() }
  const journal = call.journal.another({ id: call.newId(), ...head, ...about })
  journal.joins(leg)
  parties.keeps(journal)
  void leg.dialled.then((dialled) => {
    if (dialled.kind === 'answered') {
      journal.answered(leg.party)
      if (parties.hasPrincipal) journal.connects(call.principal, leg)
      return
    }
    const { cause, status } = dialled.kind === 'failed' ? refusalOf(dialled.outcome, leg.rang) : refused('cancelled', 487)
    journal.refused(cause, status, clock.epochMs())
  })
}
