import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legible } from './legible.ts'

const ROWS: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['a name stays', 'Müller & Söhne', 'Müller & Söhne'],
  [
    'so do other scripts, and joiners that they need',
    '\u0645\u06CC\u200C\u062E \u{1F469}\u200D\u{1F4BB}',
    '\u0645\u06CC\u200C\u062E \u{1F469}\u200D\u{1F4BB}',
  ],
  ['what turns the writing round is gone', '\u202Egnp.exe\u202C', 'gnp.exe'],
  ['isolates and marks too', 'a\u2066b\u2069c\u200Fd\u061Ce', 'a b c d e'],
  ['there is one line', 'Anna\r\nBcc: x\u2028y', 'Anna Bcc: x y'],
  ['controls and terminal sequences are gone', '\u001B[2J\u0000x\u009B', '[2J x'],
  ['markup is left to who shows it', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['nothing but tricks is nothing', '\u200B\u202E \uFEFF', ''],
]

for (const [what, text, shown] of ROWS) test(`in a name from elsewhere ${what}`, () => assert.equal(legible(text, 100), shown))

test('a name from elsewhere has an end, and no character is cut in two', () => {
  assert.equal(legible('\u{1F4DE}'.repeat(200), 3), '\u{1F4DE}\u{1F4DE}\u{1F4DE}')
})
