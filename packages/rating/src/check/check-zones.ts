import { microsFromDecimal } from '../decimal.ts'
import { MEDIA, ORIGINS } from '../leg.ts'
import { DAYS, type Increment, type PriceData, type TariffData, type ZoneData } from '../tariff/tariff-data.ts'
import { NO_PERIOD, type Week, weekOf } from '../time/week.ts'
import type { Faults } from './fault.ts'

const LONGEST_INCREMENT = 3_600

export function isIncrement({ firstSeconds, thenSeconds }: Increment): boolean {
  return [firstSeconds, thenSeconds].every((seconds) => Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_INCREMENT)
}

/** Sound prices, and one for every moment and every call: what has none would be free by mistake. */
export function checkZones(data: TariffData, faults: Faults): void {
  const { zones, periods = [] } = data
  const week = weekOf(periods)
  const names = periods.map(({ name }) => name)
  const seen = new Set<string>()
  for (const [index, zone] of zones.entries()) {
    const pointer = `/zones/${index}`
    if (seen.has(zone.id)) faults.add('duplicate-zone', `${pointer}/id`, zone.id)
    seen.add(zone.id)
    for (const [row, price] of zone.prices.entries()) checkPrice(price, `${pointer}/prices/${row}`, names, faults)
    if (zone.prices.length > 0) checkGaps(zone, pointer, week, names, faults)
    else if (zone.statement !== 'separate') faults.add('no-price', `${pointer}/prices`, zone.id)
  }
}

function checkPrice(price: PriceData, pointer: string, names: readonly string[], faults: Faults): void {
  for (const field of ['perMinute', 'setUp', 'minimum'] as const) {
    const text = price[field]
    if (text === undefined) continue
    const micros = microsFromDecimal(text)
    if (micros === undefined) faults.add('not-an-amount', `${pointer}/${field}`, text)
    else if (micros < 0n) faults.add('negative-price', `${pointer}/${field}`, text)
  }
  if (price.increment !== undefined && !isIncrement(price.increment))
    faults.add('bad-increment', `${pointer}/increment`, JSON.stringify(price.increment))
  for (const name of price.periods ?? []) if (!names.includes(name)) faults.add('unknown-period', `${pointer}/periods`, name)
  for (const list of ['periods', 'origins', 'media', 'callers'] as const)
    if (price[list]?.length === 0) faults.add('nothing-to-apply-to', `${pointer}/${list}`, list)
}

/** The first gap of the zone: told once, mended once. */
function checkGaps({ id, prices }: ZoneData, pointer: string, week: Week, names: readonly string[], faults: Faults): void {
  // What holds for some callers only leaves all others without a price.
  const forAll = prices.filter(({ callers }) => callers === undefined)
  if (forAll.some(({ periods, origins, media }) => periods === undefined && origins === undefined && media === undefined)) return
  for (const origin of ORIGINS)
    for (const medium of MEDIA)
      for (const [day, cells] of week.entries())
        for (const { untilMinute, period } of cells) {
          const isPriced = forAll.some(
            (price) =>
              (price.origins?.includes(origin) ?? true) &&
              (price.media?.includes(medium) ?? true) &&
              (price.periods === undefined || (period !== NO_PERIOD && price.periods.includes(names[period] ?? ''))),
          )
          if (isPriced) continue
          const until = `${String(Math.floor(untilMinute / 60)).padStart(2, '0')}:${String(untilMinute % 60).padStart(2, '0')}`
          faults.add('price-gap', `${pointer}/prices`, `${id}, ${origin}, ${medium}, ${DAYS[day]} until ${until}`)
          return
        }
}
