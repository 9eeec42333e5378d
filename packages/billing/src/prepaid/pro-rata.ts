import type { Micros } from '@klinke/rating'
import { toCents } from '../to-cents.ts'

/** Months that were paid before, such as a year in advance. */
export interface PaidMonths {
  readonly amountMicros: Micros
  /** ISO 8601, both included. */
  readonly from: string
  readonly until: string
}

/**
 * What comes back of months that were paid when the contract ends on a day, which itself is still used: the share of the days after it (BIL-09). Parts of a
 * cent are in the customer's favour.
 */
export function creditOf({ amountMicros, from, until }: PaidMonths, endsOn: string): Micros {
  const [first, last, end] = [from, until, endsOn].map((day) => Temporal.PlainDate.from(day))
  if (first === undefined || last === undefined || end === undefined) return 0n
  const days = last.since(first).days + 1
  const unused = Math.max(0, Math.min(days, last.since(end).days))
  return days <= 0 ? 0n : toCents(amountMicros * BigInt(unused), BigInt(days), 'up')
}

/** A year, where the product does not say it (BIL-09). */
export const DEFAULT_REFUND_MONTHS = 12

/** The last day on which what is left can be asked back: so many months after the end (`payments.prepaid.refundWithinMonths`). */
export function refundableUntil(endedOn: string, months: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(endedOn).add({ months })
}

export function isRefundable(endedOn: string | null, today: Temporal.PlainDate, months: number): boolean {
  if (endedOn === null || Temporal.PlainDate.compare(today, Temporal.PlainDate.from(endedOn)) < 0) return false
  return Temporal.PlainDate.compare(today, refundableUntil(endedOn, months)) <= 0
}
