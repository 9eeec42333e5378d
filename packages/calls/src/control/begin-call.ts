import { Scope } from '@klinke/foundation'
import type { Endpoint, EndpointProfile, MediaEngine, MediaSession } from '@klinke/rtp'
import { type IncomingInvite, InviteAbandoned } from '@klinke/sip'
import { Call, type CallObserver } from '../call/call.ts'
import { newCallId } from '../call/call-id.ts'
import { CallJournal } from '../call/call-journal.ts'
import { EmergencyMedia } from '../call/emergency-media.ts'
import { outcomeOf } from '../call/lead-call.ts'
import type { CallPlan, Origin } from '../dial-plan.ts'
import { mediaOver } from '../exchange/device-at.ts'
import { readableReason } from '../header-policy.ts'
import { CallerLeg } from '../leg/caller-leg.ts'
import { type Refusal, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { CallControlParts } from './call-control.ts'

/**
 * Opens a planned call: its record, its media, the caller's leg. Without media to be had the call is refused, which its
 * record shows; then `undefined`.
 */
export function beginCall(
  invite: IncomingInvite,
  plan: CallPlan,
  origin: Origin,
  parts: CallControlParts,
  observer: CallObserver,
): Call | undefined {
  const { clock, random, records } = parts
  const newId = (): string => newCallId(clock, random)
  const id = newId()
  const { tenantId, direction, caller, called, emergency } = plan
  const sipCallId = invite.request.headers.get('Call-ID') ?? ''
  const journal = new CallJournal(
    { id, tenantId, direction, caller, called, emergency, sipCallId, startedAtMs: clock.epochMs() },
    records,
    clock,
  )
  const scope = new Scope('call')
  const media = openMedia(id, invite, plan, parts)
  if (media.kind === 'refused') {
    journal.refused(media.cause, media.status, clock.epochMs())
    invite.reject(media.status)
    return undefined
  }
  const leg = new CallerLeg({
    ...{ invite, party: caller, endpoint: media.endpoint, owner: scope, clock },
    extension: origin.kind === 'extension' ? origin.subscriber : undefined,
    namesConnected: plan.namesConnected,
  })
  const { profile } = plan
  const anchored = !emergency && media.engine !== parts.directMedia
  const call = new Call({
    id,
    profile,
    scope,
    caller: leg,
    origin,
    request: invite.request,
    media: media.session,
    anchored,
    journal,
    clock,
    newId,
    observer,
    talks: parts.talks,
  })
  journal.joins(leg)
  const { abandoned } = invite
  abandoned.addEventListener('abort', () => gaveUp(call, leg, abandoned.reason), { once: true })
  call.parties.changed(leg)
  return call
}

/** The call ends with its caller, unless it is led on behalf of somebody else by now. */
function gaveUp(call: Call, caller: CallerLeg, why: unknown): void {
  if (call.principal === caller) call.end(givenUp(why))
  else call.parties.release(caller)
}

/** The caller's reason goes on to the phones: "completed elsewhere" makes no missed call, however many exchanges lie between (RFC 3326 §3). */
function givenUp(why: unknown): Refusal {
  const because = why instanceof InviteAbandoned ? readableReason(why.reasons[0]) : undefined
  const cancelled = refused('cancelled', 487)
  return because === undefined ? cancelled : { ...cancelled, because }
}

interface CallerMedia {
  readonly kind: 'open'
  readonly engine: MediaEngine
  readonly session: MediaSession
  readonly endpoint: Endpoint
}

/** An emergency call for which no media can be had here is not refused: the parties exchange theirs themselves, from the start or when the engine fails (EMG-01). */
function openMedia(id: string, invite: IncomingInvite, plan: CallPlan, parts: CallControlParts): CallerMedia | Refusal {
  const engine = engineFor(plan, parts)
  const opened = openMediaOf(engine, id, invite, plan, parts)
  const { directMedia } = parts
  if (!plan.emergency || directMedia === undefined || engine === directMedia) return opened
  if (opened.kind === 'refused') return openMediaOf(directMedia, id, invite, plan, parts)
  return { ...opened, session: new EmergencyMedia(opened.session, directMedia.open(id)) }
}

function openMediaOf(
  engine: MediaEngine,
  id: string,
  invite: IncomingInvite,
  plan: CallPlan,
  parts: CallControlParts,
): CallerMedia | Refusal {
  let session: MediaSession | undefined
  try {
    session = engine.open(id, { inactivitySeconds: plan.profile.mediaInactivitySeconds, group: plan.tenantId })
    return { kind: 'open', engine, session, endpoint: session.endpoint('caller', callerMedia(invite, plan, parts)) }
  } catch (error) {
    if (session !== undefined) unattended(session.close())
    const outcome = outcomeOf(error)
    return outcome.kind === 'refused' ? outcome : refused('error', 500)
  }
}

function engineFor(plan: CallPlan, { media, directMedia }: CallControlParts): MediaEngine {
  return plan.profile.mediaPath === 'direct' && plan.endsHere !== true && directMedia !== undefined ? directMedia : media
}

function callerMedia(
  invite: IncomingInvite,
  { callerSrtp, callerMedia: spoken }: CallPlan,
  { localAddress }: CallControlParts,
): EndpointProfile {
  // Towards a caller 'offered' answers its own offer; only for a late offer ours would have to decide.
  const byFlow = mediaOver(invite.flow, localAddress)
  const srtp = callerSrtp ?? (invite.offer === undefined ? byFlow.srtp : 'offered')
  return { ...byFlow, ...spoken, srtp }
}
