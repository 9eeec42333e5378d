import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { PrefixTrie } from './prefix-trie.ts'

test('the longest prefix is found as by looking through all of them', () => {
  const random = seededRandom(4)
  const digits = (length: number): string => Array.from({ length }, () => String(below(random, 10))).join('')
  const prefixes = [...new Set(Array.from({ length: 3_000 }, () => digits(1 + below(random, 7))))]
  const trie = new PrefixTrie()
  for (const [value, prefix] of prefixes.entries()) assert.ok(trie.add(prefix, value))
  for (let round = 0; round < 2_000; round++) {
    const number = digits(11)
    const longest = prefixes.filter((prefix) => number.startsWith(prefix)).toSorted((a, b) => b.length - a.length)[0]
    assert.equal(trie.longest(`+${number}`, 1), longest === undefined ? -1 : prefixes.indexOf(longest), number)
  }
})

test('a prefix that is there keeps its value', () => {
  const trie = new PrefixTrie()
  assert.ok(trie.add('49', 0))
  assert.equal(trie.add('49', 1), false)
  assert.equal(trie.longest('4930', 0), 0)
  assert.equal(trie.longest('48', 0), -1)
})

test('what is no digit ends a number, and is in no prefix', () => {
  const trie = new PrefixTrie()
  trie.add('49', 7)
  assert.equal(trie.longest('49x', 0), 7)
  assert.equal(trie.longest('4x9', 0), -1)
  assert.throws(() => trie.add('4x', 1), RangeError)
})
