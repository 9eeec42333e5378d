import type { Extension } from '@klinke/accounts'
import type { Call, Outcome } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { divertedBefore } from '../calls/forwarding-headers.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { targetKey } from '../internal-numbers/store.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { extensionMeant } from './extension-at.ts'
import { whyNotForwarded } from './guard.ts'
import type { Forwarding } from './settings.ts'
import { settingsOf } from './settings-of.ts'

/** Leads the call where the extension has it forwarded; undefined when it must not be (CALL-07). */
export function forwardCall(call: Call, extension: Extension, forwarding: Forwarding, context: CallContext): Promise<Outcome> | undefined {
  const { tenant, forwards, pbx } = context
  const { to, when } = forwarding
  const why = whyNotTo(to, extension, context, divertedBefore(call, context))
  if (why !== undefined) {
    call.note('not-forwarded', `${extension.number} ${when}: ${why}`)
    return undefined
  }
  call.note('forwarded', `${extension.number} ${when} → ${inWords(to, tenant)}`)
  return pbx.routeTo(call, to, {
    ...context,
    ledBy: `${extension.number}, forwarded (${when})`,
    forwards: [...forwards, { extensionId: extension.id, number: extension.number, reason: when }],
  })
}

/** Why `extension` must not forward a call there; undefined when it may. `before`: forwardings that the caller's side tells of. */
export function whyNotTo(
  to: CallDestination,
  extension: Extension,
  { tenant, forwards }: Pick<CallContext, 'tenant' | 'forwards'>,
  before: number,
): string | undefined {
  const targetId = extensionMeant(to, tenant)
  const target = targetId === undefined ? undefined : settingsOf(tenant, targetId)
  return whyNotForwarded({ extensionId: extension.id, targetId, earlier: forwards, before, policy: tenant.callSettings.policy, target })
}

function inWords(to: CallDestination, { internalNumbers }: PbxSnapshot): string {
  if (to.kind === 'external') return to.number
  if (!('targetId' in to)) return to.kind
  const target = internalNumbers.targets.get(targetKey(to.kind, to.targetId))
  return `${to.kind} ${target?.number ?? target?.name ?? to.targetId}`
}
