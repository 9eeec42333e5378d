import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assignableNumber } from './rules.ts'

const rows: readonly (readonly [number: string, valid: boolean])[] = [
  ['10', true],
  ['999999', true],
  ['1', false],
  ['1234567', false],
  ['012', false],
  ['1a', false],
  ['110', false],
  ['112', false],
]
for (const [number, valid] of rows) {
  test(`${number} ${valid ? 'can' : 'cannot'} be an extension`, () => {
    assert.equal(assignableNumber.safeParse(number).success, valid)
  })
}
