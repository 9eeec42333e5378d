import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockCeiling } from './block-ceiling.ts'

const rows: readonly (readonly [from: number, to: number, free: number, most: number])[] = [
  [4, 5, 30, 100],
  [6, 7, 50, 100],
  [8, 9, 50, 300],
  [10, 19, 100, 500],
  [20, 29, 300, 500],
  [30, 50, 500, 1_000],
  [60, 80, 1_000, 3_000],
  [90, 110, 2_000, 3_000],
  [120, 120, 2_000, 4_000],
  [130, 140, 3_000, 4_000],
  [150, 170, 3_000, 5_000],
  [180, 230, 4_000, 10_000],
  [240, 300, 5_000, 10_000],
  [310, 1_000, 5_000, 10_000],
]

for (const [from, to, free, most] of rows) {
  test(`TRK-03: with ${from} to ${to} channels ${free} numbers are free and ${most} the most`, () => {
    for (const channels of [from, to]) {
      const ceiling = blockCeiling(channels)
      assert.deepEqual([ceiling?.freeNumbers, ceiling?.maxNumbers], [free, most])
    }
  })
}

test('TRK-02: there is no trunk with fewer than four channels, so no block for one', () => {
  assert.equal(blockCeiling(3), undefined)
  assert.equal(blockCeiling(0), undefined)
  assert.equal(blockCeiling(Number.NaN), undefined)
})
