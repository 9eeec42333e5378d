import type { ReplacedDialog } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallPlan, OriginExtension } from '../dial-plan.ts'
import type { Placed } from '../exchange/calls.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { refusalOfMove } from '../moves/pick-up.ts'
import { type Outcome, type Refusal, refused, talked } from '../outcome.ts'
import { hasAPlace } from '../transfer/attended.ts'

/** Whether an extension may take the place of a party, beyond knowing its dialog: groups of pickup, protected extensions. */
export type MayReplace = (by: OriginExtension, place: Placed) => boolean

/**
 * An INVITE with Replaces (RFC 3891): its sender answers a phone that rings (pickup by a lamp's key), or goes on with a conversation
 * from another device. It must be an extension of the same customer; whether it may is the customer's rule.
 */
export function planReplacing(
  replaced: ReplacedDialog,
  by: OriginExtension,
  exchange: Exchange,
  mayReplace: MayReplace = () => true,
): CallPlan | Refusal {
  if (replaced.kind === 'refused') return refused('not-found', replaced.status)
  const place = exchange.calls.withDialog(by.tenantId, replaced)
  if (place === undefined) return refused('not-found', 481)
  if (!place.call.anchored) return refused('incompatible', 488)
  if (!mayReplace(by, place)) return refused('forbidden', 403)
  if (replaced.kind === 'session' && !hasAPlace(place)) return refused('not-found', 481)
  return {
    kind: 'call',
    tenantId: by.tenantId,
    direction: 'internal',
    caller: {
      ...{ tenantId: by.tenantId, extensionId: by.extensionId, number: by.extensionNumber, displayName: undefined },
      ...(by.phone && { phone: by.phone }),
    },
    called: place.leg.party,
    emergency: false,
    profile: place.call.profile,
    endsHere: true,
    flow: (call, exchange) => (replaced.kind === 'calling' ? answerInstead(call, place, exchange) : takePlace(call, place, exchange)),
  }
}

async function answerInstead(call: Call, { call: ringing, leg }: Placed, exchange: Exchange): Promise<Outcome> {
  call.note('pick-up', leg.party.number)
  const picked = await exchange.pickUp(call, ringing, leg.party)
  return picked.kind === 'picked-up' ? talked('hung-up-by-caller') : picked
}

async function takePlace(call: Call, { call: other, leg: old }: Placed, exchange: Exchange): Promise<Outcome> {
  call.note('take-place', old.party.number)
  await call.answer(old.party)
  const leg = call.principal
  const why = hasAPlace({ call: other, leg: old }) ? exchange.takeOver(leg, call, other) : 'gone'
  if (why !== undefined) return refusalOfMove(why)
  exchange.replace(other, old, leg)
  return talked('hung-up-by-caller')
}
