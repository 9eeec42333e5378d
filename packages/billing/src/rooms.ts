import { catalogueRoom } from './catalogue/room.ts'
import { contractRoom } from './contracts/room.ts'
import { invoiceRoom } from './invoices/room.ts'
import { defaultTerms } from './invoices/sources.ts'
import { payments } from './payments/payments.ts'
import { callCharges } from './rated-calls/call-charges.ts'
import { ratedCallsRoom } from './rated-calls/room.ts'
import { TariffBooks } from './rated-calls/tariff-books.ts'
import type { Room } from './room.ts'

/** Every room of billing. */
export const ROOMS: readonly Room[] = [
  catalogueRoom,
  contractRoom,
  ratedCallsRoom,
  invoiceRoom(() => ({ charges: [callCharges(new TariffBooks())], terms: defaultTerms })),
  payments,
]
