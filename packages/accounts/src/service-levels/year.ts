import type { ServiceLevelProfile } from './service-level-profile.ts'
import type { Span } from './span.ts'
import { dayAt, instantOf } from './times.ts'

/** A year for which availability is counted; its last day is of it. */
export interface ServiceYear {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** The year in which a day lies: from the day of the contract on (SLA-01 [T]), or the calendar's, the first one from the begin of the contract. */
export function yearOf(day: Temporal.PlainDate, kind: ServiceLevelProfile['year'], begin: Temporal.PlainDate): ServiceYear {
  const { compare } = Temporal.PlainDate
  if (kind !== 'contract') {
    const first = day.with({ month: 1, day: 1 })
    const isFirst = compare(begin, first) > 0 && compare(begin, day) <= 0
    return { from: isFirst ? begin : first, until: day.with({ month: 12, day: 31 }) }
  }
  // Counted from the begin, so that years from 29 February on come back to it.
  let years = Math.max(0, day.year - begin.year)
  if (years > 0 && compare(begin.add({ years }), day) > 0) years--
  return { from: begin.add({ years }), until: begin.add({ years: years + 1 }).subtract({ days: 1 }) }
}

/** Its time, with the hours of clock changes as they really were. */
export function spanOf({ from, until }: ServiceYear, timeZone: string): Span {
  const midnight = Temporal.PlainTime.from('00:00')
  return { fromMs: instantOf(from, midnight, timeZone), untilMs: instantOf(until.add({ days: 1 }), midnight, timeZone) }
}

export function yearAt(epochMs: number, profile: ServiceLevelProfile, begin: Temporal.PlainDate, timeZone: string): ServiceYear {
  return yearOf(dayAt(epochMs, timeZone), profile.year, begin)
}
