import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNumbers, numberOption } from './number-options.ts'

const options = ['+492214710100', '+493012345678'].map(numberOption)
const found = (search: string) => findNumbers({ options, search, limit: 10 }).map((option) => ('value' in option ? option.value : ''))

test('a number is shown as people read it, and found however they write it', () => {
  assert.equal(options[0]?.label, '+49 221 4710100')
  for (const search of ['+49 221 471', '0221/471', '0049221471', '471 01', '+49221471'])
    assert.deepEqual(found(search), ['+492214710100'], search)
  assert.equal(found('').length, 2)
})
