import { buildRequest, printUri, type SipRequest, sipUri } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallJournal } from '../call/call-journal.ts'
import type { Undertaking } from '../call/undertaking.ts'
import type { CallPlan, OriginExtension } from '../dial-plan.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { type Outcome, type Refusal, refused } from '../outcome.ts'
import { partyAddress } from '../party-address.ts'
import type { Patience } from './patience.ts'

/** An INVITE as that extension would have sent it, for flows that look into it. */
export function inviteOf(by: Leg, dialled: string): SipRequest {
  const domain = by.addressOfRecord?.split('@', 2)[1] ?? 'invalid'
  const uri = printUri(sipUri({ user: dialled, host: domain }))
  return buildRequest({
    method: 'INVITE',
    uri,
    from: `${partyAddress(by.party.displayName, by.party.number, domain)};tag=klinke`,
    to: `<${uri}>`,
    callId: by.sipCallId,
    cseq: 1,
  })
}

/** What an extension that is in no call reaches by dialling that. */
export function planAt(extension: OriginExtension, dialled: string, dialPlan: Exchange['dialPlan']): CallPlan | Refusal {
  const { domain, extensionNumber } = extension
  const uri = printUri(sipUri({ user: dialled, host: domain }))
  const from = `${partyAddress(undefined, extensionNumber, domain)};tag=klinke`
  const request = buildRequest({ method: 'INVITE', uri, from, to: `<${uri}>`, callId: 'not sent', cseq: 1 })
  return dialPlan({ origin: { kind: 'extension', subscriber: extension }, dialled, request })
}

export interface OnBehalf {
  readonly by: Leg
  readonly plan: CallPlan
  /** Who is led to the new target: the other party of a transfer, or the one itself that consults. */
  readonly led: Leg
  readonly request: SipRequest
  readonly referredBy?: string | undefined
  readonly ringing?: () => void
  readonly answered?: () => void
  /** Called when `led` hangs up: somebody else takes its place, so that the call goes on. */
  readonly successor?: () => void
  /** How long `led` waits for an answer; begun by who set it. */
  readonly patience?: Patience | undefined
}

/** What came of it: whether `led` was connected at all, and how the flow ended. */
export interface Undertaken {
  readonly connected: boolean
  readonly outcome: Outcome
  /** Its record, still open if `connected`. */
  readonly journal: CallJournal
}

/**
 * Leads a party of the call to what `by` has dialled, with the flow of the dial plan, as if `by` had called there. It has a record of its
 * own, which whoever asked for it is charged for.
 */
export async function undertake(call: Call, { by, plan, led, patience, ...wish }: OnBehalf, exchange: Exchange): Promise<Undertaken> {
  const before = call.undertaking
  const journal = call.parties.undertakes(headOf(call, by, plan))
  const undertaking: Undertaking = {
    request: wish.request,
    shown: led === by ? undefined : led.party,
    referredBy: wish.referredBy,
    ringing: () => wish.ringing?.(),
    answered: () => wish.answered?.(),
  }
  call.parties.lead(led, wish.successor)
  call.undertaking = undertaking
  try {
    const settled = await call.scope.race(plan.flow(call, exchange))
    const outcome = settled.kind === 'refused' ? (patience?.inWords(settled) ?? settled) : settled
    const connected = journal.wasAnswered
    if (!connected) journal.refused(outcome.cause, outcome.kind === 'refused' ? outcome.status : 487, call.clock.epochMs())
    return { connected, outcome, journal }
  } finally {
    patience?.end()
    if (call.undertaking === undertaking) call.undertaking = before
  }
}

/** What `by` reaches by dialling that. */
export function planFor(by: Leg, dialled: string, request: SipRequest, dialPlan: Exchange['dialPlan']) {
  const { tenantId, extensionId, number, phone, trunk } = by.party
  if (trunk !== undefined && tenantId !== undefined) {
    return dialPlan({ origin: { kind: 'trunk', trunk: { id: trunk.id, tenantId } }, dialled, request })
  }
  const [, domain] = by.addressOfRecord?.split('@', 2) ?? []
  if (tenantId === undefined || extensionId === undefined || domain === undefined) return refused('forbidden', 403)
  return dialPlan({
    origin: { kind: 'extension', subscriber: { tenantId, extensionId, extensionNumber: number, domain, ...(phone && { phone }) } },
    dialled,
    request,
  })
}

function headOf(call: Call, by: Leg, { tenantId, direction, caller, called, emergency }: CallPlan) {
  return { id: call.newId(), tenantId, direction, caller, called, emergency, sipCallId: by.sipCallId, startedAtMs: call.clock.epochMs() }
}
