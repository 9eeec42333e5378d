import { holds } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegState } from '../live-call.ts'
import type { DialogChange, DialogState } from './call-feed.ts'

const STATES: Readonly<Record<LegState, DialogState>> = { trying: 'trying', ringing: 'early', answered: 'confirmed', ended: 'terminated' }

/** How the dialog of an extension stands; `undefined` for parties outside. */
export function dialogChange(call: Call, leg: Leg): DialogChange | undefined {
  const { tenantId, extensionId } = leg.party
  if (tenantId === undefined || extensionId === undefined) return undefined
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
