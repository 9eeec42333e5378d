import { holidayOn, LAENDER } from '@klinke/numbering'
import { type MaintenanceRule, WEEKDAYS } from './service-level-profile.ts'
import type { Span } from './span.ts'

/** The times of a rule that touch a span, such as every night from 0 to 6, in order. A rule without times is the span itself. */
export function timesOf({ days, from, to }: Pick<MaintenanceRule, 'days' | 'from' | 'to'>, span: Span, timeZone: string): readonly Span[] {
  if (from === undefined && to === undefined && days === undefined) return [span]
  const begin = Temporal.PlainTime.from(from ?? '00:00')
  const end = Temporal.PlainTime.from(to ?? '00:00')
  const times: Span[] = []
  const last = dayAt(span.untilMs, timeZone)
  // One that began the day before may reach into the first day.
  for (
    let day = dayAt(span.fromMs, timeZone).subtract({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const weekday = WEEKDAYS[day.dayOfWeek - 1]
    if (days !== undefined && (weekday === undefined || !days.includes(weekday))) continue
    const endDay = Temporal.PlainTime.compare(end, begin) <= 0 ? day.add({ days: 1 }) : day
    const time = { fromMs: instantOf(day, begin, timeZone), untilMs: instantOf(endDay, end, timeZone) }
    if (time.untilMs > span.fromMs && time.fromMs < span.untilMs) times.push(time)
  }
  return times
}

/** Monday to Friday, and no holiday of all sixteen Länder (SLA-02, SLA-03 [T]: national holidays). */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !LAENDER.every((land) => holidayOn(land, day.toString()) !== undefined)
}

/** When notice that is given now has run: §§ 187, 188 BGB, so the day of the announcement does not count and the last one does to its end. */
export function noticeOver({ workingDays, days, hours }: NonNullable<MaintenanceRule['notice']>, nowMs: number, timeZone: string): number {
  const ends = [nowMs + (hours ?? 0) * 3_600_000]
  const today = dayAt(nowMs, timeZone)
  if (days !== undefined) ends.push(instantOf(today.add({ days: days + 1 }), MIDNIGHT, timeZone))
  if (workingDays !== undefined) {
    let day = today
    for (let counted = 0; counted < workingDays; ) {
      day = day.add({ days: 1 })
      if (isWorkingDay(day)) counted++
    }
    ends.push(instantOf(day.add({ days: 1 }), MIDNIGHT, timeZone))
  }
  return Math.max(...ends)
}

const MIDNIGHT = Temporal.PlainTime.from('00:00')

export function dayAt(epochMs: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** A time that a clock change leaves out is the one an hour later; one that there is twice is the first. */
export function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): number {
  return day.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds
}
