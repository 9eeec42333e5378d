import type { Extension, TenantSnapshot } from '@klinke/accounts'
import {
  type Call,
  type DialTarget,
  type Exchange,
  type Outcome,
  type Refusal,
  type RingOptions,
  type RingOutcome,
  refused,
  type Seat,
} from '@klinke/calls'
import { formatNumber, isE164 } from '@klinke/numbering'
import { type ForwardingReason, forwardingHeaders } from '@klinke/sip'
import type { AdmittedTrunk } from '../admission/call-admission.ts'
import { identityTowards } from '../carriers/profiles/identity-towards.ts'
import { profileOf } from '../carriers/profiles/profile-of.ts'
import { ledForHelp } from '../emergency/led-for-help.ts'
import { type ToldLocation, withLocation } from '../emergency/location.ts'
import { enumPlaces } from '../enum/enum-places.ts'
import { bothSeats } from '../guard/guard-seat.ts'
import { recordedIdentity } from '../identity/identity.ts'
import { carrierUri } from '../lines/carrier-address.ts'
import type { CallerChoice, ShownCaller } from './caller-identity.ts'
import { type CarrierPlace, carrierPlaces, type OutboundParts } from './carrier-places.ts'
import { carrierTarget } from './carrier-target.ts'
import { type InsidePlace, insideHeaders, insidePlace } from './inside-line.ts'

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
  /** Who has forwarded the call, the first one first. */
  readonly forwards?: readonly { readonly number: string; readonly reason: ForwardingReason }[]
  /** E.164 number of a caller outside whose call is forwarded: shown instead of the tenant's own, which stays the one that pays (LAW-01). */
  readonly original?: string
  /** Pays, and is shown where no wish may be (CLI-04); absent: the tenant's first number. */
  readonly head?: string
  /** Numbers of this exchange by which the call has come, first to last: numbers that ring each other end there. */
  readonly numbers?: readonly string[]
  /** Who answers must accept the call: no mailbox of ours takes it. */
  readonly wantsPerson?: boolean
  /** Something that was set leads it there, such as a forwarding, and no telephone calls it now. */
  readonly isLed?: true
  /** A customer's own PBX calls over this trunk. */
  readonly trunk?: AdmittedTrunk
  /** Where help is needed, for carriers that take it. */
  readonly location?: ToldLocation | undefined
}

/** How one call goes about the carriers. */
export interface Persistence {
  /** Whether the next place is tried after this refusal. */
  readonly goesOn: (refusal: Refusal) => boolean
  /** The channel that the call has (TRK-06), at whatever place it is tried. */
  readonly seat: Seat
  /** How else the same place is tried after this refusal, which says that it did not like the way it was asked; absent: not at all. */
  readonly again?: (target: DialTarget, refusal: Refusal) => DialTarget | undefined
  /** Tried before the carriers. */
  readonly first?: readonly CarrierPlace[]
  /** How long a place may ring nobody while there is another, though it has said that it tries; absent: as long as it may ring. */
  readonly unrungSeconds?: number
  /** How long the last place may keep silent; `undefined`: until the transaction times out (RFC 3261 §17.1.1.2). */
  readonly lastSilentSeconds: number | undefined
}

const ORDINARY: Omit<Persistence, 'seat'> = {
  goesOn: ({ tryElsewhere }) => tryElsewhere === true,
  lastSilentSeconds: CARRIER_SILENT_SECONDS,
}

/** Calls a number over the carriers, one after the other: to the next only when the way failed, not when the called party did (TRK-12). */
export async function callOutside(call: Call, wanted: OutboundCall, parts: OutboundParts, exchange: Exchange): Promise<Outcome> {
  const barred = ledForHelp(call, wanted) ?? parts.barring.refusal(call, wanted)
  if (barred !== undefined) return barred
  const shown = parts.identity.shownCaller(call, wanted)
  if ('kind' in shown) return shown
  const seat = await seatFor(call, wanted, parts)
  if (seat.kind === 'refused') return seat
  const identity = recordedIdentity(shown)
  if (identity !== undefined) call.identified(identity)
  const first = await enumPlaces(call, wanted, parts)
  return overCarriers(call, wanted, shown, parts, exchange, { ...ORDINARY, seat, first })
}

/** What the guard against costs says, then a channel. */
async function seatFor(call: Call, wanted: OutboundCall, parts: OutboundParts): Promise<Seat | Refusal> {
  const guarded = parts.guard?.admit(call, wanted)
  if (guarded?.kind === 'refused') return guarded
  let seat: Seat | Refusal | undefined
  try {
    seat = await channelFor(call, wanted, parts)
  } finally {
    // Also when the caller hangs up while the call waits for its turn.
    if (seat?.kind !== 'seat') guarded?.leave()
  }
  return guarded === undefined || seat.kind === 'refused' ? seat : bothSeats(seat, guarded)
}

/** A channel, and its turn (TRK-04, TRK-06). */
function channelFor(call: Call, wanted: OutboundCall, { admission }: OutboundParts): Promise<Seat | Refusal> {
  const { tenant, extension, isLed, trunk } = wanted
  const user = { tenant, extension: isLed ? undefined : extension, siteId: extension?.siteId, trunk }
  return admission.out(call, user)
}

/**
 * The number as something to ring beside others: inside when it is one of ours, else over the carriers' places in turn, as a whole call
 * goes. Undefined, and noted, when it may not be called, without a carrier, or without a number to show to it.
 */
export function outsideTarget(call: Call, wanted: OutboundCall, parts: OutboundParts): DialTarget | undefined {
  if ((ledForHelp(call, wanted) ?? parts.barring.refusal(call, wanted)) !== undefined) return undefined
  const shown = parts.identity.shownCaller(call, wanted)
  const inside = insidePlace(wanted.number, parts.insideLine)
  if (inside !== undefined) {
    // What goes over carriers asks the whole guard when it takes its seat.
    const isLocked = !wanted.tenant.numbers.has(wanted.number) && parts.guard?.locked(call, wanted) !== undefined
    return isLocked ? undefined : insideTarget(inside, wanted, 'kind' in shown ? NOBODY : shown)
  }
  if ('kind' in shown) return undefined
  const target = targetInTurn(placesFor(call, wanted, parts), wanted, shown, parts)
  return target && { ...target, seat: () => seatFor(call, wanted, parts) }
}

const NOBODY: ShownCaller = { number: undefined, privacy: 'id' }

function insideTarget(place: InsidePlace, wanted: OutboundCall, shown: ShownCaller): DialTarget {
  const target = targetAt(place, wanted, shown)
  const { numbers = [], wantsPerson = false } = wanted
  return {
    ...target,
    media: { ...target.media, localAddress: place.destination.flow.local.address },
    headers: [...(target.headers ?? []), ...insideHeaders(numbers, wantsPerson)],
  }
}

/** The first of the places, then the others, each when the one before has failed. */
function targetInTurn(
  [place, ...others]: readonly CarrierPlace[],
  wanted: OutboundCall,
  shown: ShownCaller,
  parts: OutboundParts,
): DialTarget | undefined {
  if (place === undefined) return undefined
  return {
    ...targetAt(place, wanted, shown),
    place: place.name,
    silentAfterSeconds: CARRIER_SILENT_SECONDS,
    elsewhere: () => {
      parts.suspect?.(place.carrier.id)
      return targetInTurn(others, wanted, shown, parts)
    },
  }
}

/** The call as it goes to a place. */
export function targetAt(place: CarrierPlace, { number, tenant, forwards = [], location }: OutboundCall, shown: ShownCaller): DialTarget {
  const target = carrierTarget(place, number, identityTowards(place.carrier, shown, tenant.areaCode), tenant.areaCode)
  const uriOf = (e164: string): string =>
    carrierUri(place.carrier, isE164(e164) ? formatNumber(e164, place.carrier.outboundFormat, tenant.areaCode) : e164)
  const told = forwardingHeaders(
    forwards.map((forward) => ({ uri: uriOf(forward.number), reason: forward.reason })),
    target.uri,
  )
  const identity = recordedIdentity(shown)
  const heard = told.filter(([name]) => isToldTo(place, name))
  const complete = { ...target, headers: [...(target.headers ?? []), ...heard], ...(identity && { identity }) }
  return withLocation(complete, place.carrier, location)
}

/** Where the call is tried, noting whose carriers they are and what a rule has to do with it. */
function placesFor(call: Call, wanted: OutboundCall, parts: OutboundParts): readonly CarrierPlace[] {
  const { number } = wanted
  const { places, rule, own } = carrierPlaces(parts, wanted, call.emergency)
  if (own !== undefined) call.note('own-carrier', own.name)
  if (rule !== undefined) call.note('carrier-rule', `+${rule.prefix} ${rule.effect}: ${places.length === 0 ? 'none' : namesOf(places)}`)
  if (places.length === 0) call.note('no-carrier', number)
  return places
}

function namesOf(places: readonly CarrierPlace[]): string {
  return [...new Set(places.map(({ carrier }) => carrier.name))].join(', ')
}

/** Not a word came back: of a carrier that is there and has no time, that is not said. */
function isSilence({ tryElsewhere, status }: Refusal): boolean {
  return tryElsewhere === true && status === 480
}

/** A carrier is told of forwardings in the header that it reads. */
function isToldTo({ carrier }: CarrierPlace, header: string): boolean {
  const { forwardings } = profileOf(carrier)
  return forwardings === 'both' || forwardings === header.toLowerCase()
}

/** Tries the carriers' places in turn as long as `persistence` says so of the last refusal; then the call's channel is left to who has answered. */
export async function overCarriers(
  call: Call,
  wanted: OutboundCall,
  shown: ShownCaller,
  parts: OutboundParts,
  exchange: Exchange,
  persistence: Persistence,
): Promise<Outcome> {
  let answered: RingOutcome
  try {
    answered = await ringInTurn(call, wanted, shown, parts, exchange, persistence)
  } finally {
    persistence.seat.leave()
  }
  return answered.kind === 'answered' ? exchange.converse(call, answered.leg) : answered
}

async function ringInTurn(
  call: Call,
  wanted: OutboundCall,
  shown: ShownCaller,
  parts: OutboundParts,
  exchange: Exchange,
  persistence: Persistence,
): Promise<RingOutcome> {
  let last = refused('unreachable', 500, 'No Carrier')
  const places = [...(persistence.first ?? []), ...placesFor(call, wanted, parts)]
  for (const [i, place] of places.entries()) {
    call.note('carrier-selected', place.name)
    const target = { ...targetAt(place, wanted, shown), seat: () => Promise.resolve({ ...persistence.seat, leave: () => undefined }) }
    const patience = patienceAt(i === places.length - 1, persistence)
    let answered = await exchange.ring(call, [target], patience)
    const again = answered.kind === 'refused' ? persistence.again?.(target, answered) : undefined
    if (again !== undefined) answered = await exchange.ring(call, [again], patience)
    parts.routing?.seen(place.carrier.id, answered.kind === 'answered' || !isSilence(answered))
    if (answered.kind === 'answered') return answered
    last = answered
    if (answered.tryElsewhere === true) parts.suspect?.(place.carrier.id)
    if (!persistence.goesOn(answered)) break
    call.note('carrier-failed', `${place.name}: ${answered.cause}`)
  }
  return last
}

function patienceAt(isLast: boolean, { lastSilentSeconds, unrungSeconds }: Persistence): RingOptions {
  const silentAfterSeconds = isLast ? lastSilentSeconds : CARRIER_SILENT_SECONDS
  return {
    withinSeconds: RING_SECONDS,
    ...(silentAfterSeconds !== undefined && { silentAfterSeconds }),
    ...(!isLast && unrungSeconds !== undefined && { unrungAfterSeconds: unrungSeconds }),
  }
}
