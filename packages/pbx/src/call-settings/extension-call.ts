import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, type Refusal, refused } from '@klinke/calls'
import { isFiltered } from '../boss-secretary/rules.ts'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionById } from '../calls/extension-targets.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { isFaxLine, ringFax } from '../fax/fax-call.ts'
import { loggedOffUser } from '../hot-desking/logged-off-user.ts'
import { isInAllCalls, isInCall } from '../in-call/is-in-call.ts'
import { forwardCall } from './forward-call.ts'
import { type Callee, firstTargets, ringBySettings } from './ring-by-settings.ts'
import { settingsOf } from './settings-of.ts'
import { forwardingFor, forwardWhenOf, ringSecondsOf, type Situation, treatmentOf } from './treatment.ts'

const REJECTED = { 'rejected-caller': 'caller-rejected', 'anonymous-caller': 'anonymous-rejected' } as const

/** A call to an extension: as its settings say, it is rejected, led to its secretaries, forwarded, or rings, and is forwarded when nobody answers. */
export const callExtension: TargetFlow = async (call, targetId, context) => {
  const extension = extensionById(context.tenant, targetId)
  if (extension === undefined) return targetGone(call, 'extension', targetId)
  if (isFaxLine(extension, context)) return ringFax(call, extension, context)
  const callee = calleeOf(call, extension, context)
  const treatment = treatmentOf(callee.settings, callee.situation)
  if (treatment.kind !== 'reject' && isFiltered(context.tenant.secretariats, extension.id, context)) {
    return context.pbx.callTarget(call, { kind: 'secretariat', id: extension.id }, context)
  }
  switch (treatment.kind) {
    case 'reject':
      call.note(treatment.why, callee.situation.callerNumber)
      return refuseSaying(call, REJECTED[treatment.why], refused('declined', 603), context)
    case 'forward':
      return forwardCall(call, extension, treatment.forwarding, context) ?? ring(call, callee, context)
    case 'busy':
      call.note(treatment.why, extension.number)
      return instead(call, callee, refused('busy', 486), context)
    case 'ring':
      return ring(call, callee, context)
  }
}

async function ring(call: Call, callee: Callee, context: CallContext): Promise<Outcome> {
  const { extension, settings, situation } = callee
  if (!situation.reachable) {
    call.note('not-registered', extension.number)
    return loggedOffUser(call, extension, context) ?? refused('unreachable', 480)
  }
  const answered = await ringBySettings(call, callee, ringSecondsOf(settings, situation), context)
  return answered.kind === 'answered' ? converse(call, answered.leg, context) : instead(call, callee, answered, context)
}

/** What comes instead of the talk that did not come about: the forwarding for it, else `refusal`. */
function instead(call: Call, { extension, settings, situation }: Callee, refusal: Refusal, context: CallContext): Promise<Outcome> {
  const when = forwardWhenOf(refusal.cause)
  const forwarding = when === undefined ? undefined : forwardingFor(when, settings, situation)
  const forwarded = forwarding && forwardCall(call, extension, forwarding, context)
  return forwarded ?? Promise.resolve(refusal)
}

function calleeOf(call: Call, extension: Extension, context: CallContext): Callee {
  const { from, internal, tenant, exchange } = context
  const settings = settingsOf(tenant, extension.id)
  const targets = firstTargets(call, extension, settings, context)
  const follows = settings.followMe.active && settings.followMe.steps.length > 0
  const situation: Situation = {
    callerNumber: from.number,
    internal,
    nowMs: exchange.clock.epochMs(),
    schedules: tenant.schedules,
    reachable: follows || targets.length > 0,
    // Only asked where it matters.
    talking: !settings.callWaiting && isInCall(exchange.calls, tenant.id, extension.id),
    full: isInAllCalls(exchange.calls, tenant, extension),
  }
  return { extension, settings, situation, targets }
}
