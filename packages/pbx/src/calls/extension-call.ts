import type { Extension } from '@klinke/accounts'
import { type Arrival, type CallFlow, type CallParty, type CallPlan, type Exchange, type Refusal, refused } from '@klinke/calls'
import { parseDialled } from '@klinke/numbering'
import type { CallTarget } from '../internal-numbers/store.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { callNumber, callOtherTenant } from './call-number.ts'
import type { CallContext, PbxParts } from './context.ts'
import { echo } from './echo.ts'
import { extensionParty, numberCalled, numberParty } from './parties.ts'

/** Number of the echo where the tenant's profile names none. */
export const DEFAULT_ECHO_NUMBER = '99'

interface Caller {
  readonly tenant: PbxSnapshot
  readonly extension: Extension
  readonly party: CallParty
  readonly request: Arrival['request']
}

/** What becomes of a number dialled, and how the record names it. */
interface Route {
  readonly direction: CallPlan['direction']
  readonly called: CallParty
  readonly endsHere?: true
  readonly flow: CallFlow
}

/** Plans a call that an extension makes. Emergency calls never come here: they are decided before (EMG-01). */
export function planExtensionCall(arrival: Arrival, parts: PbxParts): CallPlan | Refusal {
  if (arrival.origin.kind !== 'extension') return refused('forbidden', 403)
  const { tenantId, extensionNumber } = arrival.origin.subscriber
  const tenant = parts.directory.tenant(tenantId)
  const extension = tenant?.extensions.get(extensionNumber)
  // Deleted between its sign-in and now.
  if (tenant === undefined || extension === undefined) return refused('forbidden', 403)
  const caller = { tenant, extension, party: extensionParty(tenant, extension), request: arrival.request }
  return {
    kind: 'call',
    tenantId,
    caller: caller.party,
    profile: tenant.profile,
    emergency: false,
    ...routeOf(arrival.dialled, caller, parts),
  }
}

function routeOf(dialled: string, caller: Caller, parts: PbxParts): Route {
  const { tenant } = caller
  const echoNumber = tenant.profile.echoNumber ?? DEFAULT_ECHO_NUMBER
  const meaning = parseDialled(dialled, {
    areaCode: tenant.areaCode,
    outsideLinePrefix: tenant.outsideLinePrefix,
    isExtension: (digits) => tenant.internalNumbers.byNumber.has(digits) || digits === echoNumber,
  })
  switch (meaning.kind) {
    case 'extension':
      return insideRoute(meaning.number, caller, parts)
    case 'public':
      return publicRoute(meaning.number, caller, parts)
    case 'short-code':
      return outsideRoute(meaning.code, caller, parts)
    case 'emergency':
      return outsideRoute(meaning.number, caller, parts)
    case 'invalid':
      return unknownRoute(dialled, meaning.why)
  }
}

function insideRoute(digits: string, caller: Caller, parts: PbxParts): Route {
  const target = caller.tenant.internalNumbers.byNumber.get(digits)
  if (target !== undefined) return targetRoute(digits, target, caller, parts)
  const called = numberParty(digits, caller.tenant.id)
  return { direction: 'internal', called, endsHere: true, flow: (call) => echo(call, called) }
}

function targetRoute(digits: string, target: CallTarget, caller: Caller, parts: PbxParts): Route {
  const { tenant, extension } = caller
  const dialled = target.kind === 'extension' ? tenant.extensions.get(digits) : undefined
  const called = dialled === undefined ? { ...numberParty(digits, tenant.id), displayName: target.name } : extensionParty(tenant, dialled)
  // Someone who calls the own number is busy: with this call.
  if (dialled?.id === extension.id) return { direction: 'internal', called, flow: () => Promise.resolve(refused('busy', 486)) }
  const flow: CallFlow = (call, exchange) => parts.callTarget(call, target, contextOf(caller, exchange, parts))
  return { direction: 'internal', called, ...(dialled === undefined && { endsHere: true }), flow }
}

function publicRoute(e164: string, caller: Caller, parts: PbxParts): Route {
  const { tenant } = caller
  const owner = parts.directory.tenantByNumber(e164)
  if (owner === undefined) return outsideRoute(e164, caller, parts)
  if (owner.id === tenant.id) {
    const flow: CallFlow = (call, exchange) => callNumber(call, e164, contextOf(caller, exchange, parts))
    return { direction: 'internal', called: numberCalled(tenant, e164), flow }
  }
  const from = numberParty(parts.outside.numberShown(tenant, caller.extension, caller.request) ?? 'anonymous', tenant.id)
  const flow: CallFlow = (call, exchange) => callOtherTenant(call, e164, { ...contextOf(caller, exchange, parts), from })
  return { direction: 'outbound', called: numberParty(e164), flow }
}

function outsideRoute(number: string, { tenant, extension }: Caller, { outside }: PbxParts): Route {
  const flow: CallFlow = (call, exchange) => outside.call(call, { number, tenant, extension }, exchange)
  return { direction: 'outbound', called: numberParty(number), flow }
}

function contextOf({ tenant, party }: Caller, exchange: Exchange, pbx: PbxParts): CallContext {
  return { tenant, from: party, internal: true, exchange, pbx }
}

function unknownRoute(dialled: string, why: string): Route {
  const flow: CallFlow = (call) => {
    call.note('not-a-number', why)
    return Promise.resolve(refused('not-found', 404))
  }
  return { direction: 'outbound', called: numberParty(dialled), flow }
}
