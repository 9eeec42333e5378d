import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedMap } from './bounded-map.ts'

test('one entry more than the limit evicts the oldest', () => {
  const evicted: string[] = []
  const map = new BoundedMap<string, number>(2, (key) => evicted.push(key))
  for (const key of ['a', 'b', 'c']) map.set(key, 1)
  assert.deepEqual(evicted, ['a'])
  assert.equal(map.size, 2)
})

test('replacing a value evicts nothing', () => {
  const map = new BoundedMap<string, number>(1)
  map.set('a', 1)
  map.set('a', 2)
  assert.equal(map.get('a'), 2)
})
