import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemRandom } from './system-random.ts'

test('numbers differ beyond the pool and use all 32 bits', () => {
  const random = systemRandom()
  const numbers = Array.from({ length: 4096 }, () => random.uint32())
  assert.ok(new Set(numbers).size > 4080)
  assert.equal(
    numbers.reduce((all, number) => (all | number) >>> 0, 0),
    0xffff_ffff,
  )
  assert.equal(
    numbers.reduce((all, number) => (all & number) >>> 0, 0xffff_ffff),
    0,
  )
})
