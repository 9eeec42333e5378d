import type { PbxDirectory } from '../snapshot.ts'

/** A directory of nobody. */
export const noTenants: PbxDirectory = {
  tenant: () => undefined,
  tenantByDomain: () => undefined,
  tenantByNumber: () => undefined,
  tenants: () => [],
}
