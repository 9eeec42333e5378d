import assert from 'node:assert/strict'
import { test } from 'node:test'
import { preferredLanguage } from './language.ts'

const rows: readonly (readonly [header: string | undefined, language: string])[] = [
  [undefined, 'en'],
  ['de-DE,de;q=0.9,en;q=0.8', 'de'],
  ['en-GB', 'en'],
  ['fr, en;q=0.3, de;q=0.7', 'de'],
  ['de;q=0, en', 'en'],
  ['fr', 'en'],
]
for (const [header, language] of rows) {
  test(`Accept-Language ${header ?? 'absent'} gives ${language}`, () => {
    assert.equal(preferredLanguage(header), language)
  })
}
