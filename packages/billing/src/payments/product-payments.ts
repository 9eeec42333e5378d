import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** How a customer of a product can pay. */
export const PAYMENT_METHODS = ['sepa', 'transfer', 'prepaid'] as const

/**
 * Key `payments` of a product profile (BIL-08, BIL-09): what is agreed on payments. Fees, announcement and retry of direct debits are settings of the exchange, so that
 * a customer can have its own: `settings.payments`.
 */
export const productPayments = z
  .strictObject({
    methods: z
      .array(z.enum(PAYMENT_METHODS))
      .min(1)
      .refine(
        (methods) => new Set(methods).size === methods.length,
        inBoth({ en: 'names a method twice; leave one out', de: 'nennt eine Zahlweise zweimal; lassen Sie eine weg' }),
      )
      .describe('By which customers pay'),
    refundNoteWeeks: z
      .int()
      .min(8)
      .max(60)
      .optional()
      .describe('Within which a collected amount can be asked back from the bank (BIL-08); absent: eight, by law'),
    prepaid: z
      .strictObject({
        refundWithinMonths: z.int().min(1).max(120).describe('In which credit that is left is asked back after the end'),
      })
      .optional()
      .describe('BIL-09'),
  })
  .refine(({ methods, prepaid }) => prepaid === undefined || methods.includes('prepaid'), {
    path: ['prepaid'],
    message: inBoth({
      en: 'is only for products that are paid beforehand; add prepaid to methods, or leave it out',
      de: 'gilt nur für Produkte mit Guthaben; nehmen Sie prepaid in methods auf, oder lassen Sie es weg',
    }),
  })

export type ProductPayments = Readonly<z.output<typeof productPayments>>
