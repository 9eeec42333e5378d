import { failed, ok, type Result } from '@klinke/foundation'
import { checkTariff } from '../check/check-tariff.ts'
import type { TariffFault } from '../check/fault.ts'
import { microsFromDecimal } from '../decimal.ts'
import { PrefixTrie } from '../match/prefix-trie.ts'
import { dayNumber, startOfDay } from '../time/calendar.ts'
import { LocalClock } from '../time/local-clock.ts'
import { weekOf } from '../time/week.ts'
import { coversZone } from './covers-zone.ts'
import type { Bundle, Match, Price, Tariff, Zone } from './tariff.ts'
import type { BundleData, Increment, MobilePrefix, PriceData, TariffData, ZoneData } from './tariff-data.ts'

const A_DAY_SECONDS = 86_400

/** Makes a tariff of its data, or says all that is wrong with it. `mobilePrefixes`: what has become known since (BIL-05). */
export function readTariff(data: TariffData, mobilePrefixes: readonly MobilePrefix[] = []): Result<Tariff, readonly TariffFault[]> {
  const faults = checkTariff(data)
  if (faults.length > 0) return failed(faults)
  const { currency, timeZone, priceAt, periods = [], longestSeconds = A_DAY_SECONDS } = data
  const bundles = (data.bundles ?? []).map((bundle) => [bundle, bundleOf(bundle)] as const)
  const zones = new Map(data.zones.map((zone) => [zone.id, zoneOf(zone, data, bundles)]))
  return ok({
    ...{ currency, priceAt, longestSeconds, periods, zones },
    clock: new LocalClock(timeZone),
    fromMs: startOfDay(dayNumber(data.validFrom) ?? 0, timeZone),
    untilMs: data.validUntil === undefined ? Number.POSITIVE_INFINITY : startOfDay((dayNumber(data.validUntil) ?? 0) + 1, timeZone),
    isFree: { 'on-net': data.free.includes('on-net'), enum: data.free.includes('enum') },
    week: weekOf(periods),
    holidays: new Set((data.holidays ?? []).map((date) => dayNumber(date) ?? 0)),
    bundles: new Map(bundles.map(([{ id }, bundle]) => [id, bundle])),
    ...prefixesOf(data, zones, mobilePrefixes),
  })
}

function prefixesOf(
  { prefixes }: TariffData,
  zones: ReadonlyMap<string, Zone>,
  mobilePrefixes: readonly MobilePrefix[],
): Pick<Tariff, 'trie' | 'matches'> {
  const trie = new PrefixTrie()
  const matches: Match[] = []
  const add = (prefix: string, zone: Zone | undefined, isInherited: boolean): void => {
    if (zone !== undefined && trie.add(prefix.slice(1), matches.length)) matches.push({ prefix, zone, isInherited })
  }
  for (const { prefix, zone } of prefixes) add(prefix, zones.get(zone), false)
  const mobile = new Map<string, Zone>()
  for (const zone of zones.values())
    if (zone.kind === 'mobile' && zone.country !== undefined && !mobile.has(zone.country)) mobile.set(zone.country, zone)
  for (const { prefix, country } of mobilePrefixes) {
    // What the tariff says of mobile or special numbers stays; the country's other price does not hold for a mobile prefix.
    const known = matches[trie.longest(prefix, 1)]
    if (known === undefined || known.zone.kind === 'geographic') add(prefix, mobile.get(country), true)
  }
  return { trie, matches }
}

function zoneOf(zone: ZoneData, { increment, periods = [] }: TariffData, bundles: readonly (readonly [BundleData, Bundle])[]): Zone {
  return {
    ...{ id: zone.id, name: zone.name, kind: zone.kind, country: zone.country, isSeparate: zone.statement === 'separate' },
    prices: zone.prices.map((price, row) =>
      priceOf(
        price,
        row,
        increment,
        periods.map(({ name }) => name),
      ),
    ),
    bundles: bundles.flatMap(([data, bundle]) => (coversZone(data, zone) ? [bundle] : [])),
  }
}

function priceOf(price: PriceData, row: number, usual: Increment, periods: readonly string[]): Price {
  const { firstSeconds, thenSeconds } = price.increment ?? usual
  return {
    ...{ row, firstSeconds, thenSeconds, origins: price.origins, media: price.media, callers: price.callers },
    microsPerMinute: amount(price.perMinute),
    setUp: amount(price.setUp),
    minimum: amount(price.minimum),
    periods: price.periods && new Set(price.periods.map((name) => periods.indexOf(name))),
  }
}

function amount(text = '0'): bigint {
  return microsFromDecimal(text) ?? 0n
}

function bundleOf({ id, name, origins, media, of, seconds, leastSeats = 0, allSeats = false, exceptPrefixes = [] }: BundleData): Bundle {
  return { id, name, origins, media, of, leastSeats, allSeats, exceptPrefixes, seconds: seconds ?? Number.POSITIVE_INFINITY }
}
