import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockCeiling } from '@klinke/numbering'
import { CODEC_BANDWIDTHS, plannedKbps } from './bandwidth.ts'
import type { TrunkProductName } from './customer-trunk.ts'
import { isChannelSize, MAX_CHANNELS, TRUNK_PRODUCT_NAMES, TRUNK_PRODUCTS } from './products.ts'

const PRODUCTS: readonly (readonly [TrunkProductName, object])[] = [
  ['extended', { access: ['registration'], blocks: 'one', singles: 'none', logins: 'one-per-block', signalling: ['sip-ddi'], fax: true }],
  [
    'extended-connect',
    { access: ['registration', 'fixed-ip'], blocks: 'many', singles: 'many', singlesNeedBlock: true, temporaryNumbersStay: true },
  ],
  [
    'extended-link',
    { access: ['fixed-ip'], blocks: 'many', singles: 'many', singlesNeedBlock: true, fax: false, codecs: ['PCMA', 'PCMU'] },
  ],
  ['basic', { access: ['registration'], blocks: 'none', singles: 'one', logins: 'one', fax: true }],
]
for (const [name, facts] of PRODUCTS) {
  test(`TRK-01: what ${name} is`, () => assert.partialDeepStrictEqual(TRUNK_PRODUCTS[name], facts))
}

test('TRK-01: the Microsoft profile is that of link, SIP-DDI that of extended, SIPconnect that of connect', () => {
  const first = Object.fromEntries(TRUNK_PRODUCT_NAMES.map((name) => [name, TRUNK_PRODUCTS[name].signalling[0]]))
  assert.deepEqual(first, { extended: 'sip-ddi', 'extended-connect': 'sipconnect', 'extended-link': 'microsoft', basic: 'sip-ddi' })
})

for (const product of TRUNK_PRODUCT_NAMES) {
  const office = product === 'extended-connect' || product === 'extended-link'
  for (const channels of [4, 6, 8]) {
    test(`TRK-02: ${product} is ${office ? '' : 'not '}sold with ${channels} channels`, () =>
      assert.equal(isChannelSize(product, channels), office))
  }
  test(`TRK-02: ${product} is sold with 10, 20 … 300 and more channels, and no other number of them`, () => {
    for (let channels = 10; channels <= MAX_CHANNELS; channels += 10) assert.equal(isChannelSize(product, channels), true)
    assert.equal(isChannelSize(product, 1), product === 'basic', 'an account has one channel')
    for (const wrong of [0, 2, 3, 5, 7, 9, 11, 15, 301, -10, 4.5, Number.NaN, MAX_CHANNELS + 10])
      assert.equal(isChannelSize(product, wrong), false, String(wrong))
  })
}

test('TRK-03: each size that is sold has a ceiling of numbers', () => {
  for (const channels of [4, 6, 8, 10, 300, 310, MAX_CHANNELS]) assert.ok((blockCeiling(channels)?.maxNumbers ?? 0) >= 100)
})

const BANDWIDTHS = [
  ['PCMA', 20, 80.8, 106],
  ['PCMU', 20, 80.8, 106],
  ['G729', 20, 24.8, 47.2],
  ['G729', 30, 19.2, 28.3],
] as const
for (const [codec, packetMs, ipKbps, atmKbps] of BANDWIDTHS) {
  test(`TRK-13: ${codec} in packets of ${packetMs} ms takes ${ipKbps} kbit/s`, () => {
    const found = CODEC_BANDWIDTHS.find((row) => row.codec === codec && row.packetMs === packetMs)
    assert.deepEqual(found, { codec, packetMs, ipKbps, atmKbps })
  })
}

test('TRK-13: the values go by the octets: payload and 42 octets of headers in each packet', () => {
  const bits = { PCMA: 64_000, PCMU: 64_000, G729: 8_000 }
  for (const { codec, packetMs, ipKbps } of CODEC_BANDWIDTHS) {
    const octets = (bits[codec] * packetMs) / 8_000 + 42
    assert.ok(Math.abs((octets * 8) / packetMs - ipKbps) < 0.05, `${codec} ${packetMs}`)
  }
})

test('TRK-13: ten channels are planned with one megabit per second', () => assert.equal(plannedKbps(10), 1_000))
