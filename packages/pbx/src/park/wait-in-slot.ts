import { type Call, holdMusic, type Outcome, partyAddress, type RingOutcome, refused } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import type { HeaderField } from '@klinke/sip'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import type { ParkedCall, ParkLot } from './lot.ts'

/** How long the one who parked the call is rung each time. */
const RING_BACK_SECONDS = 30
/** How often; after that the call ends. */
const MAX_RETURNS = 10

/** The call waits in its slot with music. When nobody takes it in time the one who parked it is rung, while it may still be taken from the slot. */
export async function waitInSlot(parked: ParkedCall, lot: ParkLot, context: CallContext): Promise<Outcome> {
  const { call, slot, by } = parked
  try {
    for (let returns = 0; returns < MAX_RETURNS; returns++) {
      await call.startPlaying(holdMusic(call))
      await sleep(call.clock, context.tenant.park.returnSeconds * 1000, call.scope.signal)
      call.note('park-return', `from ${slot.number} to ${by.number}`)
      const answered = await ringParker(parked, context)
      if (answered.kind !== 'answered') continue
      // From now on it talks: who is about to take it from the slot comes too late.
      lot.leave(parked)
      return converse(call, answered.leg, context)
    }
    return refused('no-answer', 480)
  } finally {
    lot.leave(parked)
  }
}

function ringParker({ call, slot, by, leg }: ParkedCall, context: CallContext): Promise<RingOutcome> {
  const targets = extensionTargets(by, { ...context, from: leg.party, ringsAs: { kind: 'return' } })
  return context.exchange.ring(call, targets, { withinSeconds: RING_BACK_SECONDS, headers: recallHeaders(call, slot.number, context) })
}

/** Says on the display where the call comes back from. */
function recallHeaders({ principal: { party } }: Call, slot: string, { tenant }: CallContext): readonly HeaderField[] {
  const name = `Park ${slot}: ${party.displayName ?? party.number}`
  return [['P-Asserted-Identity', partyAddress(name, party.number, tenant.sipDomain.toLowerCase())]]
}
