import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMonth, lastMonth } from './month.ts'

test('a month is four digits and two', () => {
  for (const text of ['2026-01', '2026-12']) assert.ok(isMonth(text))
  for (const text of ['2026-13', '2026-1', '', '2026-11-01']) assert.ok(!isMonth(text))
})

test('the month before January is December', () => {
  assert.deepEqual([lastMonth(new Date(2026, 0, 31)), lastMonth(new Date(2026, 10, 1))], ['2025-12', '2026-10'])
})
