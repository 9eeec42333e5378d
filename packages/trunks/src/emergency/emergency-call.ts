import type { Directory, EmergencyLine, Extension, TenantProfile, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallFlow, CallPlan, OriginExtension, Seat } from '@klinke/calls'
import type { ChannelUser } from '../admission/call-admission.ts'
import type { OutboundParts } from '../calls/carrier-places.ts'
import { overCarriers } from '../calls/outbound-call.ts'
import type { Persistence } from '../calls/ring-in-turn.ts'
import { toldForHelp } from './invite-for-help.ts'
import { withoutLocation } from './location.ts'
import { unrungSeconds, untilHelped } from './until-helped.ts'
import { emergencyNumberFor } from './written-for-help.ts'

/** Every carrier is tried, whatever the one before has said, and then all of them again. */
export const AT_ANY_PRICE: Omit<Persistence, 'seat'> = {
  goesOn: () => true,
  again: withoutLocation,
  unrungSeconds,
  lastSilentSeconds: undefined,
  forHelp: true,
  rounds: untilHelped,
}

/** Longer than any emergency call; signalling still notices a phone that is gone (session timer, RFC 4028). */
const LONGEST_SILENCE_SECONDS = 86_400

/**
 * The place where 110 and 112 are decided (EMG-01): asked first, of every call that an extension makes, and nothing
 * behind it may refuse the call. It asks no bar, no limit, no budget and no outgoing number; if a carrier refuses, for
 * whatever reason, the next is tried. `undefined` for any other call.
 */
export function planEmergencyCall(
  arrival: Arrival,
  directory: Directory,
  parts: OutboundParts,
  called?: EmergencyCalled,
): CallPlan | undefined {
  if (arrival.origin.kind !== 'extension') return undefined
  const { subscriber } = arrival.origin
  const tenant = (directory.forHelp ?? directory).tenant(subscriber.tenantId)
  if (tenant === undefined) return undefined
  const number = emergencyNumberFor(tenant, arrival.dialled)
  if (number === undefined) return undefined
  const extension = placeOf(subscriber, tenant)
  const flow: CallFlow = (call, exchange) => {
    const { line, shown, location } = toldForHelp(tenant, extension, exchange.clock.epochMs())
    call.note('emergency', number)
    noteLine(call, line)
    if (subscriber.phone !== undefined) call.note('shared-phone', `${subscriber.phone.number}, extension ${subscriber.extensionNumber}`)
    if (shown.number !== undefined) called?.(tenant.id, extension.id, shown.number)
    const seat = channelForHelp(call, { tenant, extension }, parts)
    const wanted = { number, tenant, extension, location }
    return overCarriers({ call, wanted, shown, parts, exchange }, { ...AT_ANY_PRICE, seat })
  }
  return {
    kind: 'call',
    tenantId: tenant.id,
    direction: 'outbound',
    emergency: true,
    caller: { tenantId: tenant.id, extensionId: extension.id, number: extension.number, displayName: extension.name },
    called: { tenantId: undefined, extensionId: undefined, number, displayName: undefined },
    profile: withoutLimits(tenant.profile),
    flow,
  }
}

/** A channel, taken from an ordinary call if need be (EMG-01). Whatever may be wrong with counting them, help is called. */
export function channelForHelp(call: Call, user: ChannelUser, { admission }: OutboundParts): Seat {
  try {
    return admission.preemptFor(call, user)
  } catch {
    return { kind: 'seat', holds: () => undefined, leave: () => undefined }
  }
}

/** Says by which site and number the control centre is told where help is needed, or what is missing. */
export function noteLine(call: Call, { site, number, isOfSite }: EmergencyLine): void {
  const where = site === undefined ? '' : ` at ${site.name}`
  call.note(isOfSite ? 'emergency-site' : 'emergency-no-site', `${number ?? 'no number'}${where}`)
}

/** Told of each emergency call: from which extension or trunk, and under which number control centres call back. */
export type EmergencyCalled = (tenantId: string, placeId: string, shown: string) => void

/** From where help is called: the phone, wherever who is logged in there has his own (hot-desking, EMG-02). */
function placeOf({ phone, extensionId, extensionNumber }: OriginExtension, { extensions }: TenantSnapshot): Extension {
  const place = phone ?? { extensionId, number: extensionNumber }
  return (
    extensions.get(place.number) ?? {
      ...{ id: place.extensionId, number: place.number, name: place.number, sipUsername: place.number },
      ...{ ha1: { md5: '', sha256: '' }, outgoingNumber: undefined },
    }
  )
}

/** Whoever cannot speak or is no longer heard keeps the line: how long is for the control centre to say. */
export function withoutLimits({ maxCallSeconds: _, ...profile }: TenantProfile): CallPlan['profile'] {
  return { ...profile, mediaInactivitySeconds: LONGEST_SILENCE_SECONDS }
}
