import { Catalogue } from './catalogue/catalogue.ts'
import { catalogueRoom } from './catalogue/room.ts'
import { contractNotices } from './contracts/contract-notice.ts'
import { contractCharges } from './contracts/invoiced-charges.ts'
import { contractRoom } from './contracts/room.ts'
import { countedUseRoom } from './counted-use/room.ts'
import { countedUse } from './counted-use/store.ts'
import { invoiceRoom } from './invoices/room.ts'
import { profileTerms } from './invoices/sources/profile-terms.ts'
import type { InvoiceSources } from './invoices/sources.ts'
import { itemisedBillsRoom } from './itemised-bills/room.ts'
import { orderRoom } from './orders/room.ts'
import { invoiceDebits } from './payments/collections/announce-on-invoice.ts'
import { bankDay } from './payments/day.ts'
import { payments } from './payments/payments.ts'
import { paysWhenIssued } from './prepaid/pay-invoices.ts'
import { prepaid } from './prepaid/prepaid.ts'
import { settleRated } from './prepaid/settle-rated.ts'
import { vatOfCalls } from './prepaid/vat-of-calls.ts'
import { callCharges } from './rated-calls/call-charges.ts'
import { ratedCallsRoom } from './rated-calls/room.ts'
import { TariffBooks } from './rated-calls/tariff-books.ts'
import type { BillingGround, Room } from './room.ts'
import { serviceCredits } from './service-credits/service-credits.ts'

/** Where the lines of invoices come from, in their order, what profiles say about them, and who collects them. */
export function invoiceSources({
  database,
  clock,
  trunkOutages,
}: Pick<BillingGround, 'database' | 'clock' | 'trunkOutages'>): InvoiceSources {
  const catalogue = new Catalogue(database)
  return {
    charges: [
      contractCharges(catalogue, countedUse),
      callCharges(new TariffBooks(), catalogue),
      serviceCredits({ catalogue, use: countedUse, clock, trunkOutages }),
    ],
    terms: profileTerms(catalogue, clock),
    debits: invoiceDebits(clock),
    contracts: contractNotices(catalogue),
    credit: { pays: (tx, invoice) => paysWhenIssued(tx, invoice, bankDay(clock.epochMs())) },
  }
}

/** Every room of billing. */
export const ROOMS: readonly Room[] = [
  catalogueRoom,
  itemisedBillsRoom,
  contractRoom,
  countedUseRoom,
  ratedCallsRoom((ground) => settleRated(vatOfCalls(invoiceSources(ground).terms))),
  invoiceRoom(invoiceSources),
  orderRoom,
  payments,
  prepaid,
]
