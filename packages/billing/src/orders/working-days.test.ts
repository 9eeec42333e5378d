import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWorkingDay, workingDayAfter } from './working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('ORD-05: the third working day leaves out weekends and holidays of all Länder, and the day itself', () => {
  // Wednesday 23 December 2026: Thursday the 24th is one, Friday and the weekend are none, Monday is the second.
  assert.equal(workingDayAfter(day('2026-12-23'), 3).toString(), '2026-12-29')
  assert.equal(workingDayAfter(day('2026-11-22'), 3).toString(), '2026-11-25')
  assert.equal(workingDayAfter(day('2026-11-20'), 0).toString(), '2026-11-20')
})

test('a holiday of some Länder only is a working day', () => {
  assert.ok(isWorkingDay(day('2026-01-06')))
  assert.ok(!isWorkingDay(day('2026-04-03')), 'Good Friday')
})
