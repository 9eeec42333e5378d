import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, NEW_PORTING, placeOnWay } from './porting.ts'

test('the straight way goes from draft to done; what was refused stands where it was asked, what was given up nowhere', () => {
  assert.deepEqual((['draft', 'asked', 'rejected', 'agreed', 'scheduled', 'switched', 'done', 'cancelled'] as const).map(placeOnWay), [
    ...[0, 1, 1, 2, 3, 4, 5, -1],
  ])
})

test('empty fields of the form are none, and codes are in capitals', () => {
  const body = bodyOf({ ...NEW_PORTING, carrier: ' deu.anderer ', email: ' ', attendant: '' })
  assert.deepEqual([body.carrier, body.email, body.attendant, 'number' in body], ['DEU.ANDERER', null, null, false])
})
