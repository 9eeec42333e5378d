import { findReseller, findTenant } from '@klinke/accounts'
import { findExtension } from '@klinke/pbx'
import type { Database, Principal, Whereabouts } from '@klinke/platform'

/** Where whoever has signed in belongs, with the names that the portal shows. */
export function whereaboutsIn(database: Database): (principal: Principal) => Promise<Whereabouts> {
  return (principal) =>
    database.withOperator(async (tx) => {
      const tenant = 'tenantId' in principal && principal.tenantId !== undefined ? await findTenant(tx, principal.tenantId) : undefined
      const reseller = principal.kind === 'reseller' ? await findReseller(tx, principal.resellerId) : undefined
      const extension = principal.kind === 'user' ? await findExtension(tx, principal.extensionId) : undefined
      return {
        tenant: tenant ? { id: tenant.id, name: tenant.name } : null,
        reseller: reseller ? { id: reseller.id, name: reseller.name } : null,
        extension: extension ? { id: extension.id, number: extension.number, name: extension.name } : null,
      }
    })
}
