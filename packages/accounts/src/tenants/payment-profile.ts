import { z } from 'zod'

/** A thousand euros. */
const MAX_FEE_MICROS = 1_000_000_000

/** The part of a product profile that says how money is collected (BIL-07, BIL-08). */
export const paymentProfile = z.strictObject({
  preNotificationDays: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe('Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed'),
  returnFeeMicros: z
    .int()
    .min(0)
    .max(MAX_FEE_MICROS)
    .multipleOf(10_000)
    .optional()
    .describe('For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07)'),
  retries: z.int().min(0).max(5).optional().describe('How often a returned debit is tried again where its reason lets it; absent: once'),
  creditWarningSeconds: z
    .int()
    .min(0)
    .max(120)
    .optional()
    .describe('Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30'),
  creditLowMicros: z
    .int()
    .min(0)
    .max(MAX_FEE_MICROS)
    .multipleOf(10_000)
    .optional()
    .describe(
      'Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09)',
    ),
  creditLockAfterDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe(
      'Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never',
    ),
  creditLockFromMicros: z
    .int()
    .min(0)
    .max(MAX_FEE_MICROS)
    .multipleOf(10_000)
    .optional()
    .describe('Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent'),
  creditPaysFees: z
    .boolean()
    .optional()
    .describe(
      'Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are',
    ),
  retryAfterDays: z.int().min(1).max(60).optional().describe('After how many days; absent: 7'),
})

export type PaymentProfile = Readonly<z.infer<typeof paymentProfile>>
