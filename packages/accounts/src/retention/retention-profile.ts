import type { Text } from '@klinke/platform'
import { z } from 'zod'
import { LIMITATION_YEARS } from './periods.ts'

/** Six months, at most (PRI-01; § 10 TDDDG knows no longer time without a dispute). */
const MAX_CHARGED_DAYS = 184
/** The day after (PRI-01, § 9 (1) sentence 3 TDDDG): a product that has call lists and reports of more days says so. */
export const DEFAULT_CALL_LIST_DAYS = 1
/** § 67 (2) TKG: whoever objects to an invoice within eight weeks gets its calls. */
const LEAST_CHARGED_DAYS = 56
/** Versions and customers were stored with less before that was checked: they stay readable, and count as 56 (`chargedDaysOf`). */
const LEAST_STORED_DAYS = 42
const DEFAULT_CHARGED_DAYS = 180
export const DEFAULT_AUDIT_DAYS = 365
/** As a contract (§ 257 HGB, § 147 AO). Migration 0457 knows it, too. */
export const DEFAULT_AGREEMENT_YEARS = 6

/** How long calls that cost nothing are kept, in words. */
export function freeCallDays(days: number): Text {
  return days === 1 ? { de: 'bis zum Tag danach', en: 'until the day after' } : { de: `${days} Tage`, en: `${days} days` }
}

/** The part of a product profile that says how long personal data is kept (PRI-01, section 20). */
export const retentionProfile = z.strictObject({
  callListDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe(
      'Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01)',
    ),
  chargedCallDays: z
    .int()
    .min(LEAST_STORED_DAYS)
    .max(MAX_CHARGED_DAYS)
    .optional()
    .describe(
      'Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180',
    ),
  auditDays: z
    .int()
    .min(30)
    .max(3_650)
    .optional()
    .describe('Days for which is kept who changed what, listened to what, and imported what; absent: 365'),
  askedDeletionDays: z
    .int()
    .min(1)
    .max(30)
    .optional()
    .describe(
      'Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7',
    ),
  agreementYears: z
    .int()
    .min(LIMITATION_YEARS)
    .max(10)
    .optional()
    .describe(
      'Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6',
    ),
})

export type RetentionProfile = Readonly<z.infer<typeof retentionProfile>>

/** Days for which records of charged calls are kept after the dispatch of their invoice, whatever was once stored. */
export function chargedDaysOf({ chargedCallDays = DEFAULT_CHARGED_DAYS }: RetentionProfile): number {
  return Math.max(chargedCallDays, LEAST_CHARGED_DAYS)
}

/** What is wrong with retention that somebody sets anew, given what held before; undefined: nothing. */
export function unlawfulRetention(retention: RetentionProfile | undefined, before?: RetentionProfile): Text | undefined {
  const days = retention?.chargedCallDays
  if (days === undefined || days >= LEAST_CHARGED_DAYS || days === before?.chargedCallDays) return undefined
  return {
    en: `must be at least ${LEAST_CHARGED_DAYS}: whoever objects to an invoice within eight weeks gets its calls (§ 67 (2) TKG)`,
    de: `muss mindestens ${LEAST_CHARGED_DAYS} sein: Wer eine Rechnung binnen acht Wochen beanstandet, bekommt ihre Verbindungen (§ 67 Abs. 2 TKG)`,
  }
}

/** Days that a month of § 10 (3) TDDDG has at least. */
const MONTH_DAYS = 30

/** How long a product keeps what, as the contract says it (key `retention` of a profile). */
export const productRetention = z.strictObject({
  callListDays: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe('Days for which call lists and reports of the product show calls that cost nothing (CALL-06, ACD-04); absent: the day after'),
  trafficData: z
    .literal('day-after')
    .optional()
    .describe('Traffic data goes the day after the call, unless it is needed for the bill (PRI-01)'),
  billingDataMonthsAfterDispatch: z
    .int()
    .min(2)
    .max(6)
    .optional()
    .describe('Months after the dispatch of the invoice after which the calls on it go, at most six (§ 10 (3) TDDDG)'),
})

/** What the exchange keeps to, of what the product says; what it does not say stays as it is. */
export function retentionOf(
  { callListDays, trafficData, billingDataMonthsAfterDispatch: months }: z.infer<typeof productRetention>,
  before: RetentionProfile = {},
): RetentionProfile {
  return {
    ...before,
    ...(callListDays !== undefined && { callListDays }),
    // The stricter of both.
    ...(trafficData === 'day-after' && { callListDays: 1 }),
    ...(months !== undefined && { chargedCallDays: months * MONTH_DAYS }),
  }
}
