import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationText, formatIn } from './formats.ts'

const AT = '2026-11-21T14:05:00Z'

for (const [seconds, text] of [
  [0, '0:00'],
  [65.4, '1:05'],
  [3_599.6, '1:00:00'],
  [3_665, '1:01:05'],
  [-3, '0:00'],
] as const) {
  test(`${seconds} s are ${text}`, () => assert.equal(durationText(seconds), text))
}

test('times are written as the language does, in the zone that is asked for', () => {
  assert.equal(formatIn('de', 'Europe/Berlin').dateTime(AT), '21.11.2026, 15:05')
  assert.equal(formatIn('en', 'Europe/Berlin').dateTime(AT), '21 Nov 2026, 15:05')
})

test('numbers and bytes are written as the language does', () => {
  assert.equal(formatIn('de').number(10_000), '10.000')
  assert.equal(formatIn('en').number(10_000), '10,000')
  assert.equal(formatIn('de').bytes(1_536_000), '1,5 MB')
  assert.equal(formatIn('en').bytes(0), '0 B')
})
