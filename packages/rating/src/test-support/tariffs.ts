import assert from 'node:assert/strict'
import type { Rounding } from '../exact.ts'
import type { UsedLeg } from '../leg.ts'
import { Allowances, type MonthTerms, NO_TERMS } from '../rate/allowances.ts'
import { rateLeg } from '../rate/rate-leg.ts'
import type { Rated, Rating } from '../rate/rating.ts'
import { readTariff } from '../tariff/read-tariff.ts'
import type { Tariff } from '../tariff/tariff.ts'
import type { BundleData, MobilePrefix, PriceData, TariffData, ZoneData } from '../tariff/tariff-data.ts'
import { TariffTimeline } from '../tariff/timeline.ts'

export const PER_SECOND = { firstSeconds: 1, thenSeconds: 1 }
export const PER_MINUTE = { firstSeconds: 60, thenSeconds: 60 }
export const AT_LINE: Rounding = { where: 'line', mode: 'half-up' }

export function zone(id: string, prices: readonly PriceData[], more: Partial<ZoneData> = {}): ZoneData {
  return { id, name: { de: id, en: id }, kind: 'geographic', country: 'DE', prices, ...more }
}

/** German fixed and mobile numbers at the prices of BIL-02, France, a service number by the call, and one that somebody else bills. */
export const TARIFF: TariffData = {
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  validFrom: '2026-01-01',
  priceAt: 'start',
  free: ['on-net', 'enum'],
  increment: PER_MINUTE,
  zones: [
    zone('de-fixed', [{ perMinute: '0.0151' }]),
    zone('de-mobile', [{ perMinute: '0.1252' }], { kind: 'mobile' }),
    zone('fr-fixed', [{ perMinute: '0.02' }], { country: 'FR' }),
    zone('fr-mobile', [{ perMinute: '0.15' }], { kind: 'mobile', country: 'FR' }),
    zone('service', [{ perMinute: '0', setUp: '0.06' }], { kind: 'special' }),
    zone('premium', [], { kind: 'special', statement: 'separate' }),
  ],
  prefixes: [
    { prefix: '+49', zone: 'de-fixed' },
    { prefix: '+4915', zone: 'de-mobile' },
    { prefix: '+33', zone: 'fr-fixed' },
    { prefix: '+336', zone: 'fr-mobile' },
    { prefix: '+491803', zone: 'service' },
    { prefix: '+49900', zone: 'premium' },
  ],
}

export const FLAT: BundleData = {
  ...{ id: 'flat', name: { de: 'Festnetz-Flat', en: 'Fixed flat' }, kinds: ['geographic'], countries: ['DE'] },
  ...{ origins: ['own', 'call-back'], media: ['voice'], seconds: null, of: 'customer' },
}

/** The tariff with these changes; whoever makes one with faults has made a mistake in the test. */
export function tariff(changes: Partial<TariffData> = {}, mobilePrefixes: readonly MobilePrefix[] = []): Tariff {
  const read = readTariff({ ...TARIFF, ...changes }, mobilePrefixes)
  if (!read.ok) assert.fail(JSON.stringify(read.error))
  return read.value
}

export function timeline(...versions: readonly Partial<TariffData>[]): TariffTimeline {
  const all = versions.length === 0 ? [{}] : versions
  return new TariffTimeline(all.map((changes, index) => ({ id: `v${index + 1}`, tariff: tariff(changes) })))
}

/** Local time in Berlin, such as `2026-11-22T10:00`, or with an offset where it is there twice. */
export function at(text: string): number {
  return text.includes('+') ? Date.parse(text) : Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
}

/** A voice call of 90 s to a German fixed number, over a carrier. */
export function leg(changes: Partial<UsedLeg> = {}, seconds = 90): UsedLeg {
  const answeredAtMs = changes.answeredAtMs ?? at('2026-11-23T10:00')
  return {
    ...{ id: 'leg-1', billedNumber: '+4922112345', called: '+493012345', origin: 'own', way: 'carrier', medium: 'voice' },
    ...{ answeredAtMs, endedAtMs: answeredAtMs + seconds * 1_000 },
    ...changes,
  }
}

export function unconnected(changes: Partial<UsedLeg> = {}): UsedLeg {
  const { answeredAtMs: _, ...rest } = leg(changes)
  return rest
}

export function rate(
  used: UsedLeg,
  tariffs: TariffTimeline,
  terms: MonthTerms = NO_TERMS,
  rounding: Rounding = AT_LINE,
  knownAtMs?: number,
): Rating {
  return rateLeg(used, { tariffs, allowances: new Allowances(() => terms), rounding, ...(knownAtMs !== undefined && { knownAtMs }) })
}

export function rated(...what: Parameters<typeof rate>): Rated {
  const rating = rate(...what)
  return rating.outcome === 'rated' ? rating : assert.fail(JSON.stringify(rating))
}
