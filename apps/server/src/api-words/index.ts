import type { GermanWords } from '@klinke/platform'
import { contractSummaries } from './billing-contracts.ts'
import { invoiceSummaries } from './billing-invoices.ts'
import { paymentSummaries } from './billing-payments.ts'
import { billingRatingSummaries } from './billing-rating.ts'
import { callSummaries } from './calls.ts'
import { numberSummaries } from './numbers.ts'
import { peopleSummaries } from './people.ts'
import { routingSummaries } from './routing.ts'
import { serviceLevelSummaries } from './service-levels.ts'
import { tags } from './tags.ts'
import { ticketSummaries } from './tickets.ts'

/** What the description of the API says in German. A new route has its line in one of these files; `npm run check` asks for it. */
export const germanWords: GermanWords = {
  summaries: {
    ...billingRatingSummaries,
    ...peopleSummaries,
    ...numberSummaries,
    ...routingSummaries,
    ...callSummaries,
    ...invoiceSummaries,
    ...paymentSummaries,
    ...contractSummaries,
    ...serviceLevelSummaries,
    ...ticketSummaries,
  },
  tags,
}
