import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UsedLeg } from '../leg.ts'
import type { BundleData, TariffData } from '../tariff/tariff-data.ts'
import { AT_LINE, at, FLAT, leg, PER_MINUTE, PER_SECOND, rated, TARIFF, timeline, zone } from '../test-support/tariffs.ts'
import { Allowances, type BookedBundle, type MonthTerms } from './allowances.ts'
import { rateInOrder } from './rate-in-order.ts'
import { rateLeg } from './rate-leg.ts'

function booked(...bundles: readonly (Partial<BookedBundle> & Pick<BookedBundle, 'bundle'>)[]): MonthTerms {
  return { extensions: 10, bundles: bundles.map((own) => ({ seats: 10, ...own })) }
}

const MOBILE_FLAT: BundleData = {
  ...FLAT,
  id: 'mobile-flat',
  kinds: ['mobile'],
  seconds: 12_000,
  of: 'seats',
  leastSeats: 10,
  allSeats: true,
}
const EU29 = 'BG DK DE EE FI FR GR GB IE IT HR LV LI LT LU MT NL NO PL PT RO SE CH SK SI ES CZ HU CY'.split(' ')
const EU_FLAT: BundleData = { ...FLAT, id: 'eu-flat', countries: EU29 }

function declinedBy(used: UsedLeg, changes: Partial<TariffData>, terms: MonthTerms): readonly string[] {
  const rating = rated(used, timeline(changes), terms)
  assert.deepEqual(rating.pieces[0]?.taken, [])
  assert.ok(rating.amount > 0n)
  return rating.declined.map(({ bundle, why }) => `${bundle} ${why}`)
}

const mobile = { called: '+4915112345678' }

test('a flat makes calls to its zones free, and the result says which bundle gave what', () => {
  const rating = rated(leg(), timeline({ bundles: [FLAT] }), booked({ bundle: 'flat' }))
  assert.equal(rating.amount, 0n)
  assert.deepEqual(rating.pieces[0]?.taken, [{ bundle: 'flat', seat: '', seconds: 120 }])
})

test('the EU flat covers 29 countries and no other (BIL-04)', () => {
  assert.equal(EU29.length, 29)
  const countries = [...EU29, 'AT', 'BE', 'US']
  const zones = countries.map((country) => zone(country, [{ perMinute: '0.02' }], { country }))
  const prefixes = countries.map((country, index) => ({ prefix: `+${100 + index}`, zone: country }))
  const tariffs = timeline({ zones, prefixes, bundles: [EU_FLAT] })
  const free = prefixes.filter(
    ({ prefix }) => rated(leg({ called: `${prefix}12345` }), tariffs, booked({ bundle: 'eu-flat' })).amount === 0n,
  )
  assert.deepEqual(
    free.map((each) => each.zone),
    EU29,
  )
})

const DECLINED: readonly (readonly [what: string, used: Partial<UsedLeg>, terms: MonthTerms, declined: readonly string[]])[] = [
  ['a forwarded call', { origin: 'forwarded' }, booked({ bundle: 'flat' }), ['flat origin']],
  ['a fax', { medium: 'fax' }, booked({ bundle: 'flat' }), ['flat medium']],
  ['a mobile flat of nine seats', mobile, booked({ bundle: 'mobile-flat', seats: 9 }), ['mobile-flat too-few-seats']],
  ['a flat for ten of eleven extensions', mobile, { ...booked({ bundle: 'mobile-flat' }), extensions: 11 }, ['mobile-flat not-all-seats']],
  ['a flat that was abused', {}, booked({ bundle: 'flat', isWithdrawn: true }), ['flat withdrawn']],
  ['a number on the exclusion list', { called: '+493019' }, booked({ bundle: 'flat' }), ['flat excepted']],
  ['a mobile number and a flat for fixed ones', mobile, booked({ bundle: 'flat' }), []],
  ['a flat that is not booked', {}, booked(), []],
]

for (const [what, used, terms, declined] of DECLINED)
  test(`list price holds for ${what} (BIL-04)`, () => {
    const bundles = [{ ...FLAT, exceptPrefixes: ['+493019'] }, MOBILE_FLAT]
    assert.deepEqual(declinedBy(leg(used), { bundles }, terms), declined)
  })

test('fair use: 500 minutes fixed and 200 mobile for each seat, in one pot, then list price (BIL-04)', () => {
  const bundles = [
    { ...FLAT, seconds: 30_000, of: 'seats' as const },
    { ...MOBILE_FLAT, leastSeats: 0 },
  ]
  const allowances = new Allowances(() => ({
    extensions: 2,
    bundles: [
      { bundle: 'flat', seats: 2 },
      { bundle: 'mobile-flat', seats: 2 },
    ],
  }))
  const terms = { tariffs: timeline({ bundles }), allowances, rounding: AT_LINE }
  const chargedMinutes = (called: string, minutes: number, perMinute: bigint): bigint => {
    const rating = rateLeg(leg({ called }, minutes * 60), terms)
    return rating.outcome === 'rated' ? rating.amount / (60n * perMinute) : -1n
  }
  assert.equal(chargedMinutes('+493012345', 999, 15_100n), 0n)
  assert.equal(chargedMinutes('+493012345', 3, 15_100n), 2n)
  assert.equal(chargedMinutes('+4915112345', 401, 125_200n), 1n)
  assert.equal(chargedMinutes('+4915112345', 1, 125_200n), 1n)
})

test('bundles are used up in the order of the tariff, a call over the end of one goes on in the next', () => {
  const first = { ...FLAT, id: 'first', seconds: 60 }
  const second = { ...FLAT, id: 'second', seconds: 60 }
  const rating = rated(leg({}, 170), timeline({ bundles: [first, second] }), booked({ bundle: 'second' }, { bundle: 'first' }))
  assert.deepEqual(rating.pieces[0]?.taken, [
    { bundle: 'first', seat: '', seconds: 60 },
    { bundle: 'second', seat: '', seconds: 60 },
  ])
  assert.equal(rating.amount, 15_100n * 60n)
  assert.deepEqual(
    rating.declined.map(({ why }) => why),
    ['used-up', 'used-up'],
  )
})

test('a bundle gives whole increments only, and what is left stays left', () => {
  const bundles = [{ ...FLAT, seconds: 90 }]
  const allowances = new Allowances(() => booked({ bundle: 'flat' }))
  const rating = rateLeg(leg({}, 180), { tariffs: timeline({ bundles, increment: PER_MINUTE }), allowances, rounding: AT_LINE })
  assert.deepEqual(rating.outcome === 'rated' && rating.pieces[0]?.taken, [{ bundle: 'flat', seat: '', seconds: 60 }])
  assert.deepEqual(allowances.changes, [{ month: '2026-11', bundle: 'flat', seat: '', seconds: 60 }])
  const perSecond = rated(leg({}, 180), timeline({ bundles, increment: PER_SECOND }), booked({ bundle: 'flat' }))
  assert.deepEqual(perSecond.pieces[0]?.taken, [{ bundle: 'flat', seat: '', seconds: 90 }])
})

test('each seat may have its own seconds', () => {
  const bundles = [{ ...FLAT, seconds: 120, of: 'each-seat' as const }]
  const terms = { tariffs: timeline({ bundles }), allowances: new Allowances(() => booked({ bundle: 'flat' })), rounding: AT_LINE }
  const amounts = ['a', 'a', 'b'].map((extensionId) => {
    const rating = rateLeg(leg({ extensionId }), terms)
    return rating.outcome === 'rated' ? rating.amount : undefined
  })
  assert.deepEqual(amounts, [0n, 2n * 15_100n * 60n, 0n])
})

/** `free`, or why not, of calls of a minute of these extensions, of which two are booked. */
function outcomesOf(
  extensions: readonly (string | undefined)[],
  seconds: number | null,
  used?: ConstructorParameters<typeof Allowances>[1],
): readonly unknown[] {
  const bundles = [{ ...FLAT, seconds, of: 'each-seat' as const }]
  const allowances = new Allowances(() => booked({ bundle: 'flat', seats: 2 }), used)
  const terms = { tariffs: timeline({ bundles }), allowances, rounding: AT_LINE }
  return extensions.map((extensionId) => {
    const rating = rateLeg(leg({ ...(extensionId !== undefined && { extensionId }) }, 60), terms)
    return rating.outcome === 'rated' && (rating.amount === 0n ? 'free' : rating.declined[0]?.why)
  })
}

test('all seats together have no more than those that are booked: an extension that is gone leaves the rest to the next (BIL-04)', () => {
  // Of a and b, b is deleted after a minute, and c comes: it has the other one. A call of no extension has that of one.
  assert.deepEqual(outcomesOf(['a', 'b', 'a', 'a', 'c', 'c'], 120), ['free', 'free', 'free', 'used-up', 'free', 'more-seats'])
  assert.deepEqual(outcomesOf([undefined, 'a', undefined, undefined, 'a', 'c'], 120), [
    'free',
    'free',
    'free',
    'used-up',
    'free',
    'more-seats',
  ])
  const use = { month: '2026-11', bundle: 'flat' }
  // What a seat gave back when its calls were rated anew is used by none any more.
  const before = [
    { ...use, seat: 'd', seconds: 120 },
    { ...use, seat: 'x', seconds: 0 },
  ]
  assert.deepEqual(outcomesOf(['d', 'a', 'c', 'a'], 120, before), ['used-up', 'free', 'free', 'more-seats'])
})

test('a flat of each seat without a limit is for as many seats as are booked (BIL-04)', () => {
  const extensions = ['a', undefined, 'c', 'a', 'd', undefined]
  assert.deepEqual(outcomesOf(extensions, null), ['free', 'free', 'more-seats', 'free', 'more-seats', 'free'])
})

test('a new month fills bundles anew; a call that is split over its end takes from both', () => {
  const bundles = [{ ...FLAT, seconds: 60 }]
  const allowances = new Allowances(() => booked({ bundle: 'flat' }))
  const used = leg({ answeredAtMs: at('2026-11-30T23:59') }, 120)
  const rating = rateLeg(used, { tariffs: timeline({ bundles, priceAt: 'split' }), allowances, rounding: AT_LINE })
  assert.equal(rating.outcome === 'rated' && rating.amount, 0n)
  assert.deepEqual(
    allowances.changes.map(({ month, seconds }) => [month, seconds]),
    [
      ['2026-11', 60],
      ['2026-12', 60],
    ],
  )
})

test('a set-up fee is not charged where a bundle gives the beginning, nor a minimum', () => {
  const zones = TARIFF.zones.map((each) =>
    each.id === 'de-fixed' ? { ...each, prices: [{ perMinute: '1', setUp: '5', minimum: '3' }] } : each,
  )
  const bundles = [{ ...FLAT, seconds: 60 }]
  assert.equal(rated(leg({}, 61), timeline({ zones, bundles }), booked({ bundle: 'flat' })).amount, 60_000_000n)
})

test('what was used before counts, and free calls take nothing', () => {
  const bundles = [{ ...FLAT, seconds: 120 }]
  const before = [{ month: '2026-11', bundle: 'flat', seat: '', seconds: 60 }]
  const allowances = new Allowances(() => booked({ bundle: 'flat' }), before)
  const terms = { tariffs: timeline({ bundles }), allowances, rounding: AT_LINE }
  rateLeg(leg({ way: 'on-net' }), terms)
  assert.deepEqual(allowances.changes, [])
  const rating = rateLeg(leg(), terms)
  assert.equal(rating.outcome === 'rated' && rating.amount, 15_100n * 60n)
})

test('in the order of answers the same legs get a bundle, whatever the order in which records come, and each is rated once', () => {
  const legs = [leg({ id: 'b', answeredAtMs: at('2026-11-02T10:00') }), leg({ id: 'a', answeredAtMs: at('2026-11-03T10:00') })]
  const amounts = (given: readonly UsedLeg[]): readonly string[] => {
    const allowances = new Allowances(() => booked({ bundle: 'flat' }))
    const terms = { tariffs: timeline({ bundles: [{ ...FLAT, seconds: 120 }] }), allowances, rounding: AT_LINE }
    return rateInOrder(given, terms).map(([{ id }, rating]) => `${id} ${rating.outcome === 'rated' && rating.amount}`)
  }
  const expected = ['b 0', `a ${2n * 15_100n * 60n}`]
  assert.deepEqual(amounts(legs), expected)
  assert.deepEqual(amounts([...legs.toReversed(), ...legs]), expected)
})
