import assert from 'node:assert/strict'
import { test } from 'node:test'
import { e164Of, isE164 } from './phone-number.ts'

const ROWS = [
  ['0221 / 471 01-00', '+492214710100'],
  ['+49 (221) 47101-00', '+49221471010' + '0'],
  ['0043 1 234567', '+431234567'],
  ['12', '12'],
  [' +1.202.555.0100 ', '+12025550100'],
] as const
for (const [written, number] of ROWS) {
  test(`${written} is ${number}`, () => assert.equal(e164Of(written), number))
}

test('an internal number is no number outside', () => {
  assert.equal(isE164('12'), false)
  assert.equal(isE164('+492214710100'), true)
})
