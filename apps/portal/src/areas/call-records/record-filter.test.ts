import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordQuery } from './record-filter.ts'

test('the last day is still in it: the query ends where the next one begins', () => {
  const { from, to } = recordQuery({ from: '2026-03-28', to: '2026-03-29' })
  assert.equal(new Date(from ?? '').getTime(), new Date(2026, 2, 28).getTime())
  assert.equal(new Date(to ?? '').getTime(), new Date(2026, 2, 30).getTime())
})

test('what is not asked for is not in the query', () => {
  assert.deepEqual(recordQuery({}), {})
  assert.deepEqual(recordQuery({ direction: 'inbound' }), { direction: 'inbound' })
})
