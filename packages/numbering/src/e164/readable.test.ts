import assert from 'node:assert/strict'
import { test } from 'node:test'
import { READABLE_ROWS } from '../test-support/readable-rows.ts'
import type { E164 } from './e164.ts'
import { readableNumber } from './readable.ts'

for (const [number, shown] of READABLE_ROWS) {
  test(`${number} is read as ${shown}`, () => assert.equal(readableNumber(number, 'international'), shown))
}

const din5008: readonly (readonly [number: E164, extensionDigits: number, national: string, international: string])[] = [
  ['+492211234560', 1, '0221 123456-0', '+49 221 123456-0'],
  ['+492211234560', 0, '0221 1234560', '+49 221 1234560'],
  ['+49221123456100', 3, '0221 123456-100', '+49 221 123456-100'],
  ['+491805123456', 0, '0180 5 123456', '+49 180 5 123456'],
  ['+4915112345678', 0, '01511 2345678', '+49 1511 2345678'],
  ['+49116117', 0, '116117', '+49 116117'],
  ['+49115', 0, '115', '+49 115'],
  ['+49310', 0, '0310', '+49 310'],
  ['+4922112', 2, '0221 12', '+49 221 12'],
  ['+41443643232', 0, '+41 443643232', '+41 443643232'],
  ['+12425550100', 4, '+1 2425550100', '+1 2425550100'],
]
for (const [number, extensionDigits, national, international] of din5008) {
  test(`DIN 5008: ${number} with an extension of ${extensionDigits} digits is ${national}`, () => {
    assert.equal(readableNumber(number, 'national', extensionDigits), national)
    assert.equal(readableNumber(number, 'international', extensionDigits), international)
  })
}
