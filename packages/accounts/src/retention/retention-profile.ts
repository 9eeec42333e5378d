import { z } from 'zod'

/** Six months, at most (PRI-01; § 10 TDDDG knows no longer time without a dispute). */
const MAX_CHARGED_DAYS = 184
export const DEFAULT_CALL_LIST_DAYS = 90
export const DEFAULT_CHARGED_DAYS = 180
export const DEFAULT_AUDIT_DAYS = 365

/** The part of a product profile that says how long personal data is kept (PRI-01, section 20). */
export const retentionProfile = z.strictObject({
  callListDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe(
      'Days after which the records of calls go that nobody is charged for: call lists and reports need them; 1: the day after (PRI-01); absent: 90',
    ),
  chargedCallDays: z
    .int()
    .min(42)
    .max(MAX_CHARGED_DAYS)
    .optional()
    .describe(
      'Days after the dispatch of the invoice after which the records of charged calls go, no sooner than the six weeks for objections (BIL-07); absent: 180',
    ),
  auditDays: z
    .int()
    .min(30)
    .max(3_650)
    .optional()
    .describe('Days for which is kept who changed what, listened to what, and imported what; absent: 365'),
})

export type RetentionProfile = Readonly<z.infer<typeof retentionProfile>>
