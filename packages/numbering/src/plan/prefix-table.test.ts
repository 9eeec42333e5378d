import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PrefixTable } from './prefix-table.ts'

const table = new PrefixTable([
  ['2', 'two'],
  ['212', 'Solingen'],
  ['2129', 'Haan'],
  ['30', 'Berlin'],
])

const rows: readonly (readonly [digits: string, found: string | undefined])[] = [
  ['2129123', 'Haan'],
  ['2128123', 'Solingen'],
  ['212', 'Solingen'],
  ['21', 'two'],
  ['3012', 'Berlin'],
  ['3', undefined],
  ['4', undefined],
  ['', undefined],
  ['+30', undefined],
  ['2a', 'two'],
  ['21২9', 'two'],
]

for (const [digits, found] of rows) {
  test(`the longest prefix of "${digits}" is ${found ?? 'none'}`, () => assert.equal(table.longest(digits), found))
}

test('a search can start inside a text', () => assert.equal(table.longest('+4930123', 3), 'Berlin'))
