import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPrefix, prefixOf, readablePrefix } from './target.ts'

for (const [written, prefix] of [
  ['0900', '+49900'],
  ['030', '+4930'],
  ['+43', '+43'],
  ['0043 1', '+431'],
  ['118', '+49118'],
  ['11833', '+4911833'],
] as const) {
  test(`${written} begins as ${prefix}`, () => assert.equal(prefixOf(written), prefix))
}

test('digits without the leading zero are no beginning of a number', () => assert.equal(isPrefix(prefixOf('4711')), false))

test('a prefix is shown with its country apart', () => {
  assert.deepEqual(['+49900', '+49', '+4312'].map(readablePrefix), ['+49 900…', '+49…', '+4312…'])
})
