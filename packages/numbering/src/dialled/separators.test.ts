import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutSeparators } from './separators.ts'

const rows: readonly (readonly [written: string, digits: string])[] = [
  ['0221 / 12 34-56', '0221123456'],
  ['+49 (0)221 123456', '+49221123456'],
  ['+49(0)221/123456', '+49221123456'],
  ['0049 (0) 221 123456', '0049221123456'],
  ['(0)30 23125 000', '03023125000'],
  ['(0221) 123456', '0221123456'],
  ['+39 (0)6 1234567', '+39061234567'],
  ['+44 (0)20 7946 0000', '+442079460000'],
  ['+49\u00a0221\u2013123456', '+49221123456'],
  ['\u202a+49\u2011221\u202f123456\u202c', '+49221123456'],
  ['0221.123.456', '0221123456'],
  ['alice', 'alice'],
  ['', ''],
]

for (const [written, digits] of rows) {
  test(`NUM-04: "${written}" is dialled ${digits || 'as nothing'}`, () => assert.equal(withoutSeparators(written), digits))
}
