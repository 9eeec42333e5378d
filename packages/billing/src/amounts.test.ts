import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf, amountSchema, microsOf, viewOfMicros } from './amounts.ts'

const ROWS: readonly (readonly [text: string, micros: bigint])[] = [
  ['0.00', 0n],
  ['12.90', 12_900_000n],
  ['0.0151', 15_100n],
  ['0.000001', 1n],
  ['-0.50', -500_000n],
  ['-12.345678', -12_345_678n],
  ['999999999.999999', 999_999_999_999_999n],
]

for (const [text, micros] of ROWS)
  test(`${text} is ${micros} micro-units, and they are written so`, () => {
    assert.deepEqual([microsOf(text), amountOf(micros)], [micros, text])
  })

for (const [short, micros] of [
  ['5', 5_000_000n],
  ['5.1', 5_100_000n],
  ['-0', 0n],
] as const)
  test(`${short} is read as ${micros} micro-units`, () => assert.equal(microsOf(short), micros))

for (const wrong of ['', '1,50', '1.2345678', '01.00', '1e3', '.5', '1.', ' 1', '1234567890', 'NaN'])
  test(`"${wrong}" is no amount`, () => {
    assert.throws(() => microsOf(wrong), RangeError)
    assert.equal(amountSchema.safeParse({ amount: wrong, currency: 'EUR' }).success, false)
  })

test('an amount without a currency in capital letters is refused', () => {
  assert.equal(amountSchema.safeParse({ amount: '1.00', currency: 'eur' }).success, false)
  assert.deepEqual(amountSchema.parse(viewOfMicros(8_500_000n, 'EUR')), { amount: '8.50', currency: 'EUR' })
})
