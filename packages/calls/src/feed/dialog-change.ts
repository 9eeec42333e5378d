import { holds } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegState } from '../live-call.ts'
import type { DialogChange, DialogOwner, DialogState } from './call-feed.ts'

const STATES: Readonly<Record<LegState, DialogState>> = { trying: 'trying', ringing: 'early', answered: 'confirmed', ended: 'terminated' }

/** The extension that takes part by this leg; `undefined` for parties outside. */
export function ownerOf({ party }: Leg): DialogOwner | undefined {
  return isOwner(party) ? party : undefined
}

function isOwner(party: CallParty): party is CallParty & DialogOwner {
  return party.tenantId !== undefined && party.extensionId !== undefined
}

/** How the dialog of an extension stands. */
export function dialogChange(call: Call, leg: Leg, { tenantId, extensionId }: DialogOwner): DialogChange {
  const { callId, localTag, remoteTag } = leg.sip
  return {
    kind: 'dialog',
    tenantId,
    extensionId,
    local: leg.party,
    remote: remoteOf(call, leg),
    state: STATES[leg.state],
    holds: leg.state === 'answered' && holds(call, leg),
    direction: leg.role === 'caller' ? 'initiator' : 'recipient',
    callId: call.id,
    dialogId: leg.sipCallId,
    sip: { callId, localTag: remoteTag, remoteTag: localTag },
    atMs: call.clock.epochMs(),
  }
}

/** Whom it talks to, else whom it called or who calls it. */
function remoteOf(call: Call, leg: Leg): DialogChange['remote'] {
  if (call.bridge?.joins(leg) === true) return call.bridge.other(leg).party
  if (leg === call.caller) return call.parties.journals[0]?.first.head.called
  return call.parties.hasPrincipal && call.principal !== leg ? call.principal.party : undefined
}
