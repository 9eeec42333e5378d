import { holidayOn, LAENDER } from '@klinke/numbering'
import type { Day } from '../contracts/contract.ts'

const FRIDAY = 5

/** A public holiday in all Länder: what a term for the whole of Germany can go by. */
export function isNationalHoliday(day: Day): boolean {
  return LAENDER.every((land) => holidayOn(land, day.toString()) !== undefined)
}

/** Monday to Friday, and no holiday of all Länder. */
export function isWorkingDay(day: Day): boolean {
  return day.dayOfWeek <= FRIDAY && !isNationalHoliday(day)
}

/** The so-many-th working day after a day, which itself does not count (§ 187 Abs. 1 BGB). */
export function workingDayAfter(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 })
    if (isWorkingDay(at)) left -= 1
  }
  return at
}
