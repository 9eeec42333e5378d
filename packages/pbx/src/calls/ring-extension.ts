import type { Extension } from '@klinke/accounts'
import { addressOfRecord, type Call, type DialTarget, type Outcome, partyAddress, refused } from '@klinke/calls'
import { targetKey } from '../internal-numbers/store.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { CallContext } from './context.ts'
import { converse } from './converse.ts'
import { extensionParty } from './parties.ts'
import { type TargetFlow, targetGone } from './route-to.ts'

/** The way to an extension as a destination. */
export const callExtension: TargetFlow = (call, targetId, context) => {
  const extension = extensionById(context.tenant, targetId)
  return extension === undefined ? targetGone(call, 'extension', targetId) : ringExtension(call, extension, context)
}

export function extensionById(tenant: PbxSnapshot, id: string): Extension | undefined {
  const number = tenant.internalNumbers.targets.get(targetKey('extension', id))?.number
  return number === undefined ? undefined : tenant.extensions.get(number)
}

/** Rings all devices of an extension; the first to answer talks to the caller. */
export async function ringExtension(call: Call, extension: Extension, context: CallContext): Promise<Outcome> {
  const targets = extensionTargets(extension, context)
  if (targets.length === 0) {
    call.note('not-registered', extension.number)
    return refused('unreachable', 480)
  }
  call.note('ring-extension', `${extension.number} on ${targets.length} ${targets.length === 1 ? 'device' : 'devices'}`)
  const answered = await context.exchange.ring(call, targets)
  return answered.kind === 'answered' ? converse(call, answered.leg, context) : answered
}

/** An extension's registered devices as something to ring, the caller named to them as `context.from`; empty when none is registered. */
export function extensionTargets(extension: Extension, { tenant, from, exchange }: CallContext): readonly DialTarget[] {
  const domain = tenant.sipDomain.toLowerCase()
  const devices = exchange.devicesOf(addressOfRecord({ extensionNumber: extension.number, domain }))
  const parties = {
    party: extensionParty(tenant, extension),
    from: partyAddress(from.displayName, from.number, domain),
    to: partyAddress(undefined, extension.number, domain),
  }
  return devices.map((device) => ({ ...device, ...parties }))
}
