import { DAYS, type PeriodData, type TariffData } from '../tariff/tariff-data.ts'
import { minuteOfDay } from '../time/calendar.ts'
import type { Faults } from './fault.ts'

/** Each period by itself, and no two at the same time: else the order of a list would decide about money. */
export function checkPeriods({ periods = [] }: TariffData, faults: Faults): void {
  for (const [index, period] of periods.entries()) {
    checkPeriod(period, `/periods/${index}`, faults)
    if (periods.findIndex(({ name }) => name === period.name) < index) faults.add('duplicate-period', `/periods/${index}/name`, period.name)
    for (const other of periods.slice(0, index)) {
      const day = DAYS.find((each) => period.days.includes(each) && other.days.includes(each))
      if (day !== undefined && doOverlap(period, other))
        faults.add('period-overlap', `/periods/${index}`, `${other.name}, ${period.name} (${day})`)
    }
  }
}

function checkPeriod({ name, days, from, until }: PeriodData, pointer: string, faults: Faults): void {
  const begin = minuteOfDay(from)
  const end = minuteOfDay(until)
  if (begin === undefined) faults.add('no-such-time', `${pointer}/from`, from)
  if (end === undefined) faults.add('no-such-time', `${pointer}/until`, until)
  if (begin !== undefined && end !== undefined && end <= begin) faults.add('ends-before-it-begins', `${pointer}/until`, name)
  if (days.length === 0) faults.add('nothing-to-apply-to', `${pointer}/days`, name)
}

function doOverlap(a: PeriodData, b: PeriodData): boolean {
  const [aFrom = 0, aUntil = 0, bFrom = 0, bUntil = 0] = [a.from, a.until, b.from, b.until].map(minuteOfDay)
  return aFrom < bUntil && bFrom < aUntil
}
