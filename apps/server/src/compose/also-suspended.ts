import type { PbxDirectory } from '@klinke/pbx'

/** The directory with suspended customers: who calls for help is heard all the same (EMG-01). */
export function alsoSuspended(directory: PbxDirectory): Pick<PbxDirectory, 'tenant' | 'tenantByDomain' | 'tenantByNumber'> {
  return directory.forHelp ?? directory
}

/** A customer has that SIP domain, also one that is suspended: its PBX would not be found otherwise. */
export function isDomain(directory: PbxDirectory, domain: string): boolean {
  return alsoSuspended(directory).tenantByDomain(domain) !== undefined
}
