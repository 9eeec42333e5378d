import type { Directory, Extension, TenantSnapshot } from '@klinke/accounts'
import type { Subscriber, Subscribers } from '@klinke/calls'

/** SIP accounts as admission finds them, over the tenants' snapshots. A snapshot never changes, so its index is made once. */
export function subscribersOf(directory: Directory): Subscribers {
  const indexes = new WeakMap<TenantSnapshot, ReadonlyMap<string, Subscriber>>()
  return {
    find: (username, domain) => {
      const tenant = directory.tenantByDomain(domain)
      if (tenant === undefined) return undefined
      let index = indexes.get(tenant)
      if (index === undefined) {
        index = new Map([...tenant.extensions.values()].map((extension) => [extension.sipUsername, subscriberOf(tenant, extension)]))
        indexes.set(tenant, index)
      }
      return index.get(username)
    },
  }
}

function subscriberOf({ id, sipDomain, profile }: TenantSnapshot, extension: Extension): Subscriber {
  return {
    tenantId: id,
    extensionId: extension.id,
    extensionNumber: extension.number,
    username: extension.sipUsername,
    domain: sipDomain,
    ha1: extension.ha1,
    registration: {
      maxContacts: profile.maxContactsPerExtension,
      whenFull: profile.whenContactsFull,
      minExpiresSeconds: profile.minRegistrationSeconds,
      maxExpiresSeconds: profile.maxRegistrationSeconds,
    },
  }
}
