import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedKeys, PatchedMap, patched, patchedInOrder } from './patched-map.ts'
import { samePicture } from './same-picture.ts'

const before = new Map([
  ['10', 'Anna'],
  ['11', 'Bea'],
  ['13', 'Dora'],
])

/** Each way in which a map can be read gives the same. */
function entries(map: ReadonlyMap<string, string>): readonly string[] {
  const each: string[] = []
  map.forEach((value, key) => void each.push(`${key} ${value}`))
  assert.deepEqual(
    [...map].map(([key, value]) => `${key} ${value}`),
    each,
  )
  assert.deepEqual(
    [...map.keys()].map((key) => `${key} ${map.get(key)}`),
    each,
  )
  assert.deepEqual(
    [...map.values()],
    [...map.entries()].map(([, value]) => value),
  )
  assert.equal(map.size, each.length)
  return each
}

const rows: readonly (readonly [what: string, keys: readonly string[], now: readonly [string, string][], after: readonly string[]])[] = [
  ['another value', ['11'], [['11', 'Berta']], ['10 Anna', '11 Berta', '13 Dora']],
  ['what is added, in order', ['12'], [['12', 'Carla']], ['10 Anna', '11 Bea', '12 Carla', '13 Dora']],
  ['what is gone', ['11'], [], ['10 Anna', '13 Dora']],
  ['another key', ['10', '14'], [['14', 'Anna']], ['11 Bea', '13 Dora', '14 Anna']],
]
for (const [what, keys, now, after] of rows)
  test(`a patched map has ${what}, and leaves the one before as it was`, () => {
    assert.deepEqual(entries(patchedInOrder(before, keys, new Map(now))), after)
    assert.deepEqual(entries(before), ['10 Anna', '11 Bea', '13 Dora'])
    const once = patched(before, ['13'], new Map([['13', 'Doris']]))
    assert.deepEqual(
      entries(patchedInOrder(once, keys, new Map(now))),
      after.map((entry) => entry.replace('Dora', 'Doris')),
    )
  })

test('a change of one value copies nothing, and one in many makes a map of its own', () => {
  const large = new Map(Array.from({ length: 1_000 }, (_, index) => [String(index), 'before']))
  let map: ReadonlyMap<string, string> = large
  let copies = 0
  for (const key of large.keys()) {
    map = patched(map, [key], new Map([[key, 'after']]))
    if (map instanceof PatchedMap) assert.ok(map.patches.size <= 100)
    else copies++
  }
  assert.equal(copies, 9)
  assert.deepEqual(new Set(map.values()), new Set(['after']))
})

test('the keys that differ are found from what was changed, and between any two maps', () => {
  const [one, other] = [patched(before, ['10'], new Map([['10', 'Anne']])), patched(before, ['11'], new Map([['11', 'Berta']]))]
  assert.deepEqual(changedKeys(one, before), ['10'])
  assert.deepEqual(changedKeys(one, other), ['10', '11'])
  assert.deepEqual(changedKeys(one, one), [])
  assert.deepEqual(changedKeys(new Map(one), before), ['10'])
  assert.deepEqual(changedKeys(new Map(), new Map([['10', 'Anna']])), ['10'])
})

test('a picture read anew is the same as a patched one of the same content', () => {
  const map = patched(before, ['10'], new Map([['10', 'Anne']]))
  assert.equal(samePicture({ map }, { map: new Map(map) }), true)
  assert.equal(samePicture({ map: new Map(map) }, { map }), true)
  assert.equal(samePicture({ map }, { map: before }), false)
})
