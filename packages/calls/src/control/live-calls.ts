import { holds } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import type { CallRecord } from '../call/call-record.ts'
import type { Leg } from '../leg/leg.ts'
import type { LiveCall, LiveLeg } from '../live-call.ts'

function viewLeg(call: Call, leg: Leg): LiveLeg {
  const { id, role, party, state, sipCallId } = leg
  return { id, role, party, state, sipCallId, holds: state === 'answered' && holds(call, leg) }
}

/** A call as one tenant sees it: its own record's parties and decisions. */
export function liveViews(call: Call): LiveCall[] {
  const open = call.parties.journals.filter(({ over }) => !over)
  return open.flatMap(({ records }) => records).map((record) => liveView(call, record))
}

function liveView(call: Call, { head, answeredAtMs, route }: CallRecord): LiveCall {
  const { id, tenantId, direction, caller, called, startedAtMs, emergency } = head
  return {
    id,
    tenantId,
    direction,
    caller,
    called,
    startedAtMs,
    emergency,
    answeredAtMs,
    state: call.state,
    sinceMs: call.sinceMs,
    route: [...route],
    legs: call.legs.map((leg) => viewLeg(call, leg)),
  }
}
