import type { RoundingMode } from '@klinke/rating'
import { z } from 'zod'
import { price } from '../catalogue/schema-parts.ts'
import { type DatedRate, GERMAN_RATES } from './vat.ts'

const days = z.int().min(0).max(365)

const dunningLevel = z.strictObject({
  afterDays: days.describe('Days after the due date, or after the day by which the level before wanted payment'),
  fee: price.describe('Damages, without VAT'),
  payWithinDays: days,
})

/** Key `invoice` of a product profile. Each field has the default that most German services have. */
export const invoiceTerms = z.strictObject({
  delivery: z
    .array(z.enum(['mail', 'portal', 'paper']))
    .default(['mail', 'portal'])
    .describe('How invoices of new customers come'),
  paymentDays: days.default(14).describe('Days from the date of the invoice until it is due'),
  objectionWeeks: z.int().min(1).max(52).default(6).describe('Weeks from receipt in which the customer may object (BIL-07)'),
  paperFee: price.prefault('2.00').describe('Of each invoice on paper (BIL-07)'),
  splitBySite: z.boolean().default(true).describe('Customers may have an invoice for each site (BIL-07)'),
  splitFee: price.prefault('0.00').describe('Of each invoice of one site (BIL-02 [F]: 4.90)'),
  dunning: z
    .array(dunningLevel)
    .max(5)
    .prefault([
      { afterDays: 7, fee: '0.00', payWithinDays: 7 },
      { afterDays: 7, fee: '5.00', payWithinDays: 7 },
      { afterDays: 7, fee: '5.00', payWithinDays: 7 },
    ])
    .describe('Levels of dunning in their order'),
})

/** Key `vat` of a product profile: `rates` take the place of those of German law. */
export const vatRules = z.looseObject({
  rates: z
    .array(z.strictObject({ tax: z.enum(['standard', 'reduced']), from: z.iso.date(), permille: z.int().min(0).max(1_000) }))
    .min(1)
    .optional(),
})

/** What a product profile says about invoices. */
export interface InvoicingTerms extends z.output<typeof invoiceTerms> {
  readonly rounding: RoundingMode
  readonly vatRates: readonly DatedRate[]
}
export type DunningLevel = InvoicingTerms['dunning'][number]

/** The keys of a profile, read from its document; what it does not say has its default. Throws `ZodError`. */
export function termsOf(profile: {
  readonly rounding: { readonly mode: RoundingMode }
  readonly invoice?: unknown
  readonly vat?: unknown
}): InvoicingTerms {
  const { rates = GERMAN_RATES } = vatRules.parse(profile.vat ?? {})
  return { ...invoiceTerms.parse(profile.invoice ?? {}), rounding: profile.rounding.mode, vatRates: rates }
}

/** What holds where no profile says anything. */
export const DEFAULT_TERMS: InvoicingTerms = termsOf({ rounding: { mode: 'half-up' } })
