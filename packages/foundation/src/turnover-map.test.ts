import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from './random.ts'
import { TurnoverMap } from './turnover-map.ts'

test('it behaves as a Map does, whatever comes and goes', () => {
  const random = seededRandom(7)
  const model = new Map<string, number>()
  const map = new TurnoverMap<string, number>()
  for (let i = 0; i < 20_000; i++) {
    const key = `key ${below(random, 50)}`
    if (below(random, 2) === 0) {
      model.set(key, i)
      map.set(key, i)
    } else assert.equal(map.delete(key), model.delete(key))
    assert.equal(map.get(key), model.get(key))
    assert.equal(map.has(key), model.has(key))
    assert.equal(map.size, model.size)
  }
  assert.deepEqual([...map.values()], [...model.values()])
})

test('what has been deleted is let go of', () => {
  const map = new TurnoverMap<string, object>()
  map.set('a', {})
  map.delete('a')
  assert.equal(map.get('a'), undefined)
  assert.deepEqual([...map.values()], [])
})

test('entries may be deleted while they are read', () => {
  const map = new TurnoverMap<number, number>()
  for (let i = 0; i < 10; i++) map.set(i, i)
  const read: number[] = []
  for (const value of map.values()) {
    read.push(value)
    map.delete(value)
    map.delete(value + 1)
  }
  assert.deepEqual(read, [0, 2, 4, 6, 8])
  assert.equal(map.size, 0)
})

test('cleared, it is empty and can be used again', () => {
  const map = new TurnoverMap<string, number>()
  map.set('a', 1)
  map.clear()
  assert.equal(map.size, 0)
  map.set('b', 2)
  assert.deepEqual([...map.values()], [2])
})
