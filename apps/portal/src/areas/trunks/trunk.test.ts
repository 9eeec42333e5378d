import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf, placesOf, placeText } from './trunk.ts'

const ROWS = [
  ['pbx.example.org', 'pbx.example.org', null],
  ['pbx.example.org:5071', 'pbx.example.org', 5071],
  ['192.0.2.1:5060', '192.0.2.1', 5060],
  ['2001:db8::1', '2001:db8::1', null],
  ['[2001:db8::1]:5061', '2001:db8::1', 5061],
] as const
for (const [text, host, port] of ROWS) {
  test(`an address is read as it is written: ${text}`, () => {
    assert.deepEqual(placeOf(` ${text} `), { host, port })
    assert.equal(placeText({ host, port }), text)
  })
}

test('an empty field is no address', () => assert.deepEqual(placesOf(['192.0.2.1', ' ']), [{ host: '192.0.2.1', port: null }]))
