import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestMatch, prefixMatches, prefixTable } from './prefix-table.ts'

const TABLE = prefixTable(['49', '4930', '493', '41'].map((prefix) => [prefix, prefix]))

for (const [digits, found] of [
  ['493023125', '4930'],
  ['4931', '493'],
  ['4922', '49'],
  ['49', '49'],
  ['4', undefined],
  ['', undefined],
] as const) {
  test(`the longest prefix of ${digits || 'nothing'} is ${found ?? 'none'}`, () => assert.equal(longestMatch(TABLE, digits), found))
}

test('shorter prefixes follow longer ones', () => {
  assert.deepEqual(
    [...prefixMatches(TABLE, '493023')].map(({ value }) => value),
    ['4930', '493', '49'],
  )
})
