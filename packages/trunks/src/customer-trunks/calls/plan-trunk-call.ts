import type { Directory, TenantSnapshot } from '@klinke/accounts'
import { type Arrival, type Call, type CallFlow, type CallParty, type CallPlan, type Refusal, refused } from '@klinke/calls'
import { type Dialled, parsePublic } from '@klinke/numbering'
import { type FoundNumber, findNumber } from '../../calls/called-number.ts'
import { privacyOf } from '../../calls/caller-identity.ts'
import type { OutboundParts } from '../../calls/carrier-places.ts'
import { beyondBlock, type InboundParts, type InsideLines, lockedIn } from '../../calls/inbound-call.ts'
import { callOutside, callsInside, type OutboundCall } from '../../calls/outbound-call.ts'
import type { MaliciousCalls } from '../../malicious-calls/malicious-calls.ts'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { admittedTrunk } from './admitted-trunk.ts'
import { areaCodeOfTrunk, callerAtPbx, type PbxCaller } from './pbx-caller.ts'
import type { TrunksAtWork } from './pbx-places.ts'
import { mediaOfTrunk, noteTrunkMedia } from './trunk-media.ts'

export interface TrunkCallParts extends OutboundParts {
  readonly directory: Directory
  /** Absent: no customer has a trunk. */
  readonly trunks?: TrunksAtWork
  readonly inside: InsideLines
  /** Keeps who calls a number for which there is an order to trace malicious calls (CLI-06); absent: nobody. */
  readonly malicious?: Pick<MaliciousCalls, 'arrived' | 'arrivedInside'> | undefined
  /** Told of each call that came with more digits than its block has (NUM-05). */
  readonly beyondBlock?: InboundParts['beyondBlock']
}

/** What finds a trunk and whose it is. */
export interface TrunkFinding extends Pick<TrunkCallParts, 'trunks'> {
  readonly directory: Pick<Directory, 'tenant'>
}

/** A trunk with its customer, as a call finds them. */
export interface TrunkOfCustomer {
  readonly trunk: CustomerTrunk
  readonly tenant: TenantSnapshot
}

/** The trunk that a call comes by; undefined: deleted a moment ago. */
export function trunkOfArrival({ origin }: Arrival, { directory, trunks }: TrunkFinding): TrunkOfCustomer | undefined {
  if (origin.kind !== 'trunk') return undefined
  const trunk = trunks?.directory.trunk(origin.trunk.id)
  const tenant = trunk && directory.tenant(trunk.tenantId)
  return tenant && { trunk, tenant }
}

/** Plans a call that a customer's PBX makes. Emergency calls never come here: they are decided before (EMG-01). */
export function planTrunkCall(arrival: Arrival, parts: TrunkCallParts): CallPlan | Refusal {
  const found = trunkOfArrival(arrival, parts)
  if (found === undefined) return refused('forbidden', 403)
  const { trunk, tenant } = found
  // Transfers are the PBX's own job there (TRK-07, TRK-10).
  if (arrival.request.method === 'REFER' && trunk.signalling === 'sip-ddi') return refused('declined', 603)
  const caller = callerAtPbx(arrival.request, trunk, tenant)
  const party = partyOf(found, caller)
  const meaning = parsePublic(arrival.dialled, areaCodeOfTrunk(tenant, trunk))
  const way = trunk.isActive ? wayOf(meaning, { ...found, caller, party, arrival }, parts) : inactive(arrival.dialled)
  const flow: CallFlow = (call, exchange) => {
    noteCaller(call, trunk, caller)
    noteTrunkMedia(call, trunk, 'of the PBX')
    return way.flow(call, exchange)
  }
  const { inside } = parts
  return {
    ...{ kind: 'call', tenantId: tenant.id, direction: way.direction, emergency: false, caller: party, called: way.called },
    profile: inside.profileOf?.(tenant) ?? tenant.profile,
    callerMedia: mediaOfTrunk(trunk.product),
    ...(trunk.srtp !== 'offered' && { callerSrtp: trunk.srtp }),
    ...(way.endsHere === true && { endsHere: true }),
    ...(parts.connected !== undefined && {
      namesConnected: parts.connected.towardsPbx(trunk, tenant.sipDomain, areaCodeOfTrunk(tenant, trunk)),
    }),
    flow,
  }
}

/** The PBX in records: by the number that is shown, and its trunk. */
export function partyOf({ trunk, tenant }: TrunkOfCustomer, { number }: PbxCaller): CallParty {
  const { id, name } = trunk
  return {
    tenantId: tenant.id,
    extensionId: undefined,
    number: number ?? 'anonymous',
    displayName: undefined,
    isAsserted: true,
    trunk: { id, name },
  }
}

interface Way {
  readonly direction: CallPlan['direction']
  readonly called: CallParty
  readonly endsHere?: boolean
  readonly flow: CallFlow
}

interface PbxCall extends TrunkOfCustomer {
  readonly caller: PbxCaller
  readonly party: CallParty
  readonly arrival: Arrival
}

function noteCaller(call: Call, { name }: CustomerTrunk, { number, named }: PbxCaller): void {
  const why = named === undefined ? 'no number named' : named === number ? 'its own' : `${named} is not the customer's`
  call.note('trunk-call', `${name}, shown ${number ?? 'nobody'}: ${why}`)
}

function wayOf(meaning: Dialled, of: PbxCall, parts: TrunkCallParts): Way {
  switch (meaning.kind) {
    case 'public': {
      const found = findNumber(meaning.number, parts.directory)
      return found === undefined ? outside(meaning.number, of, parts) : onNet(found, of, parts)
    }
    case 'short-code':
      return outside(meaning.code, of, parts)
    default:
      return notDialled(of.arrival.dialled, meaning.kind === 'invalid' ? meaning.why : 'not-digits')
  }
}

function outside(number: string, { trunk, tenant, caller }: PbxCall, parts: TrunkCallParts): Way {
  const wanted = { number, ...leavingBy(trunk, tenant), ...wishOf(caller) }
  const flow: CallFlow = async (call, exchange) => {
    const outcome = await callOutside(call, wanted, parts, exchange)
    const isFull = outcome.kind === 'refused' && outcome.why === 'channels-in-use'
    return isFull ? ((await parts.inside.refuse?.(call, tenant, outcome, exchange)) ?? outcome) : outcome
  }
  return { direction: 'outbound', called: outsideParty(number), flow }
}

/** What goes out of the customer by a trunk. */
function leavingBy(trunk: CustomerTrunk, tenant: TenantSnapshot) {
  return { tenant, extension: undefined, siteId: trunk.siteId, trunk: admittedTrunk(trunk, tenant) } as const
}

/** What the PBX wants shown, and the number of its own that pays (CLI-02); whether the wish is granted, identity says. */
function wishOf({ named, number }: PbxCaller): Pick<OutboundCall, 'choice' | 'head'> {
  return { ...(named !== undefined && { choice: { number: named } }), ...(number !== undefined && { head: number }) }
}

/** A number of this exchange is called inside, free of charge (TRK-14): that of another customer only if it may be called at all. */
function onNet(found: FoundNumber, of: PbxCall, parts: TrunkCallParts): Way {
  const { trunk, tenant, party, caller, arrival } = of
  const { inside } = parts
  const { number, beyond } = found
  const own: CallParty = { ...party, trunk: undefined }
  const called = inside.numberCalled(found.tenant, number)
  const endsHere = inside.endsHere?.(found.tenant, number) === true
  if (found.tenant.id === tenant.id) {
    const flow: CallFlow = async (call, exchange) => {
      call.note('on-net', number)
      const tooLong = beyond && beyondBlock(call, beyond, parts)
      if (tooLong !== undefined) return tooLong
      const full = takeOnTrunk(call, of, parts)
      if (full !== undefined) return inside.refuse?.(call, tenant, full, exchange) ?? full
      const hides = privacyOf(arrival.request, undefined) === 'id'
      const from: CallParty = hides ? { ...ANONYMOUS, tenantId: tenant.id } : own
      return inside.callNumber(call, tenant, number, from, exchange, undefined, beyond?.dialled)
    }
    return { direction: 'internal', called, endsHere, flow }
  }
  const flow: CallFlow = async (call, exchange) => {
    const seen = callsInside(call, { number, ...leavingBy(trunk, tenant), ...wishOf(caller) }, parts)
    if ('kind' in seen) return seen
    const from: CallParty = seen.shown === undefined ? { ...ANONYMOUS, tenantId: tenant.id } : { ...own, number: seen.shown }
    call.note('on-net', number)
    const tooLong = beyond && beyondBlock(call, beyond, parts)
    if (tooLong !== undefined) return tooLong
    const full = takeOnTrunk(call, of, parts)
    if (full !== undefined) return inside.refuse?.(call, tenant, full, exchange) ?? full
    const about = { tenantId: found.tenant.id, number, extensionId: called.extensionId, shown: from.number }
    const sipCallId = arrival.request.headers.get('Call-ID') ?? ''
    parts.malicious?.arrivedInside({ ...about, caller: caller.number, sipCallId })
    const leave = call.enter({ tenantId: found.tenant.id, direction: 'inbound', caller: from, called, emergency: false })
    const locked = lockedIn(call, found.tenant, number, parts)
    const outcome = locked ?? (await inside.callNumber(call, found.tenant, number, from, exchange, undefined, beyond?.dialled))
    if (outcome.kind === 'refused') leave(outcome)
    return outcome
  }
  return { direction: 'outbound', called: outsideParty(number), endsHere, flow }
}

/** What stays on this exchange takes no channel of the contract, but one between the PBX and us (TRK-06). */
function takeOnTrunk(call: Call, { trunk, tenant }: PbxCall, { admission }: TrunkCallParts): Refusal | undefined {
  const seat = admission.onTrunk(call, { tenant, trunk: admittedTrunk(trunk, tenant) }, 'out')
  if (seat?.kind === 'refused') return seat
  if (call.caller !== undefined) seat?.holds(call.caller, call)
  seat?.leave()
  return undefined
}

function inactive(dialled: string): Way {
  const flow: CallFlow = (call) => {
    call.note('trunk-inactive', dialled)
    return Promise.resolve(refused('forbidden', 403))
  }
  return { direction: 'outbound', called: outsideParty(dialled), flow }
}

function notDialled(dialled: string, why: string): Way {
  const flow: CallFlow = (call) => {
    call.note('not-a-number', why)
    return Promise.resolve(refused('not-found', 404))
  }
  return { direction: 'outbound', called: outsideParty(dialled), flow }
}

function outsideParty(number: string): CallParty {
  return { tenantId: undefined, extensionId: undefined, number, displayName: undefined }
}

const ANONYMOUS: CallParty = { tenantId: undefined, extensionId: undefined, number: 'anonymous', displayName: undefined }
