import type { TenantProfile } from '@klinke/accounts'
import type { Micros } from '@klinke/rating'

/** What a product says about payments; each is a field `payments` of the tenant's profile, and what is absent there is as here. */
export interface PaymentTerms {
  /** Days between the announcement of a direct debit and its due date. The scheme says 14 unless the parties have agreed on fewer (BIL-08). */
  readonly preNotificationDays: number
  /** For a returned debit that the customer is the reason of (BIL-07 [F]: 12.00 €). */
  readonly returnFeeMicros: Micros
  /** How often a returned debit is tried again, where its reason lets it. */
  readonly retries: number
  /** After how many days. */
  readonly retryAfterDays: number
}

export const DEFAULT_TERMS: PaymentTerms = { preNotificationDays: 14, returnFeeMicros: 12_000_000n, retries: 1, retryAfterDays: 7 }

/** What holds for a tenant. */
export function termsOf(profile: Pick<TenantProfile, 'payments'> | undefined): PaymentTerms {
  const { returnFeeMicros, ...own } = profile?.payments ?? {}
  return {
    preNotificationDays: own.preNotificationDays ?? DEFAULT_TERMS.preNotificationDays,
    returnFeeMicros: returnFeeMicros === undefined ? DEFAULT_TERMS.returnFeeMicros : BigInt(returnFeeMicros),
    retries: own.retries ?? DEFAULT_TERMS.retries,
    retryAfterDays: own.retryAfterDays ?? DEFAULT_TERMS.retryAfterDays,
  }
}
