import { type Api, decodeCursor, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { listCustomers, type ProfileCustomer } from './customers-store.ts'
import { byOperator, type CatalogueRouteParts, catalogueTags } from './route-parts.ts'
import { profileId } from './views.ts'

const customerView = z.object({
  contractId: z.uuid(),
  tenantId: z.uuid(),
  tenantName: z.string(),
  begins: z.iso.date(),
  ends: z.iso.date().nullable().describe('Last day; null: nobody has given notice'),
})

/** Which customers have a profile. */
export function customerRoutes(api: Api, { database }: CatalogueRouteParts): void {
  const schema = {
    ...{ tags: catalogueTags, summary: 'List the contracts that have a product profile', params: z.object({ profileId }) },
    ...{ querystring: z.strictObject(pageQuery), response: { 200: pageOf(customerView) } },
  }
  api.get('/product-profiles/:profileId/customers', { config: byOperator, schema }, async (request) => {
    const { limit, cursor } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await database.withOperator((tx) => listCustomers(tx, request.params.profileId, { limit: limit + 1, after }))
    return page(
      found,
      limit,
      (customer: ProfileCustomer) => customer,
      ({ contractId }) => [contractId],
    )
  })
}
