import { join } from 'node:path'
import type { Directory } from '@klinke/accounts'
import { addressOfRecord, type KeptRegistration, type Registrar } from '@klinke/calls'
import { type PbxDirectory, RegistrationJournal } from '@klinke/pbx'
import { alsoSuspended } from './also-suspended.ts'
import type { Ground } from './klinke.ts'

/**
 * Takes up the registrations of the earlier process and keeps those of this one, so that phones are reached after a restart before they register
 * again. Before the first REGISTER is served.
 */
export async function keepRegistrations(
  { configuration, clock, logger, scope }: Ground,
  registrar: Registrar,
  directory: PbxDirectory,
): Promise<void> {
  const journal = await RegistrationJournal.open({
    ...{ registrar, clock, logger, directory: join(configuration.dataDir, 'registrations') },
    // Phones of a suspended customer stay registered, to call for help and be called back.
    isKnown: (registration) => hasAccount(alsoSuspended(directory), registration),
  })
  scope.own({ close: () => journal.close() })
}

/** Whether the extension that registered is still there, under its number and domain. */
export function hasAccount(
  directory: Pick<Directory, 'tenant'>,
  kept: Pick<KeptRegistration, 'tenantId' | 'extensionId' | 'addressOfRecord'>,
): boolean {
  const tenant = directory.tenant(kept.tenantId)
  const number = kept.addressOfRecord.split('@', 1)[0] ?? ''
  if (tenant?.extensions.get(number)?.id !== kept.extensionId) return false
  return addressOfRecord({ extensionNumber: number, domain: tenant.sipDomain }) === kept.addressOfRecord
}
