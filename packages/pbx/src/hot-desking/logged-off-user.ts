import type { Extension } from '@klinke/accounts'
import { type Call, type Outcome, refused } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'

/**
 * A call to an extension that may log in, but is logged in nowhere and has forwarded nothing: it goes to the operator, or where else
 * the tenant wants it (DEV-05). Undefined for any other extension, and where the tenant wants nothing of it.
 */
export function loggedOffUser(call: Call, extension: Extension, context: CallContext): Promise<Outcome> | undefined {
  const { tenant, forwards, pbx } = context
  const { pins, settings } = tenant.hotDesking
  const to = settings.loggedOffTo
  if (to === null || !pins.has(extension.id)) return undefined
  // The destination may lead back here.
  if (forwards.some(({ extensionId }) => extensionId === extension.id)) return undefined
  call.note('logged-off', `${extension.number} → ${to.kind}`)
  const forward = { extensionId: extension.id, number: extension.number, reason: 'not-registered' } as const
  return ledOn(pbx.routeTo(call, to, { ...context, forwards: [...forwards, forward] }))
}

/** Without an operator the extension is what could not be reached. */
async function ledOn(led: Promise<Outcome>): Promise<Outcome> {
  const outcome = await led
  return outcome.kind === 'refused' && outcome.cause === 'not-found' ? refused('unreachable', 480) : outcome
}
