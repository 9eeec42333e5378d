import type { Extension, TenantSnapshot } from '@klinke/accounts'
import { addressOfRecord, type Call, type CallParty, type Exchange, type Outcome, partyAddress, refused } from '@klinke/calls'
import { extensionParty } from './parties.ts'

/** Rings all devices of an extension; the first to answer talks to the caller, who is shown as `from`. */
export async function ringExtension(
  call: Call,
  tenant: TenantSnapshot,
  extension: Extension,
  from: CallParty,
  exchange: Exchange,
): Promise<Outcome> {
  const domain = tenant.sipDomain.toLowerCase()
  const devices = exchange.devicesOf(addressOfRecord({ extensionNumber: extension.number, domain }))
  if (devices.length === 0) {
    call.note('not-registered', extension.number)
    return refused('unreachable', 480)
  }
  call.note('ring-extension', `${extension.number} on ${devices.length} ${devices.length === 1 ? 'device' : 'devices'}`)
  const party = extensionParty(tenant, extension)
  const parties = {
    party,
    from: partyAddress(from.displayName, from.number, domain),
    to: partyAddress(undefined, extension.number, domain),
  }
  const answered = await exchange.ring(
    call,
    devices.map((device) => ({ ...device, ...parties })),
  )
  return answered.kind === 'answered' ? call.talkTo(answered.leg) : answered
}
