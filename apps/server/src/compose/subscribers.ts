import { type Directory, type Extension, mayUse, profileFor, type TenantSnapshot } from '@klinke/accounts'
import type { Subscriber, Subscribers } from '@klinke/calls'
import type { WebPhoneAccount, WebPhones } from '@klinke/pbx'

/** SIP accounts as admission finds them: phones' over the tenants' snapshots, and browsers'. A snapshot never changes, so its index is made once. */
export function subscribersOf(directory: Directory, webPhones: Pick<WebPhones, 'find'>): Subscribers {
  const indexes = new WeakMap<TenantSnapshot, ReadonlyMap<string, Subscriber>>()
  return {
    find: (username, domain) => {
      // Phones of a suspended customer are known, too: they may call for help.
      const tenant = directory.tenantByDomain(domain) ?? directory.forHelp?.tenantByDomain(domain)
      if (tenant === undefined) return undefined
      let index = indexes.get(tenant)
      if (index === undefined) {
        index = new Map([...tenant.extensions.values()].map((extension) => [extension.sipUsername, subscriberOf(tenant, extension)]))
        indexes.set(tenant, index)
      }
      return index.get(username) ?? inBrowser(tenant, webPhones.find(username, domain))
    },
  }
}

/** Undefined when the extension is gone, or has another number than when the browser asked. */
function inBrowser(tenant: TenantSnapshot, account: WebPhoneAccount | undefined): Subscriber | undefined {
  if (account === undefined) return undefined
  const extension = tenant.extensions.get(account.extensionNumber)
  if (extension?.id !== account.extensionId) return undefined
  const browser = { ...subscriberOf(tenant, extension), username: account.username, ha1: account.ha1 }
  // Its package has no telephones in browsers any more; help it reaches until its session ends (EMG-01).
  return mayUse(tenant.profile, extension, 'web-phone') ? browser : { ...browser, onlyForHelp: true }
}

function subscriberOf({ id, sipDomain, profile: ofTenant, suspended }: TenantSnapshot, extension: Extension): Subscriber {
  const profile = profileFor(ofTenant, extension)
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
    ...(suspended === true && { onlyForHelp: true }),
  }
}
