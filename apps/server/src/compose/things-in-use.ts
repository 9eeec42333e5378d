import type { ThingsInUse } from '@klinke/billing'
import { type RegistrationList, thingsOf } from '@klinke/pbx'
import type { Database } from '@klinke/platform'

/** What customers have now, as billing counts it: from the PBX's tables, and from who is registered here. */
export function thingsInUse(database: Pick<Database, 'withTenant'>, registrar: Pick<RegistrationList, 'list'>): ThingsInUse {
  return (tenantId) => database.withTenant(tenantId, (tx) => thingsOf(tx, registrar.list(tenantId)))
}
