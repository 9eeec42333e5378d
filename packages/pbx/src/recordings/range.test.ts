import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRange } from './range.ts'

for (const [header, expected] of [
  [undefined, undefined],
  ['bytes=0-', { first: 0, last: 999 }],
  ['bytes=100-199', { first: 100, last: 199 }],
  ['bytes=900-5000', { first: 900, last: 999 }],
  ['bytes=-10', { first: 990, last: 999 }],
  ['bytes=-5000', { first: 0, last: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=1-2', undefined],
] as const) {
  test(`of 1000 octets, Range ${header ?? 'absent'} means ${JSON.stringify(expected) ?? 'all'}`, () => {
    assert.deepEqual(parseRange(header, 1000), expected)
  })
}
