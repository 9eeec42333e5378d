import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { smallest } from './smallest.ts'

const ascending = (a: number, b: number): number => a - b

test('the smallest come in order, as sorting all would give them', () => {
  const random = seededRandom(5)
  const numbers = Array.from({ length: 1_000 }, () => below(random, 500))
  for (const count of [1, 7, 999, 1_000, 2_000]) {
    assert.deepEqual(smallest(numbers, count, ascending), numbers.toSorted(ascending).slice(0, count))
  }
})

test('of nothing there is nothing', () => {
  assert.deepEqual(smallest([], 3, ascending), [])
})
