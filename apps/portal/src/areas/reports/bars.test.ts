import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barsOf, highestOf } from './bars.ts'

test('values stand one upon the other, the highest stack fills the box', () => {
  const bars = barsOf(
    [
      [3, 1],
      [0, 2],
    ],
    100,
    40,
  ).map((bar) => ({ ...bar, x: Math.round(bar.x) }))
  assert.deepEqual(bars, [
    { x: 5, y: 10, width: 40, height: 30, series: 0 },
    { x: 5, y: 0, width: 40, height: 10, series: 1 },
    { x: 55, y: 20, width: 40, height: 20, series: 1 },
  ])
})

test('nothing is no bar, and divides nothing by zero', () => {
  assert.deepEqual(barsOf([[0, 0], [0]], 100, 40), [])
  assert.deepEqual(barsOf([], 100, 40), [])
  assert.ok(highestOf([[0]]) > 0)
})
