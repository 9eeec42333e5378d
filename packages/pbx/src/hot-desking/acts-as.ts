import type { Extension } from '@klinke/accounts'
import { addressOfRecord, type Registrar, type Subscriber } from '@klinke/calls'
import { extensionById } from '../calls/extension-targets.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'

/** The extension that is logged in at a shared phone. */
export function userAt(tenant: PbxSnapshot, phoneId: string): Extension | undefined {
  const user = tenant.hotDesking.phones.get(phoneId)
  return user && extensionById(tenant, user.extensionId)
}

/** The shared phone at which an extension is logged in. */
export function phoneOf(tenant: PbxSnapshot, extensionId: string): Extension | undefined {
  const phoneId = tenant.hotDesking.places.get(extensionId)
  return phoneId === undefined ? undefined : extensionById(tenant, phoneId)
}

/** A shared phone at which nobody is logged in. */
export function isLoggedOff({ tenant, extension }: { readonly tenant: PbxSnapshot; readonly extension: Extension }): boolean {
  return tenant.hotDesking.phones.has(extension.id)
}

/**
 * In whose name a phone acts beyond its own registration: calls, subscriptions and messages of a shared phone are those of the
 * extension that is logged in there. The phone itself is kept with it, for emergency calls are made from where the phone stands.
 */
export function actsAs(directory: PbxDirectory): (subscriber: Subscriber) => Subscriber {
  return (subscriber) => {
    const tenant = directory.tenant(subscriber.tenantId)
    const user = tenant && userAt(tenant, subscriber.extensionId)
    if (user === undefined) return subscriber
    const phone = { extensionId: subscriber.extensionId, number: subscriber.extensionNumber }
    return { ...subscriber, extensionId: user.id, extensionNumber: user.number, phone }
  }
}

/** Devices of an extension: its own, and those of the phone at which it is logged in. */
export function devicesWithHotDesk(directory: PbxDirectory, lookup: Registrar['lookup']): Registrar['lookup'] {
  return (record) => {
    const own = lookup(record)
    const [number = '', domain = ''] = record.split('@', 2)
    const tenant = directory.tenantByDomain(domain)
    const extension = tenant?.extensions.get(number)
    const phone = tenant && extension && phoneOf(tenant, extension.id)
    return phone === undefined ? own : [...own, ...lookup(addressOfRecord({ extensionNumber: phone.number, domain }))]
  }
}
