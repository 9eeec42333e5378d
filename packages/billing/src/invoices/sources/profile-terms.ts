import type { Clock } from '@klinke/foundation'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { operatorsToday } from '../../catalogue/route-parts.ts'
import type { TermsSource } from '../sources.ts'
import { DEFAULT_TERMS, termsOf } from '../terms.ts'

/** Of recipients for whom nobody has named a profile. */
const NO_PROFILE = 'default'

/** What profiles say about invoices today; the defaults for who has none. */
export function profileTerms(catalogue: Catalogue, clock: Clock): TermsSource {
  return {
    of: async (_tx, profile) => {
      const version = await catalogue.validOn(profile, operatorsToday(clock))
      if (version === undefined) return profile === NO_PROFILE ? DEFAULT_TERMS : undefined
      const { invoice, vat } = version.document
      return termsOf({ rounding: version.file.rounding, invoice, vat })
    },
  }
}
