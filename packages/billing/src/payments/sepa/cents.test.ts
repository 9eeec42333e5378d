import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf, microsOfDecimal } from './cents.ts'

const rows: readonly (readonly [micros: bigint, text: string])[] = [
  [12_900_000n, '12.90'],
  [10_000n, '0.01'],
  [-12_000_000n, '-12.00'],
  [999_999_999_990_000n, '999999999.99'],
  [0n, '0.00'],
]
for (const [micros, text] of rows) {
  test(`${micros} micro-units are ${text} for a bank`, () => assert.equal(decimalOf(micros), text))
}

test('a part of a cent is never rounded away in a payment file', () => assert.throws(() => decimalOf(12_900_001n), RangeError))

const read: readonly (readonly [text: string, micros: bigint | undefined])[] = [
  ['12.9', 12_900_000n],
  ['12', 12_000_000n],
  ['12.90000', 12_900_000n],
  ['12.901', undefined],
  ['-1.00', undefined],
  ['1,00', undefined],
  ['1e3', undefined],
  ['', undefined],
]
for (const [text, micros] of read) {
  test(`an amount of a bank written ${JSON.stringify(text)} is ${micros ?? 'refused'}`, () => assert.equal(microsOfDecimal(text), micros))
}
