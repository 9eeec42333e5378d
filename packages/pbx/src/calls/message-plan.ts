import type { Directory } from '@klinke/accounts'
import { addressOfRecord, type MessagePlan, partyAddress } from '@klinke/calls'

/** An extension writes to an extension of its own tenant, by its number. */
export function messagePlan(directory: Pick<Directory, 'tenant'>): MessagePlan {
  return (sender, dialled) => {
    const tenant = directory.tenant(sender.tenantId)
    const receiver = tenant?.extensions.get(dialled)
    if (tenant === undefined || receiver === undefined) return undefined
    const domain = tenant.sipDomain.toLowerCase()
    const name = tenant.extensions.get(sender.extensionNumber)?.name
    return {
      addressOfRecord: addressOfRecord({ extensionNumber: receiver.number, domain }),
      from: partyAddress(name, sender.extensionNumber, domain),
      to: partyAddress(undefined, receiver.number, domain),
    }
  }
}
