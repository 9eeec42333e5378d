import { directoryTerms, networkNeeds, portingTerms, productPromises, productRetention } from '@klinke/accounts'
import { eventFees } from '../contracts/event-fees.ts'
import { invoiceTerms, vatRules } from '../invoices/terms.ts'
import { itemisedBillTerms } from '../itemised-bills/terms.ts'
import { orderTerms } from '../orders/order-terms.ts'
import { productPayments } from '../payments/product-payments.ts'
import { profileTariff } from '../rated-calls/tariff-file.ts'

/**
 * Keys of a profile that belong to other rooms, each with the schema of its room. What is stored already was held against the schema of its day; `profileOfDocument`
 * leaves out what a later one does not know any more.
 */
export const otherRooms = {
  tariff: profileTariff.optional().describe('What calls cost (rated-calls)'),
  itemisedBill: itemisedBillTerms.optional().describe('Itemised bills (itemised-bills)'),
  vat: vatRules.optional().describe('Taxes (invoices)'),
  invoice: invoiceTerms.optional().describe('Invoices, their fees and deadlines (invoices)'),
  payments: productPayments.optional().describe('How customers pay, prepaid (payments)'),
  fees: eventFees.optional().describe('Which one-off item an event costs (contracts)'),
  porting: portingTerms.optional().describe('Porting of numbers (accounts/porting)'),
  directoryEntry: directoryTerms.optional().describe('Directory entries (accounts/directory-entries)'),
  orders: orderTerms.optional().describe('What an order asks for, installation variants, readiness (orders)'),
  retention: productRetention.optional().describe('How long data are kept (accounts/retention)'),
  serviceLevel: productPromises
    .optional()
    .describe('Service hours, redundancy; what is promised and not counted is settings.serviceLevel (accounts/service-levels)'),
  network: networkNeeds.optional().describe('What the customer’s network must give (section 2; accounts/service-levels)'),
}

/** Keys that came to have a schema only after versions had been stored: what such a version says there otherwise is only told, and left out. */
export const ONCE_UNTYPED: ReadonlySet<PropertyKey> = new Set(['payments', 'serviceLevel', 'network'])
