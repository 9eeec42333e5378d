import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTime } from './buckets.ts'
import { MAX_DAYS, rangeOf } from './range.ts'

const BERLIN = 'Europe/Berlin'
const hoursOf = (from: string, to = from, zone = BERLIN) => inTime([], rangeOf(from, to, zone), 'hour', {}).map(({ at }) => at)

const days: readonly (readonly [what: string, day: string, hours: number, first: string, last: string])[] = [
  ['a day of winter', '2026-01-15', 24, '2026-01-15T00:00:00+01:00', '2026-01-15T23:00:00+01:00'],
  ['the day on which clocks go forward', '2026-03-29', 23, '2026-03-29T00:00:00+01:00', '2026-03-29T23:00:00+02:00'],
  ['the day on which clocks go back', '2026-10-25', 25, '2026-10-25T00:00:00+02:00', '2026-10-25T23:00:00+01:00'],
]
for (const [what, day, hours, first, last] of days) {
  test(`${what} has ${hours} hours, each with the offset that holds`, () => {
    const all = hoursOf(day)
    assert.deepEqual([all.length, all[0], all.at(-1)], [hours, first, last])
    assert.equal(new Set(all).size, hours)
  })
}

test('the hour that is skipped is not there, and the one that comes twice is there twice', () => {
  assert.deepEqual(
    hoursOf('2026-03-29').filter((at) => at.includes('T02:')),
    [],
  )
  assert.deepEqual(
    hoursOf('2026-10-25').filter((at) => at.includes('T02:')),
    ['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00'],
  )
})

test('days and hours of the day without rows are there, those with rows have them', () => {
  const range = rangeOf('2026-10-24', '2026-10-26', BERLIN)
  const perDay = inTime([{ key: '2026-10-25', calls: 3 }], range, 'day', { calls: 0 })
  assert.deepEqual(
    perDay.map(({ at, calls }) => [at, calls]),
    [
      ['2026-10-24', 0],
      ['2026-10-25', 3],
      ['2026-10-26', 0],
    ],
  )
  const perHour = inTime([{ key: '2', calls: 2 }], range, 'hour-of-day', { calls: 0 })
  assert.deepEqual([perHour.length, perHour[2]], [24, { at: '02:00', calls: 2 }])
})

test('where clocks change by half an hour, no row is lost', () => {
  // Lord Howe Island: on 2026-04-05 at 02:00 back to 01:30; from then on hours begin at the half hour of UTC.
  const range = rangeOf('2026-04-05', '2026-04-05', 'Australia/Lord_Howe')
  const key = String(Date.UTC(2026, 3, 5, 1, 30))
  assert.equal(
    inTime([{ key, calls: 5 }], range, 'hour', { calls: 0 }).reduce((sum, { calls }) => sum + calls, 0),
    5,
  )
})

test('a range is in order and bounded; a leap year is whole', () => {
  assert.equal(MAX_DAYS, 366)
  assert.doesNotThrow(() => rangeOf('2028-01-01', '2028-12-31', BERLIN))
  assert.throws(() => rangeOf('2027-01-01', '2028-01-02', BERLIN), { code: 'invalid-request', message: /366 days/ })
  assert.throws(() => rangeOf('2026-10-02', '2026-10-01', BERLIN), { code: 'invalid-request', message: /before/ })
})
