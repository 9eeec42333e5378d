import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyAndSalt, parseCryptoAttribute, printCryptoAttribute } from './crypto-attribute.ts'

const KEY = 'WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz'

for (const value of [
  `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}`,
  `2 AES_CM_128_HMAC_SHA1_32 inline:${KEY}|1048576`,
  `3 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|1:4`,
  `4 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|1048576|1:4 WSH=64`,
]) {
  test(`read and printed alike: ${value.slice(0, 24)} … ${value.slice(72)}`, () => {
    const attribute = parseCryptoAttribute(value)
    assert.ok(attribute)
    assert.equal(printCryptoAttribute(attribute), value)
    assert.equal(keyAndSalt(attribute).length, 30)
  })
}

test('a lifetime written as a power of two is a number of packets', () => {
  assert.equal(parseCryptoAttribute(`1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^20|1:4`)?.lifetimePackets, 1_048_576)
})

for (const [reason, value] of [
  ['unknown suite', `1 AES_256_CM_HMAC_SHA1_80 inline:${KEY}`],
  ['short key', '1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19z'],
  ['no inline key', '1 AES_CM_128_HMAC_SHA1_80 uri:https://example.com'],
  ['two keys', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^20|1:4;inline:${KEY}|2^20|2:4`],
  ['tag no number', `x AES_CM_128_HMAC_SHA1_80 inline:${KEY}`],
  ['lifetime beyond 2^48', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^49`],
  ['MKI of no length', `1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|1:0`],
  ['nothing', ''],
] as const) {
  test(`left out: ${reason}`, () => {
    assert.equal(parseCryptoAttribute(value), undefined)
  })
}
