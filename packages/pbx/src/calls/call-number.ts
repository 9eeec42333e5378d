import { type Call, type Outcome, type Refusal, refused } from '@klinke/calls'
import { CALL_BACK_RING_SECONDS } from '../emergency-call-backs/emergency-call-backs.ts'
import { unlessFax } from '../fax/unless-fax.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { CallContext } from './context.ts'
import { converse } from './converse.ts'
import { extensionById, extensionTargets } from './extension-targets.ts'
import { namedByCompany } from './name-callers.ts'
import { numberCalled } from './parties.ts'

/** A call to a number of ours, from inside or outside: to whatever the tenant has put behind it (NUM-06). */
export async function callNumber(call: Call, e164: string, context: CallContext): Promise<Outcome> {
  const { tenant, pbx, numbers = [] } = context
  if (numbers.includes(e164)) {
    call.note('goes-round', e164)
    return refused('unreachable', 482)
  }
  const isAwaited = !context.internal && pbx.callBacks.phonesFor(tenant.id, e164).length > 0
  const helped = tenant.numbers.has(e164) ? await calledBack(call, e164, context) : undefined
  if (helped !== undefined) return helped
  // Calls back are all that a suspended customer is called for.
  if (tenant.suspended === true) return refused('unreachable', 480)
  // For them alone the full lock was not asked before (FRD-03).
  if (isAwaited && pbx.outside.lockedIn?.(call, tenant) !== undefined) return refused('unreachable', 480)
  const destination = tenant.numbers.has(e164) ? tenant.numberDestinations.get(e164) : undefined
  if (destination === undefined) {
    call.note('number-unassigned', e164)
    return refused('not-found', 404)
  }
  call.note('number', `${e164} → ${destination.kind}`)
  const onwards = { ...context, numbers: [...numbers, e164] }
  const fax = tenant.fax.numbers.get(e164)
  const lead = (): Promise<Outcome> => pbx.routeTo(call, destination, onwards)
  return fax === undefined ? lead() : unlessFax(call, () => fax, onwards, lead)
}

/** RFC 7090 §4: a phone that knows it rings through its own do not disturb, too. */
const CALL_BACK = [['Priority', 'psap-callback']] as const

/** A call from outside to the number that was shown to 110 or 112 rings the phone, or the PBX, that called for help first, whatever is set there, and wherever the number leads. */
async function calledBack(call: Call, e164: string, context: CallContext): Promise<Outcome | undefined> {
  const ids = context.internal ? [] : context.pbx.callBacks.phonesFor(context.tenant.id, e164)
  return (await phonesCalledBack(call, ids, context)) ?? (await trunksCalledBack(call, e164, ids, context))
}

async function phonesCalledBack(call: Call, ids: readonly string[], context: CallContext): Promise<Outcome | undefined> {
  const { tenant, exchange } = context
  const phones = ids.map((id) => extensionById(tenant, id)).filter((phone) => phone !== undefined)
  const targets = phones.flatMap((phone) => extensionTargets(phone, context))
  if (targets.length === 0) return undefined
  call.note('emergency-call-back', phones.map(({ number }) => number).join(' '))
  const answered = await exchange.ring(call, targets, { withinSeconds: CALL_BACK_RING_SECONDS, headers: CALL_BACK, eachForItself: true })
  return answered.kind === 'answered' ? converse(call, answered.leg, context) : undefined
}

/** What is set for an outage of the PBX, or always, does not come first: the one in need is behind it. */
async function trunksCalledBack(call: Call, number: string, ids: readonly string[], context: CallContext): Promise<Outcome | undefined> {
  const { tenant, exchange, pbx, from, dialled } = context
  for (const trunkId of ids.filter((id) => extensionById(tenant, id) === undefined)) {
    call.note('emergency-call-back', number)
    const ring = { trunkId, tenant, number, dialled, from, headers: CALL_BACK, forHelp: true } as const
    const outcome = await pbx.outside.callTrunk?.(call, ring, exchange)
    if (outcome !== undefined && outcome.kind !== 'refused') return outcome
  }
  return undefined
}

/** A call between two tenants stays on this platform: it never sees a carrier, and each tenant has its own record (TRK-14). */
export async function callOtherTenant(call: Call, e164: string, context: CallContext): Promise<Outcome> {
  const tenant = context.pbx.directory.tenantByNumber(e164)
  if (tenant === undefined) return refused('not-found', 404)
  // What a phone book of another customer says is nobody's business here.
  const from = context.asCame ?? context.from
  call.note('on-net', e164)
  const called = numberCalled(tenant, e164)
  const { extensionId } = called
  const arrival = { tenantId: tenant.id, number: e164, extensionId, shown: from.number, caller: publicNumber(call, context) }
  context.pbx.outside.cameInside?.({ ...arrival, sipCallId: call.request.headers.get('Call-ID') ?? '' })
  const leave = call.enter({
    tenantId: tenant.id,
    direction: 'inbound',
    caller: from,
    called,
    emergency: false,
  })
  const outcome =
    lockedIn(call, tenant, e164, context) ??
    (await callNumber(call, e164, { ...context, ...namedByCompany(from, tenant, context.pbx.names), tenant, internal: false }))
  if (outcome.kind === 'refused') leave(outcome)
  return outcome
}

/** A customer that is locked wholly takes no call from another one either, but a control centre's that calls back. */
function lockedIn(call: Call, tenant: PbxSnapshot, e164: string, { pbx }: CallContext): Refusal | undefined {
  if (pbx.callBacks.phonesFor(tenant.id, e164).length > 0) return undefined
  // Why is in the called customer's record: it is not the caller's own line that is locked, which is what the prompt would say.
  return pbx.outside.lockedIn?.(call, tenant) && refused('unreachable', 480)
}

/** By which number who calls could be called back, whether it is shown or not. */
function publicNumber({ origin, request }: Call, { tenant, pbx }: CallContext): string | undefined {
  const isOwn = origin?.kind === 'extension' && origin.subscriber.tenantId === tenant.id
  const extension = isOwn ? tenant.extensions.get(origin.subscriber.extensionNumber) : undefined
  return pbx.outside.numberShown(tenant, extension, request, { hidden: false })
}

/** The number leads to something that the exchange itself says or does: media of a call to it ends here, whatever the profile says. */
export function endsHere({ numberDestinations }: PbxSnapshot, e164: string): boolean {
  const kind = numberDestinations.get(e164)?.kind
  return kind !== undefined && kind !== 'extension' && kind !== 'fax' && kind !== 'trunk' && kind !== 'external' && kind !== 'hang-up'
}
