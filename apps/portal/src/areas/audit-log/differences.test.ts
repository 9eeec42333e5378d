import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from './differences.ts'

test('fields that have changed are told with both values; the same ones are not', () => {
  assert.deepEqual(differencesOf({ name: 'Anna', ring: 20, same: 1 }, { name: 'Berta', ring: 30, same: 1 }), [
    { field: 'name', before: 'Anna', after: 'Berta' },
    { field: 'ring', before: '20', after: '30' },
  ])
})

test('what was created has no value before, what was deleted none after', () => {
  assert.deepEqual(differencesOf(null, { list: [1, 2] }), [{ field: 'list', before: '', after: '[1,2]' }])
  assert.deepEqual(differencesOf({ name: 'Anna' }, undefined), [{ field: 'name', before: 'Anna', after: '' }])
  assert.deepEqual(differencesOf(null, null), [])
})
