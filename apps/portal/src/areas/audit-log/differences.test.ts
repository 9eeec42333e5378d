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

test('what the database keeps for itself is not told', () => {
  assert.deepEqual(differencesOf(null, { id: '01a1', tenant_id: '01a2', created_at: '2026-11-21T15:55:21Z', name: 'Anna' }), [
    { field: 'name', before: '', after: 'Anna' },
  ])
})
