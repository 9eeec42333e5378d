import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RateFields } from '../rules.ts'
import { planPrices } from './plan-prices.ts'

const rate = (prefix: string, microsPerMinute: number, times: Partial<RateFields> = {}): RateFields => ({
  ...{ prefix, microsPerMinute, validFrom: null, validUntil: null },
  ...times,
})
const rows = (...rates: readonly RateFields[]) => rates.map((value, index) => ({ row: index + 2, value }))
const BEFORE = [rate('+49', 8_000), rate('+4917', 50_000), rate('+33', 9_000)]

const ROWS = [
  ['replace', { created: 1, changed: 1, skipped: 1, removed: 1 }, ['+33', '+43', '+49']],
  ['merge', { created: 1, changed: 1, skipped: 1, removed: 0 }, ['+33', '+43', '+49', '+4917']],
] as const
for (const [mode, counts, after] of ROWS) {
  test(`a file ${mode === 'replace' ? 'takes the place of the list' : 'changes the prefixes that it names'}`, () => {
    const plan = planPrices(BEFORE, rows(rate('+49', 7_000), rate('+33', 9_000), rate('+43', 10_000)), mode)
    assert.partialDeepStrictEqual(plan, { ...counts, problems: [] })
    assert.deepEqual(
      plan.after.map(({ prefix }) => prefix),
      after,
    )
  })
}

test('the same row twice counts once; of two that hold at the same time none is taken, and both are named', () => {
  const plan = planPrices([], rows(rate('+49', 1), rate('+49', 1), rate('+43', 2), rate('+43', 3)), 'replace')
  assert.deepEqual([plan.created, plan.skipped, plan.after.length], [1, 1, 1])
  assert.deepEqual(
    plan.problems.map(({ row, value, code }) => [row, value, code]),
    [
      [4, '+43', 'rates-overlap'],
      [5, '+43', 'rates-overlap'],
    ],
  )
})

test('prices of a prefix that follow each other in time are both taken; the first one, which now ends, is changed', () => {
  const change = '2026-12-31T23:00:00Z'
  const plan = planPrices([rate('+49', 1)], rows(rate('+49', 2, { validFrom: change }), rate('+49', 1, { validUntil: change })), 'merge')
  assert.deepEqual([plan.created, plan.changed, plan.removed], [1, 1, 0])
  assert.deepEqual(
    plan.after.map(({ microsPerMinute }) => microsPerMinute),
    [1, 2],
  )
})
