import { profileFor } from '@klinke/accounts'
import { type Arrival, type CallPlan, type Refusal, refused } from '@klinke/calls'
import { parseDialled } from '@klinke/numbering'
import { isFaxLine } from '../fax/fax-call.ts'
import { numberBehindCodes, type ReadDialled, readDialled } from '../feature-codes/read-dialled.ts'
import { isLoggedOff } from '../hot-desking/acts-as.ts'
import { isInAllCalls } from '../in-call/is-in-call.ts'
import { callProfile } from './call-profile.ts'
import type { Caller } from './caller.ts'
import type { PbxParts } from './context.ts'
import { dialContext } from './dial-context.ts'
import {
  featureRoute,
  insideRoute,
  logInFirstRoute,
  outsideRoute,
  provenFirst,
  publicRoute,
  type Route,
  refusedRoute,
  unknownCodeRoute,
} from './dialled-routes.ts'
import { extensionParty } from './parties.ts'
import { tellingWhy } from './tell-why.ts'
import { usualChoice } from './usual-choice.ts'

/** Plans a call that an extension makes. Emergency calls never come here: they are decided before (EMG-01). */
export function planExtensionCall(arrival: Arrival, parts: PbxParts): CallPlan | Refusal {
  if (arrival.origin.kind !== 'extension') return refused('forbidden', 403)
  const { tenantId, extensionNumber, phone } = arrival.origin.subscriber
  const tenant = parts.directory.tenant(tenantId)
  const extension = tenant?.extensions.get(extensionNumber)
  // Deleted between its sign-in and now.
  if (tenant === undefined || extension === undefined) return refused('forbidden', 403)
  const { request } = arrival
  const choice = usualChoice(tenant, extension, request)
  const party = { ...extensionParty(tenant, extension), ...(phone && { phone }) }
  const caller = { tenant, extension, party, request, choice }
  const route = dialledRoute(arrival.dialled, caller, parts)
  const profile = { ...callProfile(tenant, parts), ...(isFaxLine(extension, { tenant }) && { fax: true }) }
  return { kind: 'call', tenantId, caller: caller.party, profile, emergency: false, ...route }
}

/** The number behind the codes that were dialled, for those who look for 110 and 112 there; what was dialled when there is none. */
export function numberDialled({ origin, dialled }: Arrival, { directory, codes }: PbxParts): string {
  if (origin.kind !== 'extension' || !/^[*#]/.test(dialled)) return dialled
  const tenant = (directory.forHelp ?? directory).tenant(origin.subscriber.tenantId)
  const extension = tenant?.extensions.get(origin.subscriber.extensionNumber)
  if (tenant === undefined) return dialled
  return numberBehindCodes(dialled, codes, tenant, extension) ?? dialled
}

/** A code, or a number with what its codes say about the caller. */
function dialledRoute(dialled: string, caller: Caller, parts: PbxParts): Route {
  const read = readDialled(dialled, parts.codes, caller)
  if (isLoggedOff(caller)) return loggedOffRoute(dialled, read, caller, parts)
  switch (read.kind) {
    case 'feature':
      return featureRoute(dialled, read.feature, read.argument, caller, parts)
    case 'number': {
      const chosen = { ...caller, choice: { ...caller.choice, ...read.choice } }
      const route = provenFirst(numberRoute(read.number, sameAgain(dialled, read), chosen, parts), read.prove, caller, parts)
      // What is said to a fax machine nobody hears.
      if (isFaxLine(caller.extension, caller)) return route
      return { ...route, flow: tellingWhy(route.flow, { tenant: caller.tenant, callerIs: 'inside', prompts: parts.prompts }) }
    }
    case 'unknown-code':
      return unknownCodeRoute(dialled, caller, parts)
  }
}

/**
 * What makes the same call later: the number with the codes before it. A code that stands for a number may stand for another one by then;
 * undefined where the caller is shown in a way that cannot be dialled with the number.
 */
function sameAgain(dialled: string, { number, choice }: Extract<ReadDialled, { kind: 'number' }>): string | undefined {
  if (dialled.endsWith(number)) return dialled
  return Object.keys(choice).length === 0 ? number : undefined
}

/** A shared phone at which nobody is logged in calls inside, and logs in (DEV-05); 110 and 112 never come here. */
function loggedOffRoute(dialled: string, read: ReadDialled, caller: Caller, parts: PbxParts): Route {
  if (read.kind === 'feature' && read.feature.loggedOff === true) return featureRoute(dialled, read.feature, read.argument, caller, parts)
  const route = read.kind === 'number' ? numberRoute(read.number, undefined, caller, parts) : undefined
  return route?.direction === 'internal' ? route : logInFirstRoute(dialled, caller, parts)
}

function numberRoute(number: string, again: string | undefined, caller: Caller, parts: PbxParts): Route {
  const meaning = parseDialled(number, dialContext(caller.tenant, caller.extension))
  if (meaning.kind === 'emergency') return outsideRoute(meaning.number, caller, parts)
  if (meaning.kind === 'invalid') return refusedRoute(number, 'not-a-number', meaning.why)
  parts.dialled(caller.extension.id, number)
  const route = withinLimit(placeRoute(meaning, caller, parts), caller)
  return again === undefined ? route : attempt(route, again, caller, parts)
}

/** Who is in as many calls as the product allows calls nobody else, but may transfer and use codes. Emergency calls have no limit. */
function withinLimit(route: Route, { tenant, extension }: Caller): Route {
  if (profileFor(tenant.profile, extension).maxCallsPerExtension === undefined) return route
  const flow: Route['flow'] = (call, exchange) => {
    const isOwn = call.undertaking === undefined && call.caller?.party.extensionId === extension.id
    if (!isOwn || !isInAllCalls(exchange.calls, tenant, extension, 1)) return route.flow(call, exchange)
    call.note('too-many-calls', extension.number)
    return Promise.resolve(refused('busy', 486))
  }
  return { ...route, flow }
}

type Place = Exclude<ReturnType<typeof parseDialled>, { kind: 'emergency' | 'invalid' }>

function placeRoute(meaning: Place, caller: Caller, parts: PbxParts): Route {
  switch (meaning.kind) {
    case 'extension':
      return insideRoute(meaning.number, caller, parts)
    case 'public':
      return publicRoute(meaning.number, caller, parts)
    case 'short-code':
      return outsideRoute(meaning.code, caller, parts)
  }
}

/** The same route, whose outcome those who want to call again are told. */
function attempt(route: Route, dialled: string, { tenant, extension, request, choice }: Caller, parts: PbxParts): Route {
  const isHidden = route.direction === 'outbound' && parts.outside.numberShown(tenant, extension, request, choice) === undefined
  const flow: Route['flow'] = async (call, exchange) => {
    const ended = parts.attempted({ tenant, extension, dialled, called: route.called, isHidden })
    return ended(await route.flow(call, exchange), call, { exchange, pbx: parts })
  }
  return { ...route, flow }
}
