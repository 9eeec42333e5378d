import { timeZone } from '@klinke/accounts'
import { InvalidRequest } from '@klinke/platform'
import { z } from 'zod'

/** Whole days of a zone that a report is about. */
export interface Range {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly zone: string
  /** The first moment, and the first that is no longer in it. */
  readonly from: Date
  readonly to: Date
}

/** A leap year, so that a year can be compared with the one before. */
export const MAX_DAYS = 366
/** Of reports with a row for each hour: a quarter of a year. */
export const MAX_HOURLY_DAYS = 92

export const rangeQuery = {
  from: z.iso.date().describe('First day, such as 2026-10-01'),
  to: z.iso.date().describe(`Last day, which is in it; at most ${MAX_DAYS} days in all`),
  zone: timeZone.optional().describe('Where these days begin and end, such as Europe/Berlin; absent: the tenant’s zone'),
}

/** The days as moments; where the clocks change, a day has 23 or 25 hours. Throws `InvalidRequest` for days that are none or too many. */
export function rangeOf(from: string, to: string, zone: string, maxDays = MAX_DAYS): Range {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days = first.until(last).days + 1
  if (days < 1)
    throw new InvalidRequest({ en: 'The last day is before the first.', de: 'Der letzte Tag liegt vor dem ersten.' }, [
      { pointer: '/to', detail: { en: 'is before from', de: 'liegt vor from' } },
    ])
  if (days > maxDays) {
    throw new InvalidRequest(
      {
        en: `This report takes ${maxDays} days at most. Ask for fewer.`,
        de: `Diese Auswertung umfasst höchstens ${maxDays} Tage. Nehmen Sie weniger.`,
      },
      [{ pointer: '/to', detail: { en: `is ${days} days`, de: `sind ${days} Tage` } }],
    )
  }
  return { first, last, zone, from: beginOf(first, zone), to: beginOf(last.add({ days: 1 }), zone) }
}

function beginOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}
