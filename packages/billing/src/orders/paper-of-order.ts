import { findTenant } from '@klinke/accounts'
import type { Language, Paper } from '@klinke/platform'
import { findIssuer } from '../invoices/settings-store.ts'
import { findCreditor } from '../payments/creditor.ts'
import { orderPaper } from './order-paper.ts'
import type { OrderParts } from './order-parts.ts'
import { priceOfOrder } from './shown-order.ts'
import type { StoredOrder } from './store.ts'

/** What was ordered, to be printed or sent; undefined: the customer is deleted, and what the order said. */
export async function paperOfOrder(
  parts: Pick<OrderParts, 'database' | 'catalogue'>,
  order: StoredOrder,
  language: Language,
): Promise<Paper | undefined> {
  const { form, tenantId, versionId } = order
  const price = await priceOfOrder(parts, order)
  if (form === undefined || price === undefined) return undefined
  const { file } = await parts.catalogue.version(versionId)
  const { issuer, creditor, tenant } = await parts.database.withOperator(async (tx) => ({
    issuer: await findIssuer(tx),
    creditor: await findCreditor(tx),
    tenant: tenantId === undefined ? undefined : await findTenant(tx, tenantId),
  }))
  return orderPaper({ order, form, file, price, issuer, creditor, customer: tenant?.name ?? '', language })
}
