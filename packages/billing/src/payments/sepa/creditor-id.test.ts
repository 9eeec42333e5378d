import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCreditorId } from './creditor-id.ts'

/** The Bundesbank's own example, and what becomes of it. */
const rows: readonly (readonly [text: string, valid: boolean, why: string])[] = [
  ['DE98ZZZ09999999999', true, 'the example of the Bundesbank'],
  ['DE98ABC09999999999', true, 'another business code: the check digits leave it out'],
  ['DE98ZZZ09999999998', false, 'a digit mistyped'],
  ['DE98ZZZ09999999989', false, 'digits swapped'],
  ['DE98ZZZ0999999999', false, 'a digit missing'],
  ['AT61ZZZ01234567890', true, 'the example of the Austrian National Bank'],
  ['de98zzz09999999999', false, 'small letters'],
  ['', false, 'nothing'],
]
for (const [text, valid, why] of rows) {
  test(`BIL-08: the creditor id ${JSON.stringify(text)} is ${valid ? 'accepted' : 'refused'}: ${why}`, () => {
    assert.equal(isCreditorId(text), valid)
  })
}
