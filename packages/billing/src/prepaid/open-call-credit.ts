import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { Catalogue } from '../catalogue/catalogue.ts'
import { profileTerms } from '../invoices/sources/profile-terms.ts'
import type { RunningPrices } from '../rated-calls/running-prices.ts'
import { BookedCredit } from './call-credit.ts'
import { Reservations } from './reservations.ts'
import { tariffPrice } from './tariff-price.ts'
import { vatOfCalls } from './vat-of-calls.ts'

export interface OpenCallCredit {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly prices: Pick<RunningPrices, 'bookOf'>
}

/** The credit of all customers who pay before they call, as the path of a call asks it; follows top-ups and bookings until it is closed. Rejects when the first look fails. */
export async function openCallCredit({ database, clock, logger, prices }: OpenCallCredit): Promise<BookedCredit> {
  const credit = new BookedCredit({
    ...{ database, clock, logger, reservations: new Reservations(clock), vat: vatOfCalls(profileTerms(new Catalogue(database), clock)) },
    priceOf: (use, answeredAtMs, vatPermille) => {
      const book = prices.bookOf(use.tenantId)
      return book && tariffPrice(use, book, answeredAtMs, vatPermille)
    },
  })
  await credit.start()
  return credit
}
