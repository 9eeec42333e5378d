/** Suspends a customer as the end of a trial does, of which there is no request: in the product's own database. */
import type { RunningProduct } from '@klinke/testbed'
import { inDatabaseOf } from './product-database.ts'

export async function suspendCustomer(product: RunningProduct, tenantId: string): Promise<void> {
  await inDatabaseOf(product, (client) => client.query('UPDATE klinke.tenant SET suspended_at = now() WHERE id = $1', [tenantId]))
}
