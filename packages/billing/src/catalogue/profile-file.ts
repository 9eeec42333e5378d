import { tenantSettings } from '@klinke/accounts'
import { ROUNDING_MODES } from '@klinke/rating'
import { z } from 'zod'
import { currencyCode } from '../amounts.ts'
import { countingRules } from './counting.ts'
import { productItem } from './item.ts'
import { otherRooms } from './other-rooms.ts'
import { bilingual, civilDate, slug } from './schema-parts.ts'
import { contractTerms, priceChangeRules } from './terms.ts'

/** Bounds what one profile can hold. */
const MAX_ITEMS = 500

/** A product profile, whole: what one of the five reference services sells, and by which rules. Data, no code. */
export const profileFile = z.strictObject({
  profile: slug.max(40).describe('Its name for ever; contracts name it'),
  title: bilingual,
  about: bilingual.optional(),
  validFrom: civilDate.describe('From this day on it is what new contracts get'),
  currency: currencyCode.default('EUR'),
  settings: tenantSettings.optional().describe('What becomes the profile of a customer’s exchange when its contract begins'),
  rounding: z.strictObject({ mode: z.enum(ROUNDING_MODES) }).describe('What becomes of fractions of a cent, once, at each line'),
  counting: countingRules,
  items: z.array(productItem).min(1).max(MAX_ITEMS),
  terms: contractTerms,
  priceChange: priceChangeRules,
  ...otherRooms,
})

export type ProfileFile = z.output<typeof profileFile>
