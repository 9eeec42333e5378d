import { siteOf } from '@klinke/accounts'
import { type Call, type Outcome, refused } from '@klinke/calls'
import { parsePublic } from '@klinke/numbering'
import { parseUri, telDigits, userText } from '@klinke/sip'
import type { Continuity } from '../trunk-continuity/rules.ts'
import type { CallContext } from './context.ts'
import { toldForwardings } from './forwarding-headers.ts'
import { type TargetFlow, targetGone } from './route-to.ts'

/** Numbers of this platform that redirections may lead a call through, one after the other (CALL-07). */
const MAX_REDIRECTIONS = 5

/** A number that is led to the customer's own PBX rings it; where the PBX sends the call on by 302 it goes there, as a forwarding of the customer's, and where it is unreachable what is set for that applies. */
export const callTrunk: TargetFlow = async (call, trunkId, context) => {
  const { tenant, exchange, pbx, from, numbers = [] } = context
  const number = numbers.at(-1)
  // A forwarding may lead to a trunk: then the PBX is called by the number that the customer shows outside.
  const called = number ?? tenant.numbers.keys().next().value
  if (pbx.outside.callTrunk === undefined || called === undefined) return targetGone(call, 'trunk', trunkId)
  const dialled = number !== undefined && context.dialled?.startsWith(number) === true ? context.dialled : undefined
  const continuity = tenant.trunkContinuity.get(trunkId)
  if (continuity?.mode === 'always') return instead(call, continuity, 'switched on', context)
  const isAutomatic = continuity?.mode === 'automatic'
  const ring = { trunkId, tenant, number: called, dialled, from, headers: toldForwardings(call, called, context) }
  const outcome = await pbx.outside.callTrunk(call, { ...ring, ...(isAutomatic && { knownDownIsEnough: true }) }, exchange)
  if (outcome.kind !== 'refused') return outcome
  if (outcome.redirectedTo !== undefined)
    return redirected(call, outcome.redirectedTo, { ...context, dialled: undefined, ledBy: 'the PBX (302)' })
  return isAutomatic && outcome.tryElsewhere === true ? instead(call, continuity, outcome.cause, context) : outcome
}

/** What is set for an outage of the PBX (BCP-01). */
function instead(call: Call, { destination }: Continuity, why: string, context: CallContext): Promise<Outcome> {
  call.note('trunk-continuity', `${why} → ${destination.kind}`)
  return context.pbx.routeTo(call, destination, { ...context, dialled: undefined, ledBy: 'what is set for an outage of the PBX' })
}

/** RFC 3261 §8.1.3.4, by the rules of forwardings: never to 110 or 112, to a number that may be dialled, and not in a circle. */
function redirected(call: Call, contact: string, context: CallContext): Promise<Outcome> {
  const { tenant, pbx, numbers = [] } = context
  const read = parsePublic(userOf(contact), siteOf(tenant, {})?.areaCode ?? tenant.areaCode)
  if (read.kind !== 'public' || numbers.length > MAX_REDIRECTIONS) {
    call.note('trunk-redirected', `refused: ${read.kind === 'public' ? 'too many redirections' : read.kind}`)
    return Promise.resolve(refused(read.kind === 'public' ? 'unreachable' : 'forbidden', read.kind === 'public' ? 482 : 403))
  }
  call.note('trunk-redirected', `to ${read.number}`)
  return pbx.routeTo(call, { kind: 'external', number: read.number }, context)
}

function userOf(contact: string): string {
  const uri = parseUri(contact)
  if (uri === undefined || uri.scheme === 'other') return ''
  return uri.scheme === 'tel' ? telDigits(uri) : (userText(uri)?.split(';', 1)[0] ?? '')
}
