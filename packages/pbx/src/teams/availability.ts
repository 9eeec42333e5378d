import type { Extension } from '@klinke/accounts'
import { settingsOf } from '../call-settings/settings-of.ts'
import { holds } from '../call-settings/treatment.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { isInAllCalls, isInCall } from '../in-call/is-in-call.ts'

/** Whether a member's phone can be rung for its team now. */
export type Availability = 'free' | 'busy' | 'do-not-disturb' | 'not-registered'

/**
 * Calls of a team ignore a member's own forwardings, so that they do not end in its mailbox; they respect do not disturb.
 * `oneAtATime`: somebody who is in a call or is rung already is busy, whatever the phone could take.
 */
export function availabilityOf(extension: Extension, context: CallContext, oneAtATime: boolean): Availability {
  const { tenant, exchange } = context
  const settings = settingsOf(tenant, extension.id)
  const time = { schedules: tenant.schedules, nowMs: exchange.clock.epochMs() }
  if (settings.doNotDisturb || !holds(settings.ringsOnly, time)) return 'do-not-disturb'
  const inCall = oneAtATime
    ? exchange.calls.ofExtension(tenant.id, extension.id).length > 0
    : !settings.callWaiting && isInCall(exchange.calls, tenant.id, extension.id)
  if (inCall || isInAllCalls(exchange.calls, tenant, extension)) return 'busy'
  return extensionTargets(extension, context).length === 0 ? 'not-registered' : 'free'
}

/** The extensions with these ids, without those deleted a moment ago. */
export function extensionsOf(ids: readonly string[], { tenant }: CallContext): readonly Extension[] {
  return ids.map((id) => extensionById(tenant, id)).filter((extension) => extension !== undefined)
}
