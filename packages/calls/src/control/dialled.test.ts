import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialledInUri } from './dialled.ts'

const rows: readonly (readonly [uri: string, dialled: string])[] = [
  ['sip:11@acme.example', '11'],
  ['sip:%2A31112@acme.example', '*31112'],
  ['tel:+49-221-1234', '+492211234'],
  ['tel:1234;phone-context=+49221', '+492211234'],
  ['tel:12-34;phone-context=+49-221', '+492211234'],
  ['sip:1234;phone-context=+49221@acme.example;user=phone', '+492211234'],
  ['sip:0221123456;phone-context=+49@acme.example', '+490221123456'],
  ['tel:+492211234;phone-context=+43', '+492211234'],
  ['tel:1234;phone-context=acme.example', '1234'],
  ['sip:1234;phone-context=dialstring@acme.example;user=phone', '1234'],
  ['tel:*21;phone-context=+49221', '*21'],
  ['tel:112;phone-context=+43', '112'],
  ['tel:110;phone-context=+49221', '110'],
  ['sip:112;phone-context=+1@acme.example', '112'],
  ['sip:9112;phone-context=+49@acme.example', '9112'],
  ['sip:0112;phone-context=+49221@acme.example', '0112'],
  ['tel:00112;phone-context=+49', '00112'],
  ['tel:000112;phone-context=+49', '000112'],
  ['tel:0221112;phone-context=+49221', '0221112'],
  ['sip:02303110;phone-context=+49221@acme.example', '02303110'],
  ['tel:4711112;phone-context=+49221', '+492214711112'],
  ['tel:116117;phone-context=+49', '116117'],
  ['tel:11833;phone-context=+49', '11833'],
  ['urn:service:sos', 'urn:service:sos'],
  ['sip:acme.example', ''],
  ['mailto:a@b', ''],
]
for (const [uri, dialled] of rows) {
  test(`RFC 3966: ${uri} dials ${dialled || 'nothing'}`, () => assert.equal(dialledInUri(uri), dialled))
}
