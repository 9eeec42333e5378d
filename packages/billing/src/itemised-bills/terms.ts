import { z } from 'zod'

/** What of called numbers stands on an itemised bill; `none`: there is none. From the most to the least. */
export const CHOICES = ['full', 'last-three-cut', 'none'] as const
export type Choice = (typeof CHOICES)[number]

/** By law billing data go six months after the dispatch of the invoice (§ 10 (2) TDDDG). */
const MOST_MONTHS = 6
/** The invoice of a month comes in the next one, and objections have eight weeks from then on (§ 67 (2) TKG). */
const LEAST_MONTHS = 3

const fields = {
  choices: z
    .array(z.enum(CHOICES))
    .min(1)
    .default([...CHOICES])
    .describe('What customers may choose (BIL-06)'),
  fullNeedsDeclaration: z
    .boolean()
    .default(true)
    .describe('Whole numbers only with the declaration that employees are informed and their representatives took part'),
  cutNeedsDeclaration: z
    .boolean()
    .default(true)
    .describe(
      'Numbers without their last three digits only with that declaration: § 11 (1) sentence 4 TDDDG speaks of every itemised bill',
    ),
  counsellingLines: z
    .enum(['hidden', 'summed'])
    .default('hidden')
    .describe('Calls to lines for people in need: their price in one sum; summed: with how many they were and how long'),
  chargeableOnly: z.boolean().default(false).describe('Calls that cost nothing extra are never listed; else a customer may wish them'),
  deletedAfterMonths: z
    .int()
    .min(LEAST_MONTHS)
    .max(MOST_MONTHS)
    .default(MOST_MONTHS)
    .describe('Months after the month that the invoice bills, its invoice month (BIL-06)'),
}

/** Key `itemisedBill` of a product profile. */
export const itemisedBillTerms = z.strictObject(fields)
export type ItemisedBillTerms = z.output<typeof itemisedBillTerms>

/** The key as it stands in the document of a version; what it does not say has its default. Throws `ZodError`. */
export function itemisedBillTermsOf(document: Readonly<Record<string, unknown>> | undefined): ItemisedBillTerms {
  return z.object(fields).parse(document?.itemisedBill ?? {})
}
