import { targetDayFrom, targetDaysAfter } from '../sepa/target-days.ts'

/** Settlement days before the due date on which the bank must have the file at the latest (one by the core scheme), and one for us to hand it in. */
const LEAD_TARGET_DAYS = 2

/** Banks take files this many calendar days before the due date at most (EPC130-08). */
export const EARLIEST_DAYS = 14

export interface Announced {
  /** When the invoice is to be paid. ISO 8601. */
  readonly dueOn: string
  /** When the payer was told of the debit, or will be. */
  readonly announcedOn: Temporal.PlainDate
  readonly preNotificationDays: number
}

/**
 * When a debit is due: not before the invoice is, not before the payer has known of it for as long as agreed, not before the bank can have it, and on a
 * day on which payments are settled.
 */
export function debitDueOn({ dueOn, announcedOn, preNotificationDays }: Announced, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = [Temporal.PlainDate.from(dueOn), announcedOn.add({ days: preNotificationDays }), earliestDueOn(today)]
  return targetDayFrom(days.toSorted(Temporal.PlainDate.compare).at(-1) ?? today)
}

/** The first due date for which a file that is made today comes in time. */
export function earliestDueOn(today: Temporal.PlainDate): Temporal.PlainDate {
  return targetDaysAfter(today, LEAD_TARGET_DAYS)
}
