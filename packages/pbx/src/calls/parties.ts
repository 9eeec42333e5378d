import type { Extension } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'
import type { PbxSnapshot } from '../snapshot.ts'

export function extensionParty(tenant: PbxSnapshot, extension: Extension): CallParty {
  return { tenantId: tenant.id, extensionId: extension.id, number: extension.number, displayName: extension.name }
}

/** Someone outside, or a number that nobody has. */
export function numberParty(number: string, tenantId?: string): CallParty {
  return { tenantId, extensionId: undefined, number, displayName: undefined }
}

/** A number of the tenant that was dialled: under that number, and as the extension's own call, also when nobody answers it. */
export function numberCalled(tenant: PbxSnapshot, e164: string): CallParty {
  const destination = tenant.numberDestinations.get(e164)
  return { ...numberParty(e164, tenant.id), extensionId: destination?.kind === 'extension' ? destination.targetId : undefined }
}
