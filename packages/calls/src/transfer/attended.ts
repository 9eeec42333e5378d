import type { BridgeEnd } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import { dialledInUri } from '../control/dialled.ts'
import type { Placed } from '../exchange/calls.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { refusalOfMove } from '../moves/pick-up.ts'
import { replaceLeg } from '../moves/replace-leg.ts'
import { type NotMoved, takeOver } from '../moves/take-over.ts'
import { type Refusal, talked } from '../outcome.ts'
import { backTo } from './blind.ts'
import { comesBackFrom, ringsBackFrom } from './come-back.ts'
import type { ConverseOptions, Next } from './converse.ts'
import { planFor } from './on-behalf.ts'
import { TransferProgress } from './progress.ts'

type Transfer = Extract<BridgeEnd, { kind: 'transfer' }>

/**
 * A phone that talks to two parties in two calls connects them and leaves (RFC 5589 §7): the other party of this call takes the phone's
 * place in the other one, which goes on by its own flow. This call is over.
 */
export async function attended(call: Call, end: Transfer, exchange: Exchange, { comeBack }: ConverseOptions): Promise<Next> {
  const { by, remaining, referral } = end
  const refusal = refusalForPbx(end, exchange)
  if (refusal !== undefined) {
    referral.reject(refusal.status)
    return backTo(call, end)
  }
  const progress = new TransferProgress(referral.accept())
  const other = namedBy(end, exchange)
  const rings = other !== undefined && other.call.state !== 'answered'
  const why = connect(call, end, other)
  if (why !== undefined) {
    call.note('transfer-refused', why === 'foreign' ? 'the other call is of another customer' : 'the call to connect with is not there')
    progress.failed(refusalOfMove(why))
    return backTo(call, end)
  }
  call.note('transfer', `${by.party.number} has connected ${remaining.party.number} with the one it called`)
  if (other !== undefined && rings) {
    if (comeBack === undefined) ringsBackFrom(other, by, exchange)
    else comesBackFrom(other, by.party, comeBack, exchange)
  }
  progress.connected()
  await progress.heard(call)
  return talked(by.role === 'caller' ? 'hung-up-by-caller' : 'hung-up-by-called')
}

/** A PBX asks the dial plan, which knows whether its trunk has transfers at all (TRK-07). */
function refusalForPbx({ by, referral }: Transfer, { dialPlan }: Exchange): Refusal | undefined {
  if (by.party.trunk === undefined) return undefined
  const plan = planFor(by, dialledInUri(referral.target.uri), referral.request, dialPlan)
  return plan.kind === 'refused' ? plan : undefined
}

/**
 * A refusal is told by NOTIFY like the answer that an INVITE with Replaces would have got (RFC 5589 §7.1): as answer to the REFER a
 * 481 would end the dialog it came in (RFC 5057 §5.1).
 */
function connect(call: Call, { by, remaining }: Transfer, other: Placed | undefined): NotMoved | undefined {
  if (other === undefined || !isSameParty(other.leg, by) || !hasAPlace(other)) return 'gone'
  // The call does not end with who leaves it, before the phone has heard how its transfer went.
  const before = call.principal
  call.parties.lead(by)
  const why = takeOver(remaining, call, other.call)
  if (why === undefined) replaceLeg(other.call, other.leg, remaining)
  else call.parties.lead(before)
  return why
}

function isSameParty({ party: one }: Leg, { party: other }: Leg): boolean {
  return one.extensionId === other.extensionId && one.trunk?.id === other.trunk?.id
}

/** The tags are the phone's view: what it calls the remote one is ours (RFC 3891 §3). */
function namedBy({ by, referral }: Transfer, exchange: Exchange): Placed | undefined {
  const { replaces } = referral.target
  const { tenantId } = by.party
  if (replaces === undefined || tenantId === undefined) return undefined
  const dialog = exchange.findDialog({ callId: replaces.callId, localTag: replaces.toTag, remoteTag: replaces.fromTag })
  const found = dialog && exchange.calls.withDialog(tenantId, dialog)
  return found?.leg === by ? undefined : found
}

/** It leads its call, talks in it or sits in its conference: it has a place that can be taken. */
export function hasAPlace({ call, leg }: Placed): boolean {
  if (call.gathering !== undefined) return call.gathering.has(leg)
  return call.principal === leg || call.bridge?.joins(leg) === true
}
