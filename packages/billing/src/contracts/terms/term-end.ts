import type { Period } from '../../catalogue/schema-parts.ts'
import type { Day, Term } from '../contract.ts'

/**
 * Last day of a period of months that begins with a day (§ 187 (2), § 188 (2) and (3) BGB): the day before the one with the same number; where the last month has
 * no such day, the last day of that month. Twelve months from 29 February 2028 end on 28 February 2029.
 */
export function lastDayOfMonths(first: Day, months: number): Day {
  const same = first.add({ months })
  return same.day === first.day ? same.subtract({ days: 1 }) : same
}

/** Last day of a period that begins with a day. */
export function lastDayOf(first: Day, { days = 0, weeks = 0, months = 0 }: Period): Day {
  return months > 0 ? lastDayOfMonths(first, months) : first.add({ weeks, days }).subtract({ days: 1 })
}

/** Last day on which notice may arrive, so that the whole period lies between it and the end: it begins on the day after (§ 187 (1) BGB). */
export function noticeBy(end: Day, period: Period): Day {
  const after = end.add({ days: 1 })
  const first = after.subtract(period)
  // A month that is too short for the day's number: the period that begins with its last day may end too late.
  const fits = [first.add({ days: 1 }), first, first.subtract({ days: 1 })].find((day) => isUpTo(lastDayOf(day, period), end))
  return (fits ?? first).subtract({ days: 1 })
}

/** Last day of the term, or of the renewal of it that holds on a day or ends first after it. Counted from the beginning, so that short months do not add up. */
export function termEndFrom({ from, months }: Term, renewalMonths: number, day: Day): Day {
  const end = lastDayOfMonths(from, months)
  if (isUpTo(day, end)) return end
  const passed = end.until(day, { largestUnit: 'months' }).months
  const first = Math.max(0, Math.floor(passed / renewalMonths))
  for (let renewals = first; ; renewals++) {
    const renewed = lastDayOfMonths(from, months + renewals * renewalMonths)
    if (isUpTo(day, renewed)) return renewed
  }
}

/** Not after. */
export function isUpTo(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0
}
