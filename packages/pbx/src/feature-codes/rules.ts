import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { confusable, type FeatureCodes } from './code-index.ts'
import type { Feature } from './feature.ts'

const MAX_CODES = 4

/** A star or a hash and one to four digits; two digits are usual. */
export const featureCode = z
  .string()
  .regex(
    /^[*#]\d{1,4}$/,
    inBoth({ en: 'must be * or # and one to four digits, such as *21', de: 'muss * oder # und eine bis vier Ziffern sein, etwa *21' }),
  )

export const featureCodeChange = z.strictObject({
  codes: z.array(featureCode).max(MAX_CODES).nullable().describe("[] switches the code off; null takes the product's again"),
})

/** Throws `FeatureCodeTaken` when a user could not tell one of `codes` from another feature's. */
export function assertDistinct(wanted: readonly string[], feature: Feature, features: readonly Feature[], codes: FeatureCodes): void {
  for (const code of wanted) {
    const other = confusable(code, feature, features, codes)
    if (other !== undefined) throw new FeatureCodeTaken(code, other)
  }
}

export class FeatureCodeTaken extends KlinkeError {
  constructor(code: string, other: Feature) {
    super('feature-code-taken', `${code} cannot be told from the code of "${other.title.en}" (${other.name}). Choose another one.`)
  }
}

export const featureCodeProblems: ProblemTable = {
  'feature-code-taken': {
    status: 409,
    title: { en: 'Feature code taken', de: 'Kennzahl bereits vergeben' },
    germanDetail: 'Diese Kennzahl ist von einer anderen nicht zu unterscheiden. Nehmen Sie eine andere.',
  },
}
