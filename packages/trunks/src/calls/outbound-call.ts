import type { Extension, TenantSnapshot } from '@klinke/accounts'
import { type Call, type Exchange, type Outcome, type Refusal, refused } from '@klinke/calls'
import { type CallerChoice, identityTowards, numberShown, privacyOf, type ShownCaller } from './caller-identity.ts'
import { carrierPlaces, type OutboundParts } from './carrier-places.ts'
import { carrierTarget } from './carrier-target.ts'

/** A carrier that has not said a word by then is taken for dead, and the next one is tried. */
export const CARRIER_SILENT_SECONDS = 4
/** The public network gives up before this itself; it only bounds what a broken carrier can hold open. */
const RING_SECONDS = 180

export interface OutboundCall {
  /** E.164 with `+`, or a short code. */
  readonly number: string
  readonly tenant: TenantSnapshot
  /** On whose behalf; undefined: the tenant's own, such as a number that leads outside. */
  readonly extension: Extension | undefined
  readonly choice?: CallerChoice
}

/** How one call goes about the carriers. */
export interface Persistence {
  /** Whether the next place is tried after this refusal. */
  readonly goesOn: (refusal: Refusal) => boolean
  /** How long the last place may keep silent; `undefined`: until the transaction times out (RFC 3261 §17.1.1.2). */
  readonly lastSilentSeconds: number | undefined
}

const ORDINARY: Persistence = { goesOn: ({ tryElsewhere }) => tryElsewhere === true, lastSilentSeconds: CARRIER_SILENT_SECONDS }

/** Calls a number over the carriers, one after the other: to the next only when the way failed, not when the called party did (TRK-12). */
export async function callOutside(call: Call, wanted: OutboundCall, parts: OutboundParts, exchange: Exchange): Promise<Outcome> {
  const number = numberShown(wanted.tenant, wanted.extension, wanted.choice)
  if (number === undefined) {
    call.note('no-outgoing-number', 'the tenant has no number to show')
    return refused('forbidden', 403)
  }
  return overCarriers(call, wanted, { number, privacy: privacyOf(call.request, wanted.choice) }, parts, exchange, ORDINARY)
}

/** Tries the carriers' places in turn as long as `persistence` says so of the last refusal. */
export async function overCarriers(
  call: Call,
  { number, tenant }: OutboundCall,
  shown: ShownCaller,
  parts: OutboundParts,
  exchange: Exchange,
  persistence: Persistence,
): Promise<Outcome> {
  let last = refused('unreachable', 500, 'No Carrier')
  const places = carrierPlaces(parts)
  for (const [i, place] of places.entries()) {
    call.note('carrier-selected', place.name)
    const target = carrierTarget(place, number, identityTowards(place.carrier, shown, tenant.areaCode), tenant.areaCode)
    const silentAfterSeconds = i < places.length - 1 ? CARRIER_SILENT_SECONDS : persistence.lastSilentSeconds
    const answered = await exchange.ring(call, [target], {
      withinSeconds: RING_SECONDS,
      ...(silentAfterSeconds !== undefined && { silentAfterSeconds }),
    })
    if (answered.kind === 'answered') return call.talkTo(answered.leg)
    last = answered
    if (answered.tryElsewhere === true) parts.suspect?.(place.carrier.id)
    if (!persistence.goesOn(answered)) break
    call.note('carrier-failed', `${place.name}: ${answered.cause}`)
  }
  return last
}
