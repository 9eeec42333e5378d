import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WRITTEN_ROWS } from '@klinke/numbering/test-support'
import { e164Of, isE164 } from './phone-number.ts'

for (const [written, number] of [...WRITTEN_ROWS, ['12', '12'], ['alice', 'alice']] as const) {
  test(`${written} is ${number}`, () => assert.equal(e164Of(written), number))
}

test('an internal number is no number outside', () => {
  assert.equal(isE164('12'), false)
  assert.equal(isE164('+492214710100'), true)
  assert.equal(isE164('+490221471010'), false)
})
