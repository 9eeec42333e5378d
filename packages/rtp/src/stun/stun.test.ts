import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { buildBindingRequest, buildBindingResponse } from './build-stun.ts'
import { parseStun } from './parse-stun.ts'
import { isStun } from './stun-message.ts'

// RFC 5769 §2.2 and §2.3: sample responses.
const IPV4_RESPONSE = Buffer.from(
  '0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96',
  'hex',
)
const IPV6_RESPONSE = Buffer.from(
  '010100482112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d900080014a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c',
  'hex',
)

test('the sample responses of RFC 5769 are read', () => {
  const ipv4 = parseStun(IPV4_RESPONSE)
  assert.equal(ipv4?.kind, 'binding-success')
  assert.deepEqual(ipv4?.mappedAddress, { addressFamily: 'IPv4', address: '192.0.2.1', port: 32_853 })
  assert.deepEqual(ipv4?.unknownRequired, [])
  assert.deepEqual(parseStun(IPV6_RESPONSE)?.mappedAddress, {
    addressFamily: 'IPv6',
    address: '2001:db8:1234:5678:11:2233:4455:6677',
    port: 32_853,
  })
})

for (const [addressFamily, address] of [
  ['IPv4', '203.0.113.255'],
  ['IPv6', '2001:db8::1'],
  ['IPv6', '::1'],
  ['IPv6', '::'],
  ['IPv6', 'fe80:0:0:1::'],
  ['IPv6', '1:0:3:4:5:6:7:8'],
] as const) {
  test(`a request from ${address} gets that address back`, () => {
    const request = parseStun(buildBindingRequest(seededRandom(1)))
    assert.equal(request?.kind, 'binding-request')
    const source = { addressFamily, address, port: 5060 }
    const response = buildBindingResponse(request.transactionId, source)
    assert.ok(response)
    assert.deepEqual(parseStun(response)?.mappedAddress, source)
    assert.deepEqual(parseStun(response)?.transactionId, request.transactionId)
  })
}

for (const [addressFamily, address] of [
  ['IPv4', '256.1.1.1'],
  ['IPv4', '1.2.3'],
  ['IPv4', 'host'],
  ['IPv6', '1::2::3'],
  ['IPv6', '1:2:3:4:5:6:7'],
  ['IPv6', '1:2:3:4:5:6:7::8'],
  ['IPv6', 'xyz::1'],
] as const) {
  test(`${address} is no ${addressFamily} address to tell`, () => {
    assert.equal(buildBindingResponse(new Uint8Array(12), { addressFamily, address, port: 1 }), undefined)
  })
}

test('RTP and RTCP are no STUN', () => {
  const request = buildBindingRequest(seededRandom(2))
  assert.equal(isStun(request), true)
  request[0] = 0x80
  assert.equal(isStun(request), false)
})

for (const [what, change] of [
  ['another method', (message: Buffer) => message.writeUInt16BE(0x0003, 0)],
  ['a length beyond the end', (message: Buffer) => message.writeUInt16BE(80, 2)],
  ['an attribute beyond the end', (message: Buffer) => message.writeUInt16BE(200, 22)],
  ['another cookie', (message: Buffer) => message.writeUInt32BE(1, 4)],
] as const) {
  test(`damaged: ${what}`, () => {
    const message = Buffer.from(IPV4_RESPONSE)
    change(message)
    assert.equal(parseStun(message), undefined)
  })
}

test('an attribute that must be understood and is not is named', () => {
  const message = Buffer.concat([buildBindingRequest(seededRandom(3)), Buffer.from('7fff000401020304', 'hex')])
  message.writeUInt16BE(8, 2)
  assert.deepEqual(parseStun(message)?.unknownRequired, [0x7fff])
})
