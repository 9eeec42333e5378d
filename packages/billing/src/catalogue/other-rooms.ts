import { directoryTerms, portingTerms, productRetention } from '@klinke/accounts'
import { z } from 'zod'
import { invoiceTerms, vatRules } from '../invoices/terms.ts'
import { itemisedBillTerms } from '../itemised-bills/terms.ts'
import { orderTerms } from '../orders/order-terms.ts'
import { profileTariff } from '../rated-calls/tariff-file.ts'

/** What is not looked at yet: anything below a name. */
const untyped = z.record(z.string(), z.unknown())

/**
 * Keys of a profile that belong to other rooms. A room that lands puts the schema of its key here instead of `untyped`; what is stored already was held against the
 * schema of its day, so a room reads its key from `document` of a version by itself.
 */
export const otherRooms = {
  tariff: profileTariff.optional().describe('What calls cost (rated-calls)'),
  itemisedBill: itemisedBillTerms.optional().describe('Itemised bills (itemised-bills)'),
  vat: vatRules.optional().describe('Taxes (invoices)'),
  invoice: invoiceTerms.optional().describe('Invoices, their fees and deadlines (invoices)'),
  payments: untyped.optional().describe('Direct debits, returns, prepaid (payments)'),
  porting: portingTerms.optional().describe('Porting of numbers (accounts/porting)'),
  directoryEntry: directoryTerms.optional().describe('Directory entries (accounts/directory-entries)'),
  orders: orderTerms.optional().describe('What an order asks for, installation variants, readiness (orders)'),
  retention: productRetention.optional().describe('How long data are kept (accounts/retention)'),
  serviceLevel: untyped
    .optional()
    .describe('Service hours, redundancy; what is promised and not counted is settings.serviceLevel (accounts/service-levels)'),
  network: untyped.optional().describe('What the customer’s network must give (section 2)'),
}
