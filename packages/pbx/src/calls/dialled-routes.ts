import { type CallFlow, type CallParty, type CallPlan, type Exchange, type RoutingStepName, refused, talked } from '@klinke/calls'
import type { DialledFeature, Proof } from '../feature-codes/feature.ts'
import type { CallTarget } from '../internal-numbers/store.ts'
import { refuseSaying } from './announce.ts'
import { callFeature, unknownCode } from './call-feature.ts'
import { callNumber, callOtherTenant, endsHere } from './call-number.ts'
import type { Caller } from './caller.ts'
import type { CallContext, PbxParts } from './context.ts'
import { echo } from './echo.ts'
import { extensionParty, numberCalled, numberParty } from './parties.ts'

/** What becomes of what was dialled, and how the record names it. */
export interface Route {
  readonly direction: CallPlan['direction']
  readonly called: CallParty
  readonly endsHere?: true
  readonly flow: CallFlow
}

export function insideRoute(digits: string, caller: Caller, parts: PbxParts): Route {
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

export function publicRoute(e164: string, caller: Caller, parts: PbxParts): Route {
  const { tenant } = caller
  const owner = parts.directory.tenantByNumber(e164)
  if (owner === undefined) return outsideRoute(e164, caller, parts)
  const anchored = endsHere(owner, e164) && ({ endsHere: true } as const)
  if (owner.id === tenant.id) {
    const flow: CallFlow = (call, exchange) => callNumber(call, e164, contextOf(caller, exchange, parts))
    return { direction: 'internal', called: numberCalled(tenant, e164), ...anchored, flow }
  }
  const { extension, choice } = caller
  const flow: CallFlow = async (call, exchange) => {
    const seen = parts.outside.onNet(call, { number: e164, tenant, extension, choice })
    if ('kind' in seen) return seen
    return callOtherTenant(call, e164, { ...contextOf(caller, exchange, parts), from: numberParty(seen.shown ?? 'anonymous', tenant.id) })
  }
  return { direction: 'outbound', called: numberParty(e164), ...anchored, flow }
}

export function outsideRoute(number: string, { tenant, extension, choice }: Caller, { outside }: PbxParts): Route {
  const flow: CallFlow = (call, exchange) => outside.call(call, { number, tenant, extension, choice }, exchange)
  return { direction: 'outbound', called: numberParty(number), flow }
}

export function featureRoute(dialled: string, feature: DialledFeature, argument: string, caller: Caller, parts: PbxParts): Route {
  const flow: CallFlow = (call, exchange) =>
    callFeature(call, feature, argument, { ...contextOf(caller, exchange, parts), extension: caller.extension })
  return { direction: 'internal', called: numberParty(dialled, caller.tenant.id), endsHere: true, flow }
}

export function unknownCodeRoute(dialled: string, caller: Caller, parts: PbxParts): Route {
  const called = numberParty(dialled, caller.tenant.id)
  return {
    direction: 'internal',
    called,
    endsHere: true,
    flow: (call, exchange) => unknownCode(call, dialled, contextOf(caller, exchange, parts)),
  }
}

/** What a shared phone may not call while nobody is logged in. */
export function logInFirstRoute(dialled: string, caller: Caller, parts: PbxParts): Route {
  const called = numberParty(dialled, caller.tenant.id)
  const flow: CallFlow = (call, exchange) => {
    call.note('logged-off', caller.extension.number)
    return refuseSaying(call, 'hot-desk-log-in-first', refused('forbidden', 403), contextOf(caller, exchange, parts))
  }
  return { direction: 'internal', called, endsHere: true, flow }
}

/** Outside only who proves himself gets on, where a code before the number asks for it. */
export function provenFirst(route: Route, prove: Proof | undefined, caller: Caller, parts: PbxParts): Route {
  if (prove === undefined || route.direction === 'internal') return route
  const { extension } = caller
  const flow: CallFlow = async (call, exchange) => {
    if (!(await prove(call, { ...contextOf(caller, exchange, parts), extension }))) return talked('hung-up-by-called')
    return route.flow(call, exchange)
  }
  return { ...route, endsHere: true, flow }
}

export function refusedRoute(dialled: string, step: RoutingStepName, why: string): Route {
  const flow: CallFlow = (call) => {
    call.note(step, why)
    return Promise.resolve(refused('not-found', 404))
  }
  return { direction: 'outbound', called: numberParty(dialled), flow }
}

function contextOf({ tenant, party }: Caller, exchange: Exchange, pbx: PbxParts): CallContext {
  return { tenant, from: party, internal: true, forwards: [], exchange, pbx }
}
