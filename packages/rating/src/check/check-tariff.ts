import type { TariffData } from '../tariff/tariff-data.ts'
import { dayNumber } from '../time/calendar.ts'
import { checkBundles } from './check-bundles.ts'
import { checkPeriods } from './check-periods.ts'
import { checkPrefixes } from './check-prefixes.ts'
import { checkZones, isIncrement } from './check-zones.ts'
import { Faults, type TariffFault } from './fault.ts'

/** The one currency that invoices are in. */
const BILLED_IN = 'EUR'
const SHORTEST_LONGEST = 60
const LONGEST_LONGEST = 30 * 86_400

/** All that is wrong with a version of a tariff; empty: it can be rated by. */
export function checkTariff(data: TariffData): readonly TariffFault[] {
  const faults = new Faults()
  if (!isTimeZone(data.timeZone)) faults.add('no-such-time-zone', '/timeZone', data.timeZone)
  checkValidity(data, faults)
  if (data.currency !== BILLED_IN) faults.add('not-in-euros', '/currency', data.currency)
  if (!isIncrement(data.increment)) faults.add('bad-increment', '/increment', JSON.stringify(data.increment))
  const { longestSeconds = SHORTEST_LONGEST } = data
  if (!(longestSeconds >= SHORTEST_LONGEST && longestSeconds <= LONGEST_LONGEST))
    faults.add('bad-longest', '/longestSeconds', String(longestSeconds))
  checkPeriods(data, faults)
  checkZones(data, faults)
  checkPrefixes(data, faults)
  checkBundles(data, faults)
  return faults.list
}

function checkValidity({ validFrom, validUntil, holidays = [] }: TariffData, faults: Faults): void {
  const from = dayNumber(validFrom)
  if (from === undefined) faults.add('no-such-date', '/validFrom', validFrom)
  const until = validUntil === undefined ? undefined : dayNumber(validUntil)
  if (validUntil !== undefined && until === undefined) faults.add('no-such-date', '/validUntil', validUntil)
  if (from !== undefined && until !== undefined && until < from)
    faults.add('ends-before-it-begins', '/validUntil', `${validFrom} – ${validUntil}`)
  for (const [index, date] of holidays.entries()) if (dayNumber(date) === undefined) faults.add('no-such-date', `/holidays/${index}`, date)
}

function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}
