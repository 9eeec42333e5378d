import type { Extension, TenantSnapshot } from '@klinke/accounts'
import type { Call, DialTarget, Exchange, Outcome, Refusal, RingOutcome, Seat } from '@klinke/calls'
import type { ForwardingReason } from '@klinke/sip'
import type { AdmittedTrunk } from '../admission/call-admission.ts'
import { ledForHelp } from '../emergency/led-for-help.ts'
import type { ToldLocation } from '../emergency/location.ts'
import { enumPlaces } from '../enum/enum-places.ts'
import { bothSeats } from '../guard/guard-seat.ts'
import { recordedIdentity } from '../identity/identity.ts'
import { chargeOf, wayTo } from './call-charge.ts'
import type { CallerChoice, ShownCaller } from './caller-identity.ts'
import { ChannelsForHelp, carrierChannel } from './carrier-channel.ts'
import { type CarrierPlace, carrierPlaces, type OutboundParts } from './carrier-places.ts'
import { type InsidePlace, insideHeaders, insidePlace } from './inside-line.ts'
import { CARRIER_SILENT_SECONDS, type DecidedCall, NOWHERE, ORDINARY, type Persistence, type Round, ringInTurn } from './ring-in-turn.ts'
import { targetAt } from './target-at.ts'

export interface OutboundCall {
  /** E.164 with `+`, or a short code. */
  readonly number: string
  readonly tenant: TenantSnapshot
  /** On whose behalf; undefined: the tenant's own, such as a number that leads outside. */
  readonly extension: Extension | undefined
  /** Where it leaves from when no extension calls: where the PBX stands, or the number is that leads outside. Absent: at the main site. */
  readonly siteId?: string | undefined
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

/** Calls a number over the carriers, one after the other: to the next only when the way failed, not when the called party did (TRK-12). */
export async function callOutside(call: Call, wanted: OutboundCall, parts: OutboundParts, exchange: Exchange): Promise<Outcome> {
  const barred = ledForHelp(call, wanted) ?? parts.barring.refusal(call, wanted)
  if (barred !== undefined) return barred
  const shown = parts.identity.shownCaller(call, wanted)
  if ('kind' in shown) return shown
  const decided = { call, wanted, shown, parts, exchange }
  const listed = await enumPlaces(call, wanted, parts)
  if (listed.length > 0) return callListed(decided, listed)
  const seat = await seatFor(call, wanted, shown, parts)
  if (seat.kind === 'refused') return seat
  orLeave(seat, () => identified(decided))
  return overCarriers(decided, { ...ORDINARY, seat })
}

/** Between taking a channel and ringing, whatever throws leaves it. */
function orLeave<T>(seat: Seat, step: () => T): T {
  try {
    return step()
  } catch (error) {
    seat.leave()
    throw error
  }
}

function identified({ call, shown }: DecidedCall): void {
  const identity = recordedIdentity(shown)
  if (identity !== undefined) call.identified(identity)
}

/**
 * Calls a number where its holder says in the DNS: that costs nothing (TRK-14), so locks are asked and no limit. Where all those places fail
 * before anybody is rung it goes over the carriers, with the channel that it has.
 */
async function callListed(decided: DecidedCall, listed: readonly CarrierPlace[]): Promise<Outcome> {
  const { call, wanted, shown, parts, exchange } = decided
  const locked = parts.guard?.locked(call, wanted)
  if (locked !== undefined) return locked
  const channel = await channelFor(call, wanted, parts)
  if (channel.kind === 'refused') return channel
  orLeave(channel, () => identified(decided))
  const rung = await ringInTurn(decided, listed, { ...ORDINARY, seat: channel }).catch((error: unknown) => {
    channel.leave()
    throw error
  })
  if (rung.kind === 'answered') {
    channel.leave()
    return exchange.converse(call, rung.leg)
  }
  const guarded = rung.tryElsewhere === true ? orLeave(channel, () => spendingFor(call, wanted, shown, parts)) : rung
  if (guarded?.kind === 'refused') {
    channel.leave()
    return guarded
  }
  return overCarriers(decided, { ...ORDINARY, seat: guarded === undefined ? channel : bothSeats(channel, guarded) })
}

/** What the guard against costs says, then the credit of who pays before calling; undefined: nothing is to be followed. */
function spendingFor(call: Call, wanted: OutboundCall, shown: ShownCaller, parts: OutboundParts): Seat | Refusal | undefined {
  const guarded = parts.guard?.admit(call, wanted)
  if (guarded?.kind === 'refused' || parts.credit === undefined) return guarded
  const { credit } = parts
  const admit = () => credit.admit(call, wanted, shown, () => goesOverOwnCarriers(call, wanted, parts))
  const credited = guarded === undefined ? admit() : orLeave(guarded, admit)
  if (credited?.kind === 'refused') guarded?.leave()
  if (guarded === undefined || credited === undefined || credited.kind === 'refused') return credited ?? guarded
  return bothSeats(guarded, credited)
}

/** Whoever has a provider of its own pays there. */
function goesOverOwnCarriers(call: Call, wanted: OutboundCall, parts: OutboundParts): boolean {
  const { places } = carrierPlaces(parts, wanted, call.emergency)
  return places.length > 0 && places.every((place) => wayTo(place) === 'own-carrier')
}

/** What the call may spend, then a channel. */
async function seatFor(call: Call, wanted: OutboundCall, shown: ShownCaller, parts: OutboundParts): Promise<Seat | Refusal> {
  const guarded = spendingFor(call, wanted, shown, parts)
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
  const siteId = extension === undefined ? wanted.siteId : extension.siteId
  const user = { tenant, extension: isLed ? undefined : extension, siteId, trunk }
  return admission.out(call, user)
}

/**
 * The number as something to ring beside others: inside when it is one of ours, else over the carriers' places in turn, as a whole call
 * goes. Undefined, and noted, when it may not be called, without a carrier, or without a number to show to it.
 */
export function outsideTarget(call: Call, wanted: OutboundCall, parts: OutboundParts): DialTarget | undefined {
  if ((ledForHelp(call, wanted) ?? parts.barring.refusal(call, wanted)) !== undefined) return undefined
  const inside = insidePlace(wanted.number, parts.insideLine)
  if (inside !== undefined) return insideTarget(inside, call, wanted, parts)
  const shown = parts.identity.shownCaller(call, wanted)
  if ('kind' in shown) return undefined
  const target = targetInTurn(placesFor(call, wanted, parts), { call, wanted, shown, parts })
  return target && { ...target, seat: () => seatFor(call, wanted, shown, parts) }
}

/** What goes over carriers asks the whole guard when it takes its seat; inside a lock alone keeps from other customers' numbers. */
function insideTarget(place: InsidePlace, call: Call, wanted: OutboundCall, parts: OutboundParts): DialTarget | undefined {
  const leaves = !wanted.tenant.numbers.has(wanted.number)
  if (leaves && parts.guard?.locked(call, wanted) !== undefined) return undefined
  const shown = parts.identity.shownInside(call, wanted)
  if ('kind' in shown) return undefined
  const target = targetAt(place, wanted, shown)
  const { numbers = [], wantsPerson = false } = wanted
  return {
    ...target,
    media: { ...target.media, localAddress: place.destination.flow.local.address },
    headers: [...(target.headers ?? []), ...insideHeaders(numbers, wantsPerson)],
    ...(leaves && { charge: chargeOf(call, wanted, shown, 'on-net') }),
  }
}

/** The first of the places, then the others, each when the one before has failed. */
function targetInTurn([place, ...others]: readonly CarrierPlace[], decided: Omit<DecidedCall, 'exchange'>): DialTarget | undefined {
  if (place === undefined) return undefined
  const { call, wanted, shown, parts } = decided
  const channel = carrierChannel(place, parts)
  return {
    ...targetAt(place, wanted, shown),
    ...channel.target,
    charge: chargeOf(call, wanted, shown, wayTo(place)),
    place: place.name,
    silentAfterSeconds: CARRIER_SILENT_SECONDS,
    elsewhere: () => {
      if (!channel.wasFull()) parts.suspect?.(place.carrier.id)
      return targetInTurn(others, decided)
    },
  }
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

/** Tries the carriers' places in turn; then the call's channel is left to who has answered. */
export async function overCarriers(decided: DecidedCall, persistence: Persistence): Promise<Outcome> {
  const { call, wanted, parts, exchange } = decided
  const { rounds = once, forHelp } = persistence
  const channels = forHelp && new ChannelsForHelp(parts.admission)
  const round: Round = async (before) => {
    const places = placesFor(call, wanted, parts)
    return places.length === 0 ? undefined : ringInTurn(decided, places, { ...persistence, channels }, before)
  }
  let rung: RingOutcome
  try {
    rung = await rounds(decided, round)
  } finally {
    channels?.leave()
    persistence.seat.leave()
  }
  return rung.kind === 'answered' ? exchange.converse(call, rung.leg) : rung
}

const once: NonNullable<Persistence['rounds']> = async (_decided, round) => (await round(0)) ?? NOWHERE

/** A number of another customer of this exchange, which no line leads to: costs nothing, but is barred, locked and shown as outside (TRK-14). */
export function callsInside(call: Call, wanted: OutboundCall, parts: OutboundParts): { readonly shown: string | undefined } | Refusal {
  const barred = parts.barring.refusal(call, wanted) ?? parts.guard?.locked(call, wanted)
  if (barred !== undefined) return barred
  const shown = parts.identity.shownInside(call, wanted)
  if ('kind' in shown) return shown
  const identity = recordedIdentity(shown)
  if (identity !== undefined) call.identified(identity)
  call.charged(chargeOf(call, wanted, shown, 'on-net'))
  return { shown: shown.privacy === 'id' ? undefined : (shown.original ?? shown.number) }
}
