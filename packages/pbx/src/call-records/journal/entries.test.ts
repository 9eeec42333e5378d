import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toJson } from './entries.ts'

const rows: readonly (readonly [what: string, text: string, kept: string])[] = [
  ['an umlaut', 'Jörg', 'Jörg'],
  ['an emoji', '📞', '📞'],
  ['a control character', 'a\u0007b', 'a\u0007b'],
  ['U+0000', 'a\0b', 'a\uFFFDb'],
  ['a lone surrogate', 'a\ud800b', 'a\uFFFDb'],
  ['a backslash before u0000', 'a\\u0000b', 'a\\u0000b'],
]
for (const [what, text, kept] of rows) {
  test(`a name with ${what} is stored as ${JSON.stringify(kept)}`, () => {
    assert.deepEqual(JSON.parse(toJson({ party: { name: text } })), { party: { name: kept } })
  })
}
