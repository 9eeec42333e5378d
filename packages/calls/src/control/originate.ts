import { Scope } from '@klinke/foundation'
import { buildRequest, type HeaderField, type SipRequest } from '@klinke/sip'
import { Call, type CallObserver } from '../call/call.ts'
import { newCallId } from '../call/call-id.ts'
import { CallJournal } from '../call/call-journal.ts'
import { settleMedia } from '../call/talk-to.ts'
import type { CallParty, CallStarted } from '../call-records.ts'
import type { CallFlow, CallProfile } from '../dial-plan.ts'
import type { DialTarget, RingOptions } from '../exchange/exchange.ts'
import { type Outcome, refused, talked } from '../outcome.ts'
import type { CallControlParts } from './call-control.ts'

/** A call that the exchange makes itself: callback, click-to-dial, invitation to a conference. */
export interface OriginatePlan {
  readonly tenantId: string
  readonly direction: CallStarted['direction']
  /** Who is rung first: for the record the caller. */
  readonly caller: CallParty
  /** Whom it is about, for the record. */
  readonly called: CallParty
  readonly profile: CallProfile
  /** The devices of the first party. */
  readonly first: readonly DialTarget[]
  /** How it is rung: for how long, with which headers (Alert-Info, Answer-Mode). */
  readonly ring?: RingOptions
  /** What the first party's own INVITE would say, such as that it hides its number. */
  readonly headers?: readonly HeaderField[]
  /** Leads the first party, which has answered, as it would lead a caller. */
  readonly flow: CallFlow
  /** It is made to call 110 or 112: it is made even while the exchange drains or is full (EMG-01). */
  readonly forHelp?: boolean
}

export interface OriginatedCall {
  readonly id: string
  /** How it ended: refused if the first party was not reached. Never rejects. */
  readonly outcome: Promise<Outcome>
  /** Ends it, whatever it has come to. */
  cancel(): void
}

/** Opens such a call. Throws as `MediaEngine.open` does. */
export function openOriginated(plan: OriginatePlan, parts: CallControlParts, observer: CallObserver): Call {
  const { clock, random, records, media } = parts
  const newId = (): string => newCallId(clock, random)
  const id = newId()
  const { tenantId, direction, caller, called, profile } = plan
  const session = media.open(id, { inactivitySeconds: profile.mediaInactivitySeconds, group: tenantId })
  const head = { id, tenantId, direction, caller, called, emergency: false, sipCallId: id, startedAtMs: clock.epochMs() }
  return new Call({
    ...{ id, profile, scope: new Scope('call'), caller: undefined, origin: undefined, media: session, anchored: true },
    ...{ request: inviteFor(plan, id), journal: new CallJournal(head, records, clock), clock, newId, observer, talks: parts.talks },
  })
}

/** Rings the first party, then hands it to the plan's flow. */
export function originatedFlow({ first, ring, flow }: OriginatePlan): CallFlow {
  return async (call, exchange) => {
    const answered = await exchange.ring(call, first, { as: 'caller', ...ring })
    // Who answers and does not accept has answered all the same: it is we who hang up.
    if (answered.kind === 'refused') return call.journal.wasAnswered ? talked('hung-up-by-caller') : answered
    const { leg } = answered
    if (leg.sdp === undefined) return refused('incompatible', 488)
    await settleMedia(call, leg)
    call.journal.joins(leg)
    call.parties.lead(leg)
    return flow(call, exchange)
  }
}

/** What flows look into: the INVITE that the first party would have sent. */
function inviteFor({ caller, called, first: [target], headers = [] }: OriginatePlan, callId: string): SipRequest {
  const from = target?.to ?? `<sip:${encodeURIComponent(caller.number)}@invalid>`
  const uri = `sip:${encodeURIComponent(called.number)}@invalid`
  return buildRequest({ method: 'INVITE', uri, from: `${from};tag=klinke`, to: `<${uri}>`, callId, cseq: 1, headers })
}
