import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RateFields } from '../rules.ts'
import { planPrices } from './plan-prices.ts'

const rate = (prefix: string, microsPerMinute: number, times: Partial<RateFields> = {}): RateFields => ({
  ...{ prefix, microsPerMinute, validFrom: null, validUntil: null },
  ...times,
})
const rows = (...rates: readonly RateFields[]) => rates.map((value, index) => ({ row: index + 2, value }))
const NOW = Date.parse('2026-11-22T00:00:00Z')
const [REPLACED, MERGED] = [{ mode: 'replace', nowMs: NOW } as const, { mode: 'merge', nowMs: NOW } as const]
const BEFORE = [rate('+49', 8_000), rate('+4917', 50_000), rate('+33', 9_000)]

const ROWS = [
  ['replace', { created: 1, changed: 1, skipped: 1, removed: 1 }, ['+33', '+43', '+49']],
  ['merge', { created: 1, changed: 1, skipped: 1, removed: 0 }, ['+33', '+43', '+49', '+4917']],
] as const
for (const [mode, counts, after] of ROWS) {
  test(`a file ${mode === 'replace' ? 'takes the place of the list' : 'changes the prefixes that it names'}`, async () => {
    const plan = await planPrices(BEFORE, rows(rate('+49', 7_000), rate('+33', 9_000), rate('+43', 10_000)), { mode, nowMs: NOW })
    assert.partialDeepStrictEqual(plan, { ...counts, problems: [] })
    assert.deepEqual(
      plan.after.map(({ prefix }) => prefix),
      after,
    )
  })
}

test('the same row twice counts once; of two that hold at the same time none is taken, and both are named', async () => {
  const plan = await planPrices([], rows(rate('+49', 1), rate('+49', 1), rate('+43', 2), rate('+43', 3)), REPLACED)
  assert.deepEqual([plan.created, plan.skipped, plan.after.length], [1, 1, 1])
  assert.deepEqual(
    plan.problems.map(({ row, value, code }) => [row, value, code]),
    [
      [4, '+43', 'rates-overlap'],
      [5, '+43', 'rates-overlap'],
    ],
  )
})

test('prices of a prefix that follow each other in time are both taken; the first one, which now ends, is changed', async () => {
  const change = '2026-12-31T23:00:00Z'
  const plan = await planPrices(
    [rate('+49', 1)],
    rows(rate('+49', 2, { validFrom: change }), rate('+49', 1, { validUntil: change })),
    MERGED,
  )
  assert.deepEqual([plan.created, plan.changed, plan.removed], [1, 1, 0])
  assert.deepEqual(
    plan.after.map(({ microsPerMinute }) => microsPerMinute),
    [1, 2],
  )
})

const NEW_YEAR = '2026-12-31T23:00:00.000Z'
for (const [mode, left] of [
  [MERGED, null],
  [REPLACED, NEW_YEAR],
] as const) {
  test(`a list that comes ahead of its time takes over when it begins; until then the prices before hold (${mode.mode})`, async () => {
    const plan = await planPrices(
      BEFORE,
      rows(rate('+49', 7_000, { validFrom: NEW_YEAR }), rate('+33', 1, { validFrom: '2027-06-30T22:00:00Z' })),
      mode,
    )
    assert.deepEqual(
      plan.after.map(({ prefix, microsPerMinute, validUntil }) => [prefix, microsPerMinute, validUntil]),
      [
        ['+33', 9_000, '2027-06-30T22:00:00.000Z'],
        ['+33', 1, null],
        ['+49', 8_000, NEW_YEAR],
        ['+49', 7_000, null],
        ['+4917', 50_000, left],
      ],
    )
    assert.deepEqual([plan.created, plan.changed, plan.removed], [2, left === null ? 2 : 3, 0])
  })
}

test('prices that are over are forgotten, and are no loss', async () => {
  const over = rate('+49', 1, { validUntil: '2026-01-01T00:00:00Z' })
  const plan = await planPrices([over, rate('+43', 2)], rows(rate('+43', 2)), MERGED)
  assert.deepEqual([plan.after.length, plan.skipped, plan.removed], [1, 1, 0])
})

test('a file of sixty thousand rows is planned; of a prefix with thousands of prices none is taken', async () => {
  const list = Array.from({ length: 30_000 }, (_, place) => rate(`+${1_000_000 + place}`, 10))
  const ofOne = Array.from({ length: 30_000 }, (_, place) => rate('+49', place))
  const plan = await planPrices(list, rows(...list, ...ofOne), REPLACED)
  assert.deepEqual([plan.skipped, plan.after.length, plan.problems.length], [30_000, 30_000, 30_000])
  assert.equal(plan.problems[0]?.code, 'too-many-rates-of-prefix')
})
