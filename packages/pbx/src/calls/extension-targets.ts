import type { Extension } from '@klinke/accounts'
import { addressOfRecord, type CallParty, type DialTarget, partyAddress } from '@klinke/calls'
import { phoneOf } from '../hot-desking/acts-as.ts'
import { targetKey } from '../internal-numbers/store.ts'
import { ringHeaders } from '../ring-tones/ring-tone.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { CallContext } from './context.ts'
import { namedFor } from './name-callers.ts'
import { extensionParty } from './parties.ts'

export function extensionById(tenant: PbxSnapshot, id: string): Extension | undefined {
  const number = tenant.internalNumbers.targets.get(targetKey('extension', id))?.number
  return number === undefined ? undefined : tenant.extensions.get(number)
}

/** An extension's registered devices as something to ring, the caller named to them as `context.from`; empty when none is registered. */
export function extensionTargets(extension: Extension, context: CallContext): readonly DialTarget[] {
  const { tenant, label, exchange } = context
  const from = namedFor(context.from, extension, context)
  const domain = tenant.sipDomain.toLowerCase()
  const devices = exchange.devicesOf(addressOfRecord({ extensionNumber: extension.number, domain }))
  const party = extensionParty(tenant, extension)
  const phone = phoneOf(tenant, extension.id)
  const atPhone = phone && { ...party, phone: { extensionId: phone.id, number: phone.number } }
  const phoneRecord = phone && addressOfRecord({ extensionNumber: phone.number, domain })
  const parties = {
    from: partyAddress(from.displayName, from.number, domain),
    to: partyAddress(undefined, extension.number, domain),
    label,
    nameOf: (party: CallParty) => namedFor(party, extension, context).displayName,
    headers: ringHeaders(context),
  }
  return devices.map((device) => ({ ...device, ...parties, party: (device.addressOfRecord === phoneRecord && atPhone) || party }))
}
