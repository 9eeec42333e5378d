import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countDays, daysOf, type Span } from './span.ts'

const spans: readonly (readonly [span: Span, today: string, from: string, to: string, days: number])[] = [
  ['today', '2026-03-01', '2026-03-01', '2026-03-01', 1],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28', 1],
  ['last-7-days', '2026-03-31', '2026-03-25', '2026-03-31', 7],
  ['last-30-days', '2026-01-15', '2025-12-17', '2026-01-15', 30],
  ['this-month', '2026-10-25', '2026-10-01', '2026-10-25', 25],
  ['last-month', '2026-03-31', '2026-02-01', '2026-02-28', 28],
  ['last-month', '2026-01-01', '2025-12-01', '2025-12-31', 31],
]
for (const [span, today, from, to, days] of spans) {
  test(`${span} on ${today} is ${from} to ${to}`, () => {
    assert.deepEqual(daysOf(span, today), { from, to })
    assert.equal(countDays({ from, to }), days)
  })
}

test('days in the wrong order are fewer than one', () => {
  assert.equal(countDays({ from: '2026-03-02', to: '2026-03-01' }), 0)
})
