import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, type Refusal, refused } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { converse } from '../calls/converse.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { toldForwardings } from '../calls/forwarding-headers.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { isInCall } from '../in-call/is-in-call.ts'

/** A call to a fax destination: the extension must be a fax line still. */
export const callFax: TargetFlow = async (call, extensionId, context) => {
  const extension = extensionById(context.tenant, extensionId)
  if (extension === undefined || !isFaxLine(extension, context)) return targetGone(call, 'fax', extensionId)
  return ringFax(call, extension, context)
}

export function isFaxLine({ id }: Extension, { tenant }: Pick<CallContext, 'tenant'>): boolean {
  return tenant.fax.lines.has(id)
}

/**
 * Rings a fax machine, however it was reached: it is never forwarded, has no second call waiting, and who calls it hears no announcement,
 * which a fax machine takes for a person.
 */
export async function ringFax(call: Call, extension: Extension, context: CallContext): Promise<Outcome> {
  const { exchange, tenant } = context
  if (isInCall(exchange.calls, tenant.id, extension.id)) {
    call.note('fax-busy', extension.number)
    return unsaid(refused('busy', 486))
  }
  const targets = extensionTargets(extension, context)
  if (targets.length === 0) {
    call.note('not-registered', extension.number)
    return unsaid(refused('unreachable', 480))
  }
  call.note('ring-fax', extension.number)
  const { carriesFax } = call
  call.carriesFax = true
  const answered = await exchange.ring(call, targets, { headers: toldForwardings(call, extension.number, context) })
  if (answered.kind === 'answered') return converse(call, answered.leg, context)
  // Who is rung instead may be a person.
  call.carriesFax = carriesFax
  return unsaid(answered)
}

function unsaid(refusal: Refusal): Refusal {
  return { ...refusal, isTold: true }
}
