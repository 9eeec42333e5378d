import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from './differences.ts'

test('fields that have changed are told with both values; the same ones are not', () => {
  assert.deepEqual(differencesOf({ name: 'Anna', ring: 20, same: 1 }, { name: 'Berta', ring: 30, same: 1 }), [
    { path: ['name'], before: 'Anna', after: 'Berta' },
    { path: ['ring'], before: 20, after: 30 },
  ])
})

test('of settings only the line that has changed is told, not the whole', () => {
  const settings = (ringSeconds: number, to: string) => ({ settings: { ringSeconds, steps: [{ to }, { to: 'same' }], days: [1, 2] } })
  assert.deepEqual(differencesOf(settings(20, 'a'), settings(30, 'b')), [
    { path: ['settings', 'ringSeconds'], before: 20, after: 30 },
    { path: ['settings', 'steps', '1', 'to'], before: 'a', after: 'b' },
  ])
})

test('what was created has no value before, what was deleted none after', () => {
  assert.deepEqual(differencesOf(null, { list: [1, 2] }), [{ path: ['list'], before: undefined, after: [1, 2] }])
  assert.deepEqual(differencesOf({ name: 'Anna' }, undefined), [{ path: ['name'], before: 'Anna', after: undefined }])
  assert.deepEqual(differencesOf(null, null), [])
})

test('what the database keeps for itself is not told', () => {
  assert.deepEqual(differencesOf(null, { id: '01a1', tenant_id: '01a2', created_at: '2026-11-21T15:55:21Z', name: 'Anna' }), [
    { path: ['name'], before: undefined, after: 'Anna' },
  ])
})
