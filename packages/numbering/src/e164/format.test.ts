import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from './e164.ts'
import { formatNumber, type NumberFormat } from './format.ts'

const rows: readonly (readonly [number: E164, format: NumberFormat, areaCode: string | undefined, written: string])[] = [
  ['+4961311620', 'e164', undefined, '+4961311620'],
  ['+4961311620', 'international', undefined, '004961311620'],
  ['+4961311620', 'national', undefined, '061311620'],
  ['+4961311620', 'local', '6131', '1620'],
  ['+4961311620', 'local', '221', '061311620'],
  ['+4921291234', 'local', '212', '021291234'],
  ['+4921291234', 'local', '2129', '1234'],
  ['+491511234567', 'local', '221', '01511234567'],
  ['+4961311620', 'local', undefined, '061311620'],
  ['+41443643232', 'national', undefined, '0041443643232'],
  ['+41443643232', 'local', '44', '0041443643232'],
]

for (const [number, format, areaCode, written] of rows) {
  test(`NUM-04: ${number} as ${format}${areaCode ? ` in area ${areaCode}` : ''} is ${written}`, () => {
    assert.equal(formatNumber(number, format, areaCode), written)
  })
}
