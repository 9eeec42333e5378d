import { chargedDaysOf, type RetentionProfile } from './retention-profile.ts'

/** An invoice as retention sees it. */
export interface DispatchedInvoice {
  /** First day that it is not about any more. */
  readonly periodUntil: Temporal.PlainDate
  readonly dispatchedOn: Temporal.PlainDate
}

/**
 * The day before which charged calls may go (PRI-01): they are in invoices dispatched so long ago as the profile says. A customer who gets no invoice has its calls
 * go as if one had been dispatched at the end of the month after the call.
 */
export function chargedBefore(
  invoices: readonly DispatchedInvoice[],
  today: Temporal.PlainDate,
  profile: RetentionProfile,
): Temporal.PlainDate {
  const dispatchedBy = today.subtract({ days: chargedDaysOf(profile) })
  const done = invoices
    .filter(({ dispatchedOn }) => Temporal.PlainDate.compare(dispatchedOn, dispatchedBy) <= 0)
    .map(({ periodUntil }) => periodUntil)
  if (invoices.length > 0) return done.reduce((one, other) => (Temporal.PlainDate.compare(one, other) >= 0 ? one : other), NEVER)
  return dispatchedBy.with({ day: 1 }).subtract({ months: 1 })
}

/** No call is older. */
const NEVER = Temporal.PlainDate.from('1970-01-01')
