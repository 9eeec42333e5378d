import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTargetDay, targetDayFrom, targetDaysAfter } from './target-days.ts'

/** The calendar of the European Central Bank. */
const rows: readonly (readonly [day: string, open: boolean, what: string])[] = [
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2027-01-01', false, 'New Year'],
  ['2026-04-03', false, 'Good Friday'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-05-01', false, 'Labour Day'],
  ['2026-12-25', false, 'Christmas Day'],
  ['2028-12-26', false, 'the day after Christmas'],
  ['2026-12-24', true, 'Christmas Eve'],
  ['2026-12-31', true, "New Year's Eve"],
  ['2026-05-14', true, 'Ascension Day, when Germany rests'],
  ['2028-10-03', true, 'German Unity Day'],
  ['2026-06-04', true, 'Corpus Christi'],
]
for (const [day, open, what] of rows) {
  test(`payments are ${open ? '' : 'not '}settled on ${day}, ${what}`, () => assert.equal(isTargetDay(Temporal.PlainDate.from(day)), open))
}

const after: readonly (readonly [day: string, count: number, then: string])[] = [
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-12-23', 2, '2026-12-28'],
  ['2026-11-20', 0, '2026-11-20'],
  ['2028-02-28', 1, '2028-02-29'],
]
for (const [day, count, then] of after) {
  test(`${count} settlement days after ${day} is ${then}`, () => {
    assert.equal(targetDaysAfter(Temporal.PlainDate.from(day), count).toString(), then)
  })
}

test('a due date on a holiday moves to the next settlement day, never back', () => {
  assert.equal(targetDayFrom(Temporal.PlainDate.from('2026-04-03')).toString(), '2026-04-07')
})
