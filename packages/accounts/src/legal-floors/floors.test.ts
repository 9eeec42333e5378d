import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCompensated, objectionWeeksFor } from './floors.ts'

test('§ 67 (2) TKG: eight weeks for objections are the least for consumers and small enterprises; what a product gives beyond that stays', () => {
  assert.deepEqual(
    [undefined, 'enterprise', 'small-enterprise', 'consumer'].map((kind) => objectionWeeksFor(kind as 'consumer' | undefined, 6)),
    [6, 6, 8, 8],
  )
  assert.equal(objectionWeeksFor('consumer', 10), 10)
})

test('§ 58 TKG: consumers and small enterprises are compensated whatever the product says, others where it says so', () => {
  assert.deepEqual([isCompensated('consumer', false), isCompensated('small-enterprise', undefined)], [true, true])
  assert.deepEqual(
    [isCompensated(undefined, undefined), isCompensated('enterprise', false), isCompensated('enterprise', true)],
    [false, false, true],
  )
})
