import type { Entry } from '../../../api/operation.ts'
import type { CallView } from './phone-view.ts'

export type LiveCall = Entry<'GET /live-calls'>

/** A call of the desk phone, and over which of its lines it goes: a consultation goes over the line of the first call. */
export interface DeskCall extends CallView {
  readonly line: string
}

/** What the desk phone of an extension does, from the calls in progress. */
export function deskCalls(calls: readonly LiveCall[], extensionId: string): readonly DeskCall[] {
  const shown = calls.flatMap((call) => deskCall(call, extensionId) ?? [])
  // Of several over one line it talks in the newest; the others wait.
  return shown.map((call, index) => (shown.slice(index + 1).some(({ line }) => line === call.line) ? { ...call, isHeld: true } : call))
}

function deskCall({ id, caller, called, legs, state, answeredAt }: LiveCall, extensionId: string): DeskCall | undefined {
  const own =
    legs.find((leg) => leg.party.extensionId === extensionId && leg.state === 'answered') ??
    legs.find((leg) => leg.party.extensionId === extensionId && leg.state !== 'ended')
  if (own === undefined) return undefined
  const isOutgoing = own.role === 'caller' || caller.extensionId === extensionId
  const other = isOutgoing ? called : caller
  const others = legs.filter((leg) => leg !== own && leg.state === 'answered')
  const isTalking = own.state === 'answered' && state === 'answered' && answeredAt !== null
  const ringing = isOutgoing && own.state !== 'answered' ? 'calling' : 'ringing'
  return {
    ...{ id, line: own.sipCallId, direction: isOutgoing ? 'outgoing' : 'incoming' },
    ...{ number: other.number, name: other.displayName ?? undefined, state: isTalking ? 'talking' : ringing },
    ...{ isHeld: own.holds, isHeldByOther: others.some(({ holds }) => holds), isMuted: false, isBusy: false, isJoined: false },
    answeredAtMs: answeredAt === null ? undefined : Date.parse(answeredAt),
  }
}
