import type { Directory, TenantSnapshot } from '@klinke/accounts'
import { type Arrival, type Call, type CallParty, type CallPlan, type Exchange, type Outcome, type Refusal, refused } from '@klinke/calls'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { mediaWith } from '../carriers/profiles/profile-of.ts'
import { admittedTrunk } from '../customer-trunks/calls/admitted-trunk.ts'
import type { TrunksAtWork } from '../customer-trunks/calls/pbx-places.ts'
import type { EmergencyCalled } from '../emergency/emergency-call.ts'
import { type Screening, screenCaller } from '../identity/screening.ts'
import { brokenOffWords, withheldWords } from '../identity/screening-words.ts'
import type { MaliciousCalls, TracedArrival } from '../malicious-calls/malicious-calls.ts'
import { mayBring, type OwnCarriers } from '../own-carriers/own-carrier.ts'
import { marked, SPAM_REFUSAL, type SpamFilter } from '../spam/spam-filter.ts'
import { alsoCalledBack, type Beyond, type FoundNumber, numberOf } from './called-number.ts'
import { ANONYMOUS, callerOf } from './caller-of.ts'
import type { OutboundParts } from './carrier-places.ts'
import { cameBy, INSIDE, INSIDE_CARRIER, MAX_INSIDE_HOPS } from './inside-line.ts'
import { areaCodeOfCall } from './site-of-call.ts'

/** What takes calls to the tenants' numbers: the PBX. */
export interface InsideLines {
  /** What call control reads of the tenant; absent: the tenant's own profile as it stands. */
  profileOf?(tenant: TenantSnapshot): CallPlan['profile']
  /** A number of the tenant, as the record of a call to it names it. */
  numberCalled(tenant: TenantSnapshot, e164: string): CallParty
  /** Media of a call to that number ends here, whatever the profile says; absent: never. */
  endsHere?(tenant: TenantSnapshot, e164: string): boolean
  /** The call is refused before anybody is rung: its caller may hear why first. Absent: it does not. */
  refuse?(call: Call, tenant: TenantSnapshot, refusal: Refusal, exchange: Exchange): Promise<Outcome>
  /** Told of each call for help; absent: calls back are led as any other. */
  readonly emergencyCalled?: EmergencyCalled
  /** Help was called with that number a moment ago: the control centre calls back (EMG-01). Absent: nobody ever does. */
  awaitsCallBack?(tenant: TenantSnapshot, e164: string): boolean
  /** Leads a call to the mailbox behind the number; undefined: it has none. Absent: none has. */
  toMailbox?(call: Call, tenant: TenantSnapshot, e164: string, from: CallParty, exchange: Exchange): Promise<Outcome> | undefined
  /** `numbers`: one of ours rang this one beside others; those by which it came, first to last. `dialled`: the number with the digits behind it that were dialled too (NUM-05). */
  callNumber(
    call: Call,
    tenant: TenantSnapshot,
    e164: string,
    from: CallParty,
    exchange: Exchange,
    numbers?: readonly string[],
    dialled?: string,
  ): Promise<Outcome>
}

export interface InboundParts {
  readonly admission: OutboundParts['admission']
  readonly guard?: OutboundParts['guard']
  readonly connected?: OutboundParts['connected']
  /** Absent: no customer has a trunk. */
  readonly trunks?: Pick<TrunksAtWork, 'ofNumber'>
  readonly directory: Directory
  /** Also customers' own carriers, by id. */
  readonly carriers: CarrierDirectory
  readonly ownCarriers?: OwnCarriers
  readonly inside: InsideLines
  /** Keeps who calls a number for which there is an order to trace malicious calls (CLI-06); absent: nobody. */
  readonly malicious?: Pick<MaliciousCalls, 'arrived'> | undefined
  /** What is done about callers who are known for spam; absent: nothing. */
  readonly spam?: Pick<SpamFilter, 'judged'> | undefined
  /** Told of each call that came with more digits than the block has that begins with this number (NUM-05). */
  readonly beyondBlock?: ((first: string) => void) | undefined
}

/**
 * Plans a call from a carrier to a number of ours, or from one of ours to another. A number that no tenant has is refused at once;
 * there is no one to record it for. So is a call that has come by too many of our numbers.
 */
export function planInboundCall(arrival: Arrival, carrierId: string, parts: InboundParts): CallPlan | Refusal {
  const { carriers, inside } = parts
  const isInside = carrierId === INSIDE.id
  const carrier = isInside ? INSIDE_CARRIER : carriers.carrier(carrierId)
  const found = numberOf(arrival, alsoCalledBack(parts))
  if (carrier === undefined || found === undefined) return refused('not-found', 404)
  const numbers = isInside ? cameBy(arrival.request) : undefined
  if (numbers !== undefined && numbers.length >= MAX_INSIDE_HOPS) return refused('unreachable', 483)
  const { number, tenant, beyond } = found
  if (!mayBring(carrier, tenant.id, parts.ownCarriers)) return refused('not-found', 404)
  // Calls inside have been judged where they began; a control centre that is expected to call back gets through whatever it shows.
  const isJudged = isInside || inside.awaitsCallBack?.(tenant, number) === true
  const screening: Screening = isJudged ? { kind: 'shown' } : screenCaller(arrival.request, carrier.foreign === true)
  const caller = screening.kind === 'withheld' ? ANONYMOUS : callerOf(arrival.request)
  return {
    kind: 'call',
    tenantId: tenant.id,
    direction: 'inbound',
    emergency: false,
    caller,
    // Known before anybody answers: a missed call is the extension's, too.
    called: inside.numberCalled(tenant, number),
    profile: inside.profileOf?.(tenant) ?? tenant.profile,
    callerSrtp: carrier.srtp,
    callerMedia: mediaWith(carrier),
    endsHere: inside.endsHere?.(tenant, number) === true,
    ...(parts.connected !== undefined && { namesConnected: parts.connected.towardsCarrier(carrier, areaCodeAtNumber(tenant, number)) }),
    flow: async (call, exchange) => {
      if (isInside) call.note('on-net', number)
      else call.note('inbound', `${number} from carrier ${carrier.name}`)
      parts.malicious?.arrived(tracedArrival(arrival, found, carrier, inside))
      if (screening.kind === 'broken-off') return brokenOff(call, screening)
      if (screening.kind === 'withheld') call.note('caller-withheld', screening.number, withheldWords(screening.number))
      const tooLong = beyond && beyondBlock(call, beyond, parts)
      if (tooLong !== undefined) return tooLong
      const locked = lockedIn(call, tenant, number, parts)
      const spam = locked === undefined && !isJudged ? await parts.spam?.judged(call, tenant, caller.number, number) : undefined
      const unwanted = locked ?? (spam?.action === 'reject' ? SPAM_REFUSAL : undefined)
      // What stays inside takes no channel (TRK-14).
      const full = unwanted ?? (isInside ? undefined : takeChannel(call, tenant, number, carrier, parts))
      if (full !== undefined) return inside.refuse?.(call, tenant, full, exchange) ?? full
      const from = spam === undefined ? caller : marked(caller)
      const left = spam?.action === 'voicemail' ? inside.toMailbox?.(call, tenant, number, from, exchange) : undefined
      return left ?? inside.callNumber(call, tenant, number, from, exchange, numbers, beyond?.dialled)
    },
  }
}

/** Where the number is: numbers in local form are of that Ortsnetz. */
function areaCodeAtNumber(tenant: TenantSnapshot, number: string): string | undefined {
  return areaCodeOfCall({ tenant, extension: undefined, siteId: tenant.numbers.get(number)?.siteId })
}

/** A customer that is locked wholly takes no call (FRD-03), but is still called back by control centres. */
export function lockedIn(
  call: Call,
  tenant: TenantSnapshot,
  number: string,
  { inside, guard }: Pick<InboundParts, 'inside' | 'guard'>,
): Refusal | undefined {
  return inside.awaitsCallBack?.(tenant, number) === true ? undefined : guard?.incoming(call, tenant)
}

/** The caller has a channel as long as it is there, wherever it is led. A control centre that calls back gets one from another call if need be. */
function takeChannel(
  call: Call,
  tenant: TenantSnapshot,
  e164: string,
  carrier: Carrier,
  { admission, inside, trunks }: InboundParts,
): Refusal | undefined {
  const trunk = trunks?.ofNumber(e164)
  const user = { tenant, siteId: tenant.numbers.get(e164)?.siteId, trunk: trunk && admittedTrunk(trunk, tenant) }
  const isCalledBack = inside.awaitsCallBack?.(tenant, e164) === true
  const seat = isCalledBack ? admission.inCalledBack(call, user, e164) : admission.in(call, user)
  if (seat.kind === 'refused') return seat
  const seats = [seat]
  try {
    if (carrier.tenantId === undefined) seats.push(admission.fromCarrier(carrier, isCalledBack ? e164 : undefined))
    for (const each of seats) if (call.caller !== undefined) each.holds(call.caller, call)
  } finally {
    for (const each of seats) each.leave()
  }
  return undefined
}

/** What an order to trace malicious calls would keep of it. */
function tracedArrival({ request }: Arrival, { number, tenant }: FoundNumber, { name }: Carrier, inside: InsideLines): TracedArrival {
  return { tenantId: tenant.id, number, extensionId: inside.numberCalled(tenant, number).extensionId, request, carrier: name }
}

/** ITU-T Q.850: 21 call rejected. */
function brokenOff(call: Call, { number, row }: Extract<Screening, { kind: 'broken-off' }>): Refusal {
  call.note('caller-forbidden', number, brokenOffWords(number, row))
  return { ...refused('forbidden', 403), headers: [['Reason', 'Q.850;cause=21']] }
}

/** Counts a call with more digits than its block has, and refuses it where that is forbidden (NUM-05). */
export function beyondBlock(
  call: Call,
  { dialled, block, isForbidden }: Beyond,
  { beyondBlock: counted }: Pick<InboundParts, 'beyondBlock'>,
): Refusal | undefined {
  call.note(isForbidden ? 'number-beyond-refused' : 'number-beyond', `${dialled} beyond ${block}`)
  counted?.(block)
  return isForbidden ? UNALLOCATED : undefined
}

/** ITU-T Q.850: 1 unallocated number. */
const UNALLOCATED: Refusal = { ...refused('not-found', 404), headers: [['Reason', 'Q.850;cause=1']] }
