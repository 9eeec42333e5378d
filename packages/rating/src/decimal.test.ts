import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf, microsFromDecimal } from './decimal.ts'

const ROWS: readonly (readonly [text: string, micros: bigint | undefined, shown?: string])[] = [
  ['0.0151', 15_100n],
  ['8.50', 8_500_000n],
  ['199', 199_000_000n, '199.00'],
  ['-12.00', -12_000_000n],
  ['0.000001', 1n],
  ['0.0000001', undefined],
  ['1,50', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['.5', undefined],
]

for (const [text, micros, shown = text] of ROWS)
  test(`"${text}" is ${micros === undefined ? 'no amount' : `${micros} micro-units, and is shown as ${shown}`}`, () => {
    assert.equal(microsFromDecimal(text), micros)
    if (micros !== undefined) assert.equal(decimalOf(micros), shown)
  })
