import { type ApiRoutes, type Database, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { measureStorage, WARN_PART } from './quota.ts'

const useView = z.object({
  usedBytes: z.int(),
  quotaBytes: z.int().describe("`storageBytes` of the tenant's profile"),
  state: z.enum(['ok', 'nearly-full', 'full']).describe(`nearly-full: from ${100 * WARN_PART} % on`),
})

/** How full a tenant's storage is. */
export function storageRoutes(database: Database): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
    const schema = { tags: ['storage'], summary: 'Tell how much storage is used', querystring, response: { 200: useView } }
    api.get('/storage', { schema }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      const use = await database.withTenant(tenantId, (tx) => measureStorage(tx, tenantId))
      if (use === undefined) throw new NotFound('tenant', tenantId)
      return use
    })
  }
}
