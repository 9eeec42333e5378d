import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UsedLeg } from '../leg.ts'
import type { Increment, PriceData } from '../tariff/tariff-data.ts'
import { TariffTimeline } from '../tariff/timeline.ts'
import { at, leg, PER_MINUTE, PER_SECOND, rate, rated, TARIFF, tariff, timeline, unconnected, zone } from '../test-support/tariffs.ts'

/** One zone for all numbers at a euro a minute, so that billed seconds can be read off the amount. */
function euro(increment: Increment, more: Partial<PriceData> = {}): TariffTimeline {
  return timeline({ increment, zones: [zone('all', [{ perMinute: '1', ...more }])], prefixes: [{ prefix: '+49', zone: 'all' }] })
}

const SIXTIETHS_PER_SECOND_AT_A_EURO = 1_000_000n

const INCREMENTS: readonly (readonly [increment: Increment, seconds: number, billed: number])[] = [
  [PER_SECOND, 0, 1],
  [PER_SECOND, 0.001, 1],
  [PER_SECOND, 59.2, 60],
  [PER_MINUTE, 1, 60],
  [PER_MINUTE, 60, 60],
  [PER_MINUTE, 60.001, 120],
  [{ firstSeconds: 60, thenSeconds: 1 }, 15, 60],
  [{ firstSeconds: 60, thenSeconds: 1 }, 61, 61],
  [{ firstSeconds: 30, thenSeconds: 6 }, 31, 36],
  [{ firstSeconds: 30, thenSeconds: 6 }, 42, 42],
]

for (const [increment, seconds, billed] of INCREMENTS)
  test(`${seconds} s by ${increment.firstSeconds}/${increment.thenSeconds} are billed as ${billed} s (BIL-03)`, () => {
    const rating = rated(leg({}, seconds), euro(increment))
    assert.equal(rating.billedSeconds, billed)
    assert.equal(rating.amount, BigInt(billed) * SIXTIETHS_PER_SECOND_AT_A_EURO)
  })

/** Amounts in micro-units, from the example prices of BIL-02, per started minute. */
const PRICES: readonly (readonly [what: string, changes: Partial<UsedLeg>, zone: string, micros: bigint])[] = [
  ['fixed in Germany', { called: '+493012345' }, 'de-fixed', 2n * 15_100n],
  ['mobile in Germany', { called: '+4915112345678' }, 'de-mobile', 2n * 125_200n],
  ['fixed in France', { called: '+33112345678' }, 'fr-fixed', 2n * 20_000n],
  ['mobile in France', { called: '+33612345678' }, 'fr-mobile', 2n * 150_000n],
  ['a service number by the call', { called: '+4918031234' }, 'service', 60_000n],
  ['a forwarded call (BIL-05)', { origin: 'forwarded' }, 'de-fixed', 2n * 15_100n],
  ['a call back (BIL-05)', { origin: 'call-back', called: '+4915112345678' }, 'de-mobile', 2n * 125_200n],
  ['a fax (FAX-04)', { medium: 'fax' }, 'de-fixed', 2n * 15_100n],
]

for (const [what, changes, zoneId, micros] of PRICES)
  test(`90 s, ${what}: priced in ${zoneId}`, () => {
    const rating = rated(leg(changes), timeline())
    assert.deepEqual([rating.zone, rating.amount], [zoneId, micros * 60n])
  })

test('a fax connection over which no page went costs its first increment, an attempt nothing (FAX-04)', () => {
  assert.equal(rated(leg({ medium: 'fax' }, 0), timeline()).amount, 15_100n * 60n)
  assert.deepEqual(rate(unconnected({ medium: 'fax' }), timeline()), { outcome: 'free', reason: 'not-connected', seconds: 0 })
})

for (const way of ['on-net', 'enum'] as const) {
  test(`a call by ${way} is free where the tariff says so (TRK-14)`, () => {
    assert.deepEqual(rate(leg({ way }), timeline()), { outcome: 'free', reason: way, seconds: 90 })
  })
  test(`a call by ${way} has the price of its number where the tariff does not make it free`, () => {
    assert.equal(rated(leg({ way }), timeline({ free: [] })).amount, 2n * 15_100n * 60n)
  })
}

test('numbers that somebody else bills stand on a separate statement, without a price or with one (BIL-10)', () => {
  const unpriced = rated(leg({ called: '+499001123' }), timeline())
  assert.deepEqual([unpriced.isSeparate, unpriced.amount, unpriced.pieces[0]?.row], [true, 0n, undefined])
  const zones = TARIFF.zones.map((each) => (each.id === 'premium' ? { ...each, prices: [{ perMinute: '1.99' }] } : each))
  const priced = rated(leg({ called: '+499001123' }), timeline({ zones }))
  assert.deepEqual([priced.isSeparate, priced.amount], [true, 2n * 1_990_000n * 60n])
})

test('a new mobile prefix has the mobile price of its country, unless the tariff names it (BIL-05)', () => {
  const known = [
    { prefix: '+337', country: 'FR' },
    { prefix: '+4916', country: 'DE' },
    { prefix: '+491803', country: 'DE' },
    { prefix: '+417', country: 'CH' },
  ]
  const tariffs = new TariffTimeline([{ id: 'v1', tariff: tariff({}, known) }])
  const inherited = rated(leg({ called: '+33712345678' }), tariffs)
  assert.deepEqual([inherited.zone, inherited.prefix, inherited.isInherited], ['fr-mobile', '+337', true])
  assert.equal(rated(leg({ called: '+49163123' }), tariffs).zone, 'de-mobile')
  assert.equal(rated(leg({ called: '+4918031' }), tariffs).zone, 'service')
  assert.deepEqual(rate(leg({ called: '+41791234567' }), tariffs), { outcome: 'put-aside', fault: 'no-zone' })
})

test('the first price that applies holds, and the result names it: by origin, medium and who pays', () => {
  const prices = [
    { perMinute: '3', origins: ['forwarded'] as const },
    { perMinute: '2', media: ['fax'] as const },
    { perMinute: '4', callers: ['+4930'] },
    { perMinute: '1' },
  ]
  const tariffs = timeline({ zones: [zone('all', prices)], prefixes: [{ prefix: '+49', zone: 'all' }] })
  const rowOf = (changes: Partial<UsedLeg>): number | undefined => rated(leg(changes), tariffs).pieces[0]?.row
  assert.equal(rowOf({ origin: 'forwarded', medium: 'fax' }), 0)
  assert.equal(rowOf({ medium: 'fax' }), 1)
  assert.equal(rowOf({ billedNumber: '+49301' }), 2)
  assert.equal(rowOf({}), 3)
})

test('a set-up fee is charged once, and a minimum where the call costs less', () => {
  const fee = euro(PER_SECOND, { setUp: '0.10' })
  assert.equal(rated(leg({}, 30), fee).amount, 36_000_000n)
  const minimum = euro(PER_SECOND, { minimum: '0.20' })
  assert.equal(rated(leg({}, 3), minimum).amount, 12_000_000n)
  assert.equal(rated(leg({}, 30), minimum).amount, 30_000_000n)
})

/** Records that cannot be: none is charged, none lost. */
const ASIDE: readonly (readonly [what: string, changes: Partial<UsedLeg>, fault: string])[] = [
  ['it ends before it begins', { endedAtMs: at('2026-11-23T09:59:59') }, 'ends-before-it-begins'],
  ['it lasts for years', { endedAtMs: at('2029-11-23T10:00') }, 'too-long'],
  ['it lasts a second more than a day', { endedAtMs: at('2026-11-24T10:00:01') }, 'too-long'],
  ['the clock had lost its time', { answeredAtMs: 0, endedAtMs: 60_000 }, 'not-a-time'],
  ['its end is no number', { endedAtMs: Number.NaN }, 'not-a-time'],
  ['it ends after it became known', { endedAtMs: at('2026-11-23T11:06') }, 'in-the-future'],
  ['no tariff held then', { answeredAtMs: at('2025-12-31T23:59'), endedAtMs: at('2026-01-01T00:01') }, 'no-tariff'],
  ['no zone has the number', { called: '+15551234' }, 'no-zone'],
  ['what was called is no number', { called: 'sip:echo' }, 'not-a-number'],
]

for (const [what, changes, fault] of ASIDE)
  test(`a record is put aside when ${what}: ${fault}`, () => {
    const knownAtMs = fault === 'in-the-future' ? at('2026-11-23T11:00') : at('2030-01-01T00:00')
    assert.deepEqual(rateWith(leg(changes), knownAtMs), { outcome: 'put-aside', fault })
  })

test('a record that is a little ahead of the clock is taken', () => {
  assert.equal(rateWith(leg({ endedAtMs: at('2026-11-23T11:04') }), at('2026-11-23T11:00')).outcome, 'rated')
})

function rateWith(used: UsedLeg, knownAtMs: number) {
  return rate(used, timeline(), undefined, undefined, knownAtMs)
}

test('where each call is rounded, its amount is whole cents; elsewhere it is exact', () => {
  const tariffs = timeline({ increment: PER_SECOND })
  assert.equal(rated(leg({}, 7), tariffs).amount, 7n * 15_100n)
  const rounded = rated(leg({}, 7), tariffs, undefined, { where: 'call', mode: 'up' })
  assert.equal(rounded.amount, 600_000n)
})
