import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CreditTerms, creditTermsOf, missingOf, type Standing, stepsOf, type Watched } from './standing.ts'

const EURO = 1_000_000n
const NOTHING: Watched = { lowSince: null, owingSince: null, lockAnnouncedAt: null }
const TERMS: CreditTerms = { warnBelow: 5n * EURO, lockAfterDays: 14, lockFrom: 0n, noticeHours: 168 }
const NOW = Date.parse('2026-11-03T10:00:00Z')
const DAY_MS = 86_400_000
/** What is owed is due today, if nothing else is said. */
const standing = (balance: bigint, owed: bigint | Standing['owed'] = [], hasMoved = true): Standing => ({
  ...{ balance, hasMoved },
  owed: typeof owed === 'bigint' ? [{ micros: owed, dueOn: '2026-11-03' }] : owed,
})
const steps = (at: Standing, watched: Partial<Watched> = {}, terms: Partial<CreditTerms> = {}, nowMs = NOW) =>
  stepsOf(at, { ...NOTHING, ...watched }, { ...TERMS, ...terms }, nowMs)

const LOW: readonly (readonly [
  what: string,
  standing: Standing,
  watched: Partial<Watched>,
  warnBelow: bigint,
  step: string | undefined,
])[] = [
  ['just at the limit', standing(5n * EURO), {}, 5n * EURO, undefined],
  ['just below it', standing(5n * EURO - 1n), {}, 5n * EURO, 'low'],
  ['still below it', standing(EURO), { lowSince: new Date(NOW) }, 5n * EURO, undefined],
  ['above it again', standing(20n * EURO), { lowSince: new Date(NOW) }, 5n * EURO, 'not-low'],
  ['never, by wish', standing(EURO), {}, 0n, undefined],
  ['never, by wish, without any', standing(-5_000n), {}, 0n, undefined],
]
for (const [what, at, watched, warnBelow, step] of LOW)
  test(`BIL-09: low balance, ${what}: ${step ?? 'nothing'}`, () => {
    assert.deepEqual(
      steps(at, watched, { warnBelow }).map((each) => each.step),
      step === undefined ? [] : [step],
    )
  })

test('BIL-09: an account that nobody has paid into is noted as low, and nobody is told', () => {
  assert.deepEqual(steps(standing(0n, [], false)), [{ step: 'low', mail: false }])
})

const low = { lowSince: new Date(NOW) }
test('FRD-03: who owes is reminded at once with the day of the lock, announced as long before as the product says', () => {
  const lockOn = new Date(NOW + 14 * DAY_MS)
  assert.deepEqual(steps(standing(3n * EURO, 10n * EURO), low), [{ step: 'owing', lockOn }])
  const owing = { ...low, owingSince: new Date(NOW) }
  assert.deepEqual(steps(standing(3n * EURO, 10n * EURO), owing, {}, NOW + 7 * DAY_MS - 1), [])
  assert.deepEqual(steps(standing(3n * EURO, 10n * EURO), owing, {}, NOW + 7 * DAY_MS), [{ step: 'lock', from: lockOn }])
  const announced = { ...owing, lockAnnouncedAt: new Date(NOW + 7 * DAY_MS) }
  assert.deepEqual(steps(standing(3n * EURO, 10n * EURO), announced, {}, NOW + 30 * DAY_MS), [], 'once, also when somebody has lifted it')
  assert.deepEqual(steps(standing(3n * EURO, 3n * EURO), announced, {}, NOW + 30 * DAY_MS), [{ step: 'settled' }])
})

test('FRD-03: days of a lock are calendar days, over a change of clocks, too', () => {
  const since = Date.parse('2026-10-20T10:00:00Z')
  const [owing] = steps(standing(-EURO), low, {}, since)
  assert.deepEqual(owing, { step: 'owing', lockOn: new Date('2026-11-03T11:00:00Z') })
})

test('FRD-03: a product without days never locks, and one with a least amount only from there on', () => {
  const owing = { ...low, owingSince: new Date(NOW) }
  const later = NOW + 60 * DAY_MS
  assert.deepEqual(steps(standing(-EURO), owing, { lockAfterDays: undefined }, later), [])
  assert.deepEqual(steps(standing(-EURO), owing, { lockFrom: 100n * EURO }, later), [])
  assert.deepEqual(steps(standing(-EURO), low, { lockFrom: 100n * EURO }), [{ step: 'owing', lockOn: undefined }])
  assert.equal(steps(standing(-100n * EURO), owing, { lockFrom: 100n * EURO }, later)[0]?.step, 'lock')
})

test('FRD-03: no lock begins before the last day on which the invoice may be paid is over, wherever that day is far off', () => {
  const due = [{ micros: 10n * EURO, dueOn: '2026-12-03' }]
  const lockOn = new Date('2026-12-03T23:00:00Z')
  assert.deepEqual(steps(standing(3n * EURO, due), low), [{ step: 'owing', lockOn }])
  const owing = { ...low, owingSince: new Date(NOW) }
  assert.deepEqual(steps(standing(3n * EURO, due), owing, {}, lockOn.getTime() - 7 * DAY_MS - 1), [])
  assert.deepEqual(steps(standing(3n * EURO, due), owing, {}, lockOn.getTime() - 7 * DAY_MS), [{ step: 'lock', from: lockOn }])
})

const LATER_AND_NOW = [
  { micros: 50n * EURO, dueOn: '2027-01-02' },
  { micros: 10n * EURO, dueOn: '2026-11-20' },
]
const DUE: readonly (readonly [what: string, standing: Standing, lockFrom: bigint, lockOn: string])[] = [
  ['a later invoice does not put off one that is due before', standing(3n * EURO, LATER_AND_NOW), 0n, '2026-11-20T23:00:00Z'],
  ['what is due first is too little for a lock', standing(3n * EURO, LATER_AND_NOW), 20n * EURO, '2027-01-02T23:00:00Z'],
  ['the balance covers what is due first', standing(10n * EURO, LATER_AND_NOW), 0n, '2027-01-02T23:00:00Z'],
  ['calls alone have overdrawn the balance', standing(-20n * EURO, LATER_AND_NOW), 20n * EURO, '2026-11-17T10:00:00Z'],
]
for (const [what, at, lockFrom, lockOn] of DUE)
  test(`FRD-03: the day of the lock, ${what}`, () => {
    assert.deepEqual(steps(at, {}, { lockFrom, warnBelow: 0n }), [{ step: 'owing', lockOn: new Date(lockOn) }])
  })

test('FRD-03: a part payment lifts a lock once less is left than the product locks for; it is still owed', () => {
  const announced = { ...low, owingSince: new Date(NOW), lockAnnouncedAt: new Date(NOW) }
  const later = NOW + 30 * DAY_MS
  assert.deepEqual(steps(standing(-100n * EURO), announced, { lockFrom: 100n * EURO }, later), [])
  assert.deepEqual(steps(standing(-99n * EURO), announced, { lockFrom: 100n * EURO }, later), [{ step: 'unlock' }])
  const lifted = { ...announced, lockAnnouncedAt: null }
  assert.deepEqual(steps(standing(-99n * EURO), lifted, { lockFrom: 100n * EURO }, later), [])
  assert.equal(steps(standing(-100n * EURO), lifted, { lockFrom: 100n * EURO }, later)[0]?.step, 'lock')
})

test('BIL-09: parts of a cent that rounding leaves are owed by nobody', () => {
  assert.equal(missingOf(standing(-2_024n)), 0n)
  assert.equal(missingOf(standing(-10_000n)), 10_000n)
  assert.equal(missingOf(standing(10n * EURO, 10n * EURO)), 0n)
})

test('what a customer sets goes before what its product says', () => {
  assert.equal(creditTermsOf(undefined, null).warnBelow, 5n * EURO)
  assert.equal(creditTermsOf({ payments: { creditLowMicros: 0 } }, null).warnBelow, 0n)
  assert.equal(creditTermsOf({ payments: { creditLowMicros: 0 } }, 2n * EURO).warnBelow, 2n * EURO)
  assert.deepEqual(creditTermsOf({ payments: { creditLockAfterDays: 3 }, guard: { lockNoticeHours: 48 } }, 0n), {
    ...{ warnBelow: 0n, lockAfterDays: 3, lockFrom: 0n, noticeHours: 48 },
  })
})
