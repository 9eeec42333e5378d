import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, refused } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { CallDestination } from '../destinations/destination.ts'

/**
 * A call to an extension that may log in, but is logged in nowhere and has forwarded nothing: it goes to the operator, or where else
 * the tenant wants it (DEV-05). Undefined for any other extension, and where the tenant wants nothing of it.
 */
export function loggedOffUser(call: Call, extension: Extension, context: CallContext): Promise<Outcome> | undefined {
  const { forwards, pbx } = context
  const to = loggedOffTo(extension, context)
  if (to === undefined) return undefined
  call.note('logged-off', `${extension.number} → ${to.kind}`)
  const forward = { extensionId: extension.id, number: extension.number, reason: 'not-registered' } as const
  return ledOn(pbx.routeTo(call, to, { ...context, forwards: [...forwards, forward] }))
}

/** Where such a call goes; undefined when there is no such place. */
export function loggedOffTo(
  { id }: Extension,
  { tenant, forwards }: Pick<CallContext, 'tenant' | 'forwards'>,
): CallDestination | undefined {
  const { pins, settings } = tenant.hotDesking
  // The destination may lead back here.
  const wasHere = forwards.some(({ extensionId }) => extensionId === id)
  return settings.loggedOffTo === null || !pins.has(id) || wasHere ? undefined : settings.loggedOffTo
}

/** Without an operator the extension is what could not be reached. */
async function ledOn(led: Promise<Outcome>): Promise<Outcome> {
  const outcome = await led
  return outcome.kind === 'refused' && outcome.cause === 'not-found' ? refused('unreachable', 480) : outcome
}
