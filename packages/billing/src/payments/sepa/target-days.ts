import { holidayOn } from '@klinke/numbering'

/** T2, formerly TARGET2, is closed on these, beside Saturdays and Sundays. They are public holidays in all of Germany. */
const CLOSED: ReadonlySet<string> = new Set(['new-year', 'good-friday', 'easter-monday', 'labour-day', 'christmas-day', 'boxing-day'])
const SATURDAY = 6

/** Whether payments between banks are settled on that day. */
export function isTargetDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek >= SATURDAY) return false
  const holiday = holidayOn('NW', day.toString())?.name
  return holiday === undefined || !CLOSED.has(holiday)
}

/** The day itself, or the next one on which payments are settled. */
export function targetDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day
  while (!isTargetDay(next)) next = next.add({ days: 1 })
  return next
}

/** So many settlement days after a day, which itself does not count. */
export function targetDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let next = day
  for (let left = count; left > 0; left--) next = targetDayFrom(next.add({ days: 1 }))
  return next
}
