import type { Extension, TenantSnapshot } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'

export function extensionParty(tenant: TenantSnapshot, extension: Extension): CallParty {
  return { tenantId: tenant.id, extensionId: extension.id, number: extension.number, displayName: extension.name }
}

/** Someone outside, or a number that nobody has. */
export function numberParty(number: string, tenantId?: string): CallParty {
  return { tenantId, extensionId: undefined, number, displayName: undefined }
}
