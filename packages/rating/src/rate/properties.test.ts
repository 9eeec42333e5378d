import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, type Random, seededRandom } from '@klinke/foundation'
import { type Rounding, roundAt, type Sixtieths } from '../exact.ts'
import { MEDIA, ORIGINS, type UsedLeg, WAYS } from '../leg.ts'
import { ROUNDING_MODES } from '../money.ts'
import type { TariffData } from '../tariff/tariff-data.ts'
import { AT_LINE, at, FLAT, leg, PER_SECOND, TARIFF, timeline, zone } from '../test-support/tariffs.ts'
import { Allowances } from './allowances.ts'
import { rateInOrder } from './rate-in-order.ts'
import { rateLeg } from './rate-leg.ts'
import type { Rated, Rating } from './rating.ts'

const PERIODS = [{ name: 'day', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', until: '18:00' }] as const
const byDay = (day: string, night: string) => [{ perMinute: day, periods: ['day'] }, { perMinute: night }]

/** Per second, split at every border, without fees: what a call costs is the sum of its seconds. */
const SECONDS: Partial<TariffData> = {
  ...{ priceAt: 'split', increment: PER_SECOND, periods: PERIODS, holidays: ['2026-10-03'] },
  zones: TARIFF.zones.map((each) => (each.id === 'de-fixed' ? zone('de-fixed', byDay('0.0151', '0.0099')) : each)),
}
const DEARER: Partial<TariffData> = { ...SECONDS, validFrom: '2026-11-01', zones: TARIFF.zones }
const LIMITED = [
  { ...FLAT, seconds: 9_000 },
  { ...FLAT, id: 'mobile', kinds: ['mobile'] as const, seconds: 6_000, of: 'each-seat' as const },
]

const CALLED = ['+493012345', '+4915112345678', '+33112345', '+33612345', '+4918031', '+499001', '+1555']

/** Around the night of two half past twos, the end of October and a change of tariff. */
function randomLeg(random: Random, index: number): UsedLeg {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(random, list.length)] ?? (list[0] as T)
  const answeredAtMs = at('2026-10-20T00:00') + below(random, 14 * 86_400) * 1_000
  const changes = { id: `leg-${index}`, answeredAtMs, called: pick(CALLED), extensionId: pick(['a', 'b']) }
  return leg({ ...changes, origin: pick(ORIGINS), medium: pick(MEDIA), way: pick(WAYS) }, below(random, 10_000))
}

function sum(ratings: Iterable<Rating>): Sixtieths {
  return Iterator.from(ratings).reduce((total, rating) => (rating.outcome === 'rated' ? total + rating.amount : total), 0n)
}

function rateAll(legs: readonly UsedLeg[], versions: readonly Partial<TariffData>[], rounding: Rounding = AT_LINE) {
  const bundles = [
    { bundle: 'flat', seats: 2 },
    { bundle: 'mobile', seats: 2 },
  ]
  const allowances = new Allowances(() => ({ extensions: 2, bundles }))
  const all = rateInOrder(legs, { tariffs: timeline(...versions), allowances, rounding })
  return { ratings: all.map(([, rating]) => rating), uses: allowances.changes }
}

const LEGS = Array.from({ length: 400 }, (_, index) => randomLeg(seededRandom(1_000 + index), index))
const VERSIONS = [
  { ...SECONDS, bundles: LIMITED },
  { ...DEARER, bundles: LIMITED },
]

test('a call cut at any second costs in two parts what it costs in one, where seconds are priced one by one', () => {
  const tariffs = timeline(SECONDS, DEARER)
  const price = (each: UsedLeg): Sixtieths =>
    sum([rateLeg(each, { tariffs, allowances: new Allowances(() => ({ extensions: 0, bundles: [] })), rounding: AT_LINE })])
  const random = seededRandom(7)
  let cut = 0
  for (const whole of LEGS) {
    if (whole.called === '+4918031' || whole.answeredAtMs === undefined) continue
    const seconds = (whole.endedAtMs - whole.answeredAtMs) / 1_000
    if (seconds < 2) continue
    const borderMs = whole.answeredAtMs + (1 + below(random, seconds - 1)) * 1_000
    assert.equal(
      price({ ...whole, endedAtMs: borderMs }) + price({ ...whole, answeredAtMs: borderMs }),
      price(whole),
      JSON.stringify(whole),
    )
    cut++
  }
  assert.ok(cut > 200)
})

test('the order of records changes no sum, and rating anew gives the same to the last field', () => {
  const { ratings, uses } = rateAll(LEGS, VERSIONS)
  const again = rateAll(LEGS.toReversed(), VERSIONS)
  assert.deepEqual(again.ratings, ratings)
  assert.deepEqual(again.uses.toSorted(byKey), uses.toSorted(byKey))
  assert.ok(sum(ratings) > 0n)
})

test('without bundles that run out the order changes no sum either where records are rated as they come', () => {
  const allowances = () => new Allowances(() => ({ extensions: 2, bundles: [{ bundle: 'flat', seats: 2 }] }))
  const tariffs = timeline({ ...SECONDS, bundles: [FLAT] }, { ...DEARER, bundles: [FLAT] })
  const total = (legs: readonly UsedLeg[]): Sixtieths => {
    const terms = { tariffs, allowances: allowances(), rounding: AT_LINE }
    return sum(legs.map((each) => rateLeg(each, terms)))
  }
  assert.equal(total(LEGS), total(LEGS.toReversed()))
})

test('bundles give never more than they have, and what they gave is what pieces say', () => {
  const { ratings, uses } = rateAll(LEGS, VERSIONS)
  const given = new Map<string, number>()
  for (const { pieces } of ratings.filter(isRated))
    for (const { month, taken, seconds } of pieces) {
      assert.ok(taken.reduce((total, each) => total + each.seconds, 0) <= seconds)
      for (const each of taken) given.set(`${month} ${each.bundle}`, (given.get(`${month} ${each.bundle}`) ?? 0) + each.seconds)
    }
  const limits = { flat: 9_000, mobile: 2 * 6_000 }
  for (const [bundle, limit] of Object.entries(limits))
    for (const month of ['2026-10', '2026-11']) {
      const used = uses.filter((use) => use.bundle === bundle && use.month === month).reduce((total, { seconds }) => total + seconds, 0)
      assert.equal(given.get(`${month} ${bundle}`) ?? 0, used)
      assert.ok(used <= limit && used >= 0, `${bundle} ${month} ${used}`)
    }
  assert.ok(uses.some(({ bundle, seconds }) => bundle === 'flat' && seconds === limits.flat))
})

test('a sum rounded once is at most half a cent from the exact one; rounded by the call, each call at most a cent', () => {
  const exact = sum(rateAll(LEGS, VERSIONS).ratings)
  for (const mode of ROUNDING_MODES) {
    const line = roundAt('line', exact, { where: 'line', mode })
    assert.ok(abs(line - exact) <= (mode === 'up' || mode === 'down' ? 600_000n : 300_000n))
    const byCall = sum(rateAll(LEGS, VERSIONS, { where: 'call', mode }).ratings)
    assert.equal(byCall % 600_000n, 0n)
    assert.equal(roundAt('line', byCall, { where: 'call', mode }), byCall)
    assert.ok(abs(byCall - exact) < 600_000n * BigInt(LEGS.length))
  }
})

test('every leg has an outcome, and its pieces are as long as it is billed', () => {
  const { ratings } = rateAll(LEGS, VERSIONS)
  assert.equal(ratings.length, LEGS.length)
  assert.deepEqual(new Set(ratings.map(({ outcome }) => outcome)), new Set(['rated', 'free', 'put-aside']))
  for (const { pieces, billedSeconds, seconds, amount } of ratings.filter(isRated)) {
    assert.equal(
      pieces.reduce((total, piece) => total + piece.seconds, 0),
      billedSeconds,
    )
    assert.ok(billedSeconds >= seconds && amount >= 0n)
  }
})

function isRated(rating: Rating): rating is Rated {
  return rating.outcome === 'rated'
}

function byKey(a: { readonly month: string; readonly bundle: string; readonly seat: string }, b: typeof a): number {
  const key = (use: typeof a): string => `${use.month} ${use.bundle} ${use.seat}`
  return key(a) < key(b) ? -1 : 1
}

function abs(amount: Sixtieths): Sixtieths {
  return amount < 0n ? -amount : amount
}
