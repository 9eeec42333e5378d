import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AREA_CODES, READABLE_ROWS } from '@klinke/numbering/test-support'
import { readableNumbers } from './readable-numbers.ts'

const TEXTS = [
  ['12', '12'],
  ['anonymous', 'anonymous'],
  ['+4922112345 ruft +4940123456 an.', '+49 221 12345 ruft +49 40 123456 an.'],
  ['sip:+4922112345@a.example', 'sip:+49 221 12345@a.example'],
] as const
for (const [text, shown] of [...READABLE_ROWS, ...TEXTS]) {
  test(`${text} is read as ${shown}`, () => assert.equal(readableNumbers(text), shown))
}

test('every German area code stands apart', () => {
  for (const { areaCode } of AREA_CODES) assert.equal(readableNumbers(`+49${areaCode}23456`), `+49 ${areaCode} 23456`)
})
