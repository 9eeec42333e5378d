import type { Extension } from '@klinke/accounts'
import { extensionById } from '../calls/extension-targets.ts'
import type { CallDestination } from '../destinations/destination.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** The extension that a number of the tenant's own leads to: reached inside, without a carrier. */
export function extensionAt(number: string, tenant: PbxSnapshot): Extension | undefined {
  const destination = tenant.numbers.has(number) ? tenant.numberDestinations.get(number) : undefined
  return destination?.kind === 'extension' ? extensionById(tenant, destination.targetId) : undefined
}

/** Id of the extension that a destination means, itself or by its public number; undefined when it is none. */
export function extensionMeant(to: CallDestination, tenant: PbxSnapshot): string | undefined {
  if (to.kind === 'extension') return to.targetId
  return to.kind === 'external' ? extensionAt(to.number, tenant)?.id : undefined
}
