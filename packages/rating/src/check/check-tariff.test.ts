import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TariffData } from '../tariff/tariff-data.ts'
import { FLAT, TARIFF, zone } from '../test-support/tariffs.ts'
import { checkTariff } from './check-tariff.ts'
import { MAX_FAULTS, TARIFF_FAULTS, type TariffFaultKind } from './fault.ts'
import { faultWords } from './fault-words.ts'

const day = { name: 'day', days: ['mon', 'tue'], from: '08:00', until: '18:00' } as const
const night = { name: 'night', days: ['tue'], from: '17:00', until: '24:00' } as const
const minute = { perMinute: '0.01' }
const with1 = (prices: Parameters<typeof zone>[1]) => ({ zones: [...TARIFF.zones, zone('x', prices)] })

const ROWS: readonly (readonly [wrong: string, changes: Partial<TariffData>, kind: TariffFaultKind, pointer: string])[] = [
  ['a time zone that is none', { timeZone: 'Europe/Bonn' }, 'no-such-time-zone', '/timeZone'],
  ['another currency than that of invoices', { currency: 'CHF' }, 'not-in-euros', '/currency'],
  ['a first day that is none', { validFrom: '2026-02-29' }, 'no-such-date', '/validFrom'],
  ['a last day before the first', { validUntil: '2025-12-31' }, 'ends-before-it-begins', '/validUntil'],
  ['a holiday that is no day', { holidays: ['2026-12-25', '25.12.'] }, 'no-such-date', '/holidays/1'],
  ['an increment of nothing', { increment: { firstSeconds: 0, thenSeconds: 1 } }, 'bad-increment', '/increment'],
  [
    'an increment of half seconds',
    with1([{ ...minute, increment: { firstSeconds: 1, thenSeconds: 0.5 } }]),
    'bad-increment',
    '/zones/6/prices/0/increment',
  ],
  ['a longest call of no time', { longestSeconds: 0 }, 'bad-longest', '/longestSeconds'],
  ['periods at the same time', { periods: [day, night] }, 'period-overlap', '/periods/1'],
  ['a period twice', { periods: [day, { ...day, days: ['sun'] }] }, 'duplicate-period', '/periods/1/name'],
  ['a period over midnight', { periods: [{ ...day, from: '22:00', until: '06:00' }] }, 'ends-before-it-begins', '/periods/0/until'],
  ['a time that is none', { periods: [{ ...day, until: '24:01' }] }, 'no-such-time', '/periods/0/until'],
  ['a price at an unknown time', with1([minute, { ...minute, periods: ['dawn'] }]), 'unknown-period', '/zones/6/prices/1/periods'],
  ['a price that is no number', with1([{ perMinute: '0,01' }]), 'not-an-amount', '/zones/6/prices/0/perMinute'],
  ['more places than there are micro-units', with1([{ perMinute: '0.0000001' }]), 'not-an-amount', '/zones/6/prices/0/perMinute'],
  ['a negative price', with1([{ perMinute: '-0.01' }]), 'negative-price', '/zones/6/prices/0/perMinute'],
  ['a negative set-up fee', with1([{ ...minute, setUp: '-1' }]), 'negative-price', '/zones/6/prices/0/setUp'],
  ['no price', with1([]), 'no-price', '/zones/6/prices'],
  ['prices with a gap in the week', { periods: [day], ...with1([{ ...minute, periods: ['day'] }]) }, 'price-gap', '/zones/6/prices'],
  ['prices with a gap for forwarded calls', with1([{ ...minute, origins: ['own'] }]), 'price-gap', '/zones/6/prices'],
  ['a price for some callers only', with1([{ ...minute, callers: ['+4922'] }]), 'price-gap', '/zones/6/prices'],
  ['a condition that nothing fits', with1([{ ...minute, media: [] }, minute]), 'nothing-to-apply-to', '/zones/6/prices/0/media'],
  ['a zone twice', { zones: [...TARIFF.zones, zone('de-fixed', [minute])] }, 'duplicate-zone', '/zones/6/id'],
  ['a prefix without plus', { prefixes: [{ prefix: '49', zone: 'de-fixed' }] }, 'bad-prefix', '/prefixes/0/prefix'],
  ['a prefix twice', { prefixes: [...TARIFF.prefixes, { prefix: '+33', zone: 'de-fixed' }] }, 'duplicate-prefix', '/prefixes/6/prefix'],
  ['a prefix of an unknown zone', { prefixes: [{ prefix: '+41', zone: 'ch' }] }, 'unknown-zone', '/prefixes/0/zone'],
  ['a bundle of an unknown zone', { bundles: [{ ...FLAT, zones: ['ch'] }] }, 'unknown-zone', '/bundles/0/zones'],
  ['a bundle without zone', { bundles: [{ ...FLAT, kinds: [] }] }, 'bundle-without-zone', '/bundles/0'],
  ['a bundle for a country without zone', { bundles: [{ ...FLAT, countries: ['CH'] }] }, 'bundle-without-zone', '/bundles/0'],
  ['a bundle twice', { bundles: [FLAT, FLAT] }, 'duplicate-bundle', '/bundles/1/id'],
  ['a bundle of less than nothing', { bundles: [{ ...FLAT, seconds: -60 }] }, 'bad-bundle', '/bundles/0'],
  ['a bundle for nobody', { bundles: [{ ...FLAT, origins: [] }] }, 'nothing-to-apply-to', '/bundles/0/origins'],
]

for (const [wrong, changes, kind, pointer] of ROWS)
  test(`a tariff with ${wrong} is refused, and where it is wrong is said`, () => {
    const faults = checkTariff({ ...TARIFF, ...changes })
    const found = faults.find((fault) => fault.kind === kind)
    assert.equal(found?.pointer, pointer, JSON.stringify(faults))
    const { de, en } = faultWords({ kind, pointer, value: 'X' })
    assert.ok(de.endsWith('.') && en.endsWith('.') && de !== en)
  })

test('prices by periods that fill the week have no gap, holidays included', () => {
  const whole = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'], from: '00:00', until: '24:00' } as const
  const periods = [
    { ...whole, name: 'day', from: '08:00', until: '18:00' },
    { ...whole, name: 'early', until: '08:00' },
    { ...whole, name: 'late', from: '18:00' },
  ]
  const prices = [
    { ...minute, periods: ['day'] },
    { ...minute, periods: ['early', 'late'] },
  ]
  assert.deepEqual(checkTariff({ ...TARIFF, periods, ...with1(prices) }), [])
  const noHoliday = periods.map((period) => ({ ...period, days: period.days.slice(0, 7) }))
  assert.deepEqual(
    checkTariff({ ...TARIFF, periods: noHoliday, ...with1(prices) }).map(({ value }) => value),
    ['x, own, voice, holiday until 24:00'],
  )
})

test('a tariff with very many faults tells the first ones', () => {
  const prefixes = Array.from({ length: 5_000 }, () => ({ prefix: 'x', zone: 'y' }))
  assert.equal(checkTariff({ ...TARIFF, prefixes }).length, MAX_FAULTS)
})

test('every fault is found by a test of what is wrong with tariffs or their versions', () => {
  const between: readonly TariffFaultKind[] = ['version-gap', 'version-overlap', 'other-currency']
  const tested = new Set([...ROWS.map(([, , kind]) => kind), ...between])
  assert.deepEqual(
    TARIFF_FAULTS.filter((kind) => !tested.has(kind)),
    [],
  )
})
