import type { Directory, Extension, TenantSnapshot } from '@klinke/accounts'
import { type Arrival, type CallFlow, type CallParty, type CallPlan, type Refusal, refused } from '@klinke/calls'
import { parseDialled } from '@klinke/numbering'
import { callNumber, callOtherTenant } from './call-number.ts'
import { echo } from './echo.ts'
import type { OutsideLines } from './outside-lines.ts'
import { extensionParty, numberCalled, numberParty } from './parties.ts'
import { ringExtension } from './ring-extension.ts'

/** Number of the echo where the tenant's profile names none. */
export const DEFAULT_ECHO_NUMBER = '99'

export interface ExtensionCallParts {
  readonly directory: Directory
  readonly outside: OutsideLines
}

interface Caller {
  readonly tenant: TenantSnapshot
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
export function planExtensionCall(arrival: Arrival, parts: ExtensionCallParts): CallPlan | Refusal {
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

function routeOf(dialled: string, caller: Caller, parts: ExtensionCallParts): Route {
  const { tenant } = caller
  const echoNumber = tenant.profile.echoNumber ?? DEFAULT_ECHO_NUMBER
  const meaning = parseDialled(dialled, {
    areaCode: tenant.areaCode,
    outsideLinePrefix: tenant.outsideLinePrefix,
    isExtension: (digits) => tenant.extensions.has(digits) || digits === echoNumber,
  })
  switch (meaning.kind) {
    case 'extension':
      return insideRoute(meaning.number, caller)
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

function insideRoute(digits: string, { tenant, extension, party }: Caller): Route {
  const target = tenant.extensions.get(digits)
  if (target === undefined) {
    const called = numberParty(digits, tenant.id)
    return { direction: 'internal', called, endsHere: true, flow: (call) => echo(call, called) }
  }
  const called = extensionParty(tenant, target)
  // Someone who calls the own number is busy: with this call.
  if (target.id === extension.id) return { direction: 'internal', called, flow: () => Promise.resolve(refused('busy', 486)) }
  return { direction: 'internal', called, flow: (call, exchange) => ringExtension(call, tenant, target, party, exchange) }
}

function publicRoute(e164: string, caller: Caller, parts: ExtensionCallParts): Route {
  const { tenant, party } = caller
  const owner = parts.directory.tenantByNumber(e164)
  if (owner === undefined) return outsideRoute(e164, caller, parts)
  if (owner.id === tenant.id) {
    const called = numberCalled(tenant, e164)
    return { direction: 'internal', called, flow: (call, exchange) => callNumber(call, tenant, e164, party, exchange) }
  }
  const shown = numberParty(parts.outside.numberShown(tenant, caller.extension, caller.request) ?? 'anonymous', tenant.id)
  const flow: CallFlow = (call, exchange) => callOtherTenant(call, parts.directory, e164, shown, exchange)
  return { direction: 'outbound', called: numberParty(e164), flow }
}

function outsideRoute(number: string, { tenant, extension }: Caller, { outside }: ExtensionCallParts): Route {
  const flow: CallFlow = (call, exchange) => outside.call(call, { number, tenant, extension }, exchange)
  return { direction: 'outbound', called: numberParty(number), flow }
}

function unknownRoute(dialled: string, why: string): Route {
  const flow: CallFlow = (call) => {
    call.note('not-a-number', why)
    return Promise.resolve(refused('not-found', 404))
  }
  return { direction: 'outbound', called: numberParty(dialled), flow }
}
