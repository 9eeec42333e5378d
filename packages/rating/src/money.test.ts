import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divideRounded, type RoundingMode, roundToCents } from './money.ts'

const ROWS: readonly (readonly [micros: bigint, mode: RoundingMode, cents: bigint])[] = [
  [14_999n, 'half-up', 10_000n],
  [15_000n, 'half-up', 20_000n],
  [25_000n, 'half-up', 30_000n],
  [15_000n, 'half-even', 20_000n],
  [25_000n, 'half-even', 20_000n],
  [25_001n, 'half-even', 30_000n],
  [10_001n, 'up', 20_000n],
  [10_000n, 'up', 10_000n],
  [19_999n, 'down', 10_000n],
  [0n, 'up', 0n],
]

for (const [micros, mode, cents] of ROWS) {
  test(`${micros} micro-units are ${cents / 10_000n} cents (${mode}), and a credit of them the same`, () => {
    assert.equal(roundToCents(micros, mode), cents)
    assert.equal(roundToCents(-micros, mode), -cents)
  })
}

test('nothing is divided by what is not above zero', () => {
  assert.throws(() => divideRounded(1n, 0n, 'half-up'), RangeError)
})
