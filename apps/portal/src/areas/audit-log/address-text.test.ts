import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressText } from './address-text.ts'

for (const [address, text] of [
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8::ffff:1', '2001:db8::ffff:1'],
  [null, '–'],
] as const) {
  test(`an address of a deed, ${address ?? 'none'}, is shown as ${text}`, () => assert.equal(addressText(address), text))
}
