import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { createCipheriv, createHmac } from 'node:crypto'
import { test } from 'node:test'
import { setSequenceNumber, setSsrc, writeRtpHeader } from '../packet/rtp-packet.ts'
import type { CryptoSuite } from '../sdp/crypto-attribute.ts'
import { Authenticator } from './authenticator.ts'
import { CounterMode } from './counter-mode.ts'
import { deriveSessionKeys } from './key-derivation.ts'
import { REPLAY_WINDOW_PACKETS } from './replay-window.ts'
import { SrtpReceiver } from './srtp-receiver.ts'
import { SrtpSender } from './srtp-sender.ts'
import { MAX_SOURCES } from './suite.ts'

const hex = (...text: string[]): Buffer => Buffer.from(text.join('').replaceAll(' ', ''), 'hex')

// RFC 3711 B.3, the master key that libsrtp's own vectors use as well.
const MASTER_KEY = hex('E1F97A0D3E018BE0D64FA32C06DE4139')
const MASTER_SALT = hex('0EC675AD498AFEEBB6960B3AABE6')
const KEY_AND_SALT = Buffer.concat([MASTER_KEY, MASTER_SALT])
const SUITES: readonly CryptoSuite[] = ['AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32']

test('RFC 3711 B.2: the key stream of AES counter mode, also beyond one call’s blocks', () => {
  const cipher = new CounterMode(hex('2B7E151628AED2A6ABF7158809CF4F3C'), hex('F0F1F2F3F4F5F6F7F8F9FAFBFCFD'))
  const stream = Buffer.alloc(16 * 0xff02)
  cipher.apply(stream, 0, stream.length, 0, 0)
  const block = (counter: number): string => stream.toString('hex', counter * 16, counter * 16 + 16).toUpperCase()
  assert.deepEqual([0, 1, 2, 0xfeff, 0xff00, 0xff01].map(block), [
    'E03EAD0935C95E80E166B16DD92B4EB4',
    'D23513162B02D0F72A43A2FE4A5F97AB',
    '41E95B3BB0A2E8DD477901E4FCA894C0',
    'EC8CDF7398607CB0F2D21675EA9EA1E4',
    '362B7C3C6773516318A077D7FC5073AE',
    '6A2CC3787889374FBEB4C81B17BA6C44',
  ])
})

test('RFC 3711 B.3: session keys from master key and salt', () => {
  const keys = deriveSessionKeys(MASTER_KEY, MASTER_SALT, 'rtp')
  assert.deepEqual(
    [keys.cipherKey, keys.salt, keys.authenticationKey].map((key) => key.toString('hex').toUpperCase()),
    ['C61E7A93744F39EE10734AFE3FF7A087', '30CBBC08863D8C85D49DB34A9AE1', 'CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4'],
  )
})

test('the key stream of any source and index is that of aes-128-ctr', () => {
  const [key, salt] = [hex('2B7E151628AED2A6ABF7158809CF4F3C'), hex('F0F1F2F3F4F5F6F7F8F9FAFBFCFD')]
  const [ssrc, index] = [0xdeadbeef, 0x9abc_1234_5678]
  const counter = Buffer.concat([salt, Buffer.alloc(2)])
  for (let i = 0; i < 4; i++) counter[4 + i] = (counter[4 + i] ?? 0) ^ ((ssrc >>> (24 - 8 * i)) & 0xff)
  for (let i = 0; i < 6; i++) counter[8 + i] = (counter[8 + i] ?? 0) ^ (Math.floor(index / 256 ** (5 - i)) % 256)
  const stream = Buffer.alloc(333)
  new CounterMode(key, salt).apply(stream, 0, stream.length, ssrc, index)
  assert.deepEqual(stream, createCipheriv('aes-128-ctr', key, counter).update(Buffer.alloc(333)))
})

test('the tag is HMAC-SHA1 over packet and rollover counter', () => {
  const key = hex('CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4')
  const packet = Buffer.alloc(110, 7)
  new Authenticator(key, 10).write(packet, 100, 0xfffffffe)
  const expected = createHmac('sha1', key).update(packet.subarray(0, 100)).update(hex('fffffffe')).digest()
  assert.deepEqual(packet.subarray(100), expected.subarray(0, 10))
})

// Test vectors of libsrtp, test/srtp_driver.c.
const PLAIN_RTP = hex('800f1234 decafbad cafebabe', 'ab'.repeat(16))
const SECURE_RTP = hex('800f1234 decafbad cafebabe 4e55dc4c e79978d8 8ca4d215 949d2402 b78d6acc 99ea179b 8dbb')
const PLAIN_RTCP = hex('81c8000b cafebabe', 'ab'.repeat(16))
const SECURE_RTCP = hex('81c8000b cafebabe 7128035b e487b9bd bef89041 f977a5a8 80000001 993e08cd 54d6c123 0798')

test('libsrtp’s RTP packet comes out, and back', () => {
  const packet = Buffer.alloc(64)
  PLAIN_RTP.copy(packet)
  const length = new SrtpSender('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT).protectRtp(packet, PLAIN_RTP.length)
  assert.deepEqual(packet.subarray(0, length), SECURE_RTP)
  const plain = new SrtpReceiver('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT).unprotectRtp(packet, length)
  assert.deepEqual(packet.subarray(0, plain), PLAIN_RTP)
})

test('libsrtp’s RTCP packet comes out second (it counts from 1), and back', () => {
  const sender = new SrtpSender('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT)
  sender.protectRtcp(Buffer.alloc(64), PLAIN_RTCP.length)
  const packet = Buffer.alloc(64)
  PLAIN_RTCP.copy(packet)
  const length = sender.protectRtcp(packet, PLAIN_RTCP.length)
  assert.deepEqual(packet.subarray(0, length), SECURE_RTCP)
  const plain = new SrtpReceiver('AES_CM_128_HMAC_SHA1_80', KEY_AND_SALT).unprotectRtcp(packet, length)
  assert.deepEqual(packet.subarray(0, plain), PLAIN_RTCP)
})

/** One peer's two ends of a direction. */
function direction(suite: CryptoSuite = 'AES_CM_128_HMAC_SHA1_80') {
  const sender = new SrtpSender(suite, KEY_AND_SALT)
  const receiver = new SrtpReceiver(suite, KEY_AND_SALT)
  const secured = (sequenceNumber: number, ssrc = 1): Buffer => {
    const packet = Buffer.alloc(186, sequenceNumber & 0xff)
    writeRtpHeader(packet, { payloadType: 8, marker: false, sequenceNumber, timestamp: 160, ssrc })
    return packet.subarray(0, sender.protectRtp(packet, 172))
  }
  const taken = (packet: Buffer): boolean => receiver.unprotectRtp(packet, packet.length) === 172 && packet[100] === (packet[3] ?? 0)
  return { sender, receiver, secured, taken }
}

for (const [index, suite] of SUITES.entries()) {
  test(`${suite}: lengths, and a payload that comes back`, () => {
    const { secured, taken } = direction(suite)
    const packet = secured(7)
    assert.equal(packet.length, index === 0 ? 182 : 176)
    assert.notEqual(packet[100], 7)
    assert.equal(taken(packet), true)
  })
}

test('the rollover counter follows two wraps of the sequence number, out of order around them', () => {
  const { secured, taken } = direction()
  for (let sequence = 65_000; sequence < 65_000 + 140_000; sequence += 5) {
    const [earlier, later] = [secured((sequence + 1) & 0xffff), secured((sequence + 4) & 0xffff)]
    assert.equal(taken(later) && taken(earlier), true, `at ${sequence}`)
  }
})

test('a packet is taken once; one older than the window not at all', () => {
  const { secured, taken } = direction()
  const packets = Array.from({ length: REPLAY_WINDOW_PACKETS + 10 }, (_, index) => secured(1000 + index))
  const [oldest, ...rest] = packets
  assert.ok(oldest)
  const late = rest[5]
  assert.ok(late)
  const again = Buffer.from(rest[20] ?? '')
  assert.deepEqual(
    rest.filter((packet) => packet !== late).map(taken),
    rest.slice(1).map(() => true),
  )
  assert.deepEqual([taken(again), taken(late), taken(oldest)], [false, false, false])
  assert.equal(taken(secured(1000 + REPLAY_WINDOW_PACKETS + 10)), true)
})

test('a late packet inside the window is taken', () => {
  const { secured, taken } = direction()
  const late = secured(10)
  for (let sequence = 11; sequence < 60; sequence++) taken(secured(sequence))
  assert.deepEqual([taken(late), taken(late)], [true, false])
})

for (const at of [0, 1, 3, 6, 11, 50, 171, 172, 181]) {
  test(`a packet changed in octet ${at} is refused and left as it came`, () => {
    const { secured, receiver } = direction()
    const packet = secured(10)
    packet[at] = (packet[at] ?? 0) ^ 1
    const before = Buffer.from(packet)
    assert.equal(receiver.unprotectRtp(packet, packet.length), -1)
    assert.deepEqual(packet, before)
  })
}

test('another key is refused', () => {
  const { secured } = direction()
  const packet = secured(1)
  assert.equal(new SrtpReceiver('AES_CM_128_HMAC_SHA1_80', Buffer.alloc(30, 1)).unprotectRtp(packet, packet.length), -1)
})

test('forged sources fill no table; true ones beyond the limit push out the longest silent', () => {
  const { secured, taken } = direction()
  const replay = secured(1, 99)
  const copy = Buffer.from(replay)
  taken(replay)
  for (let ssrc = 1000; ssrc < 2000; ssrc++) {
    const forged = Buffer.from(copy)
    setSsrc(forged, ssrc)
    taken(forged)
  }
  assert.equal(taken(Buffer.from(copy)), false)
  for (let ssrc = 0; ssrc < MAX_SOURCES; ssrc++) taken(secured(1, ssrc))
  assert.equal(taken(Buffer.from(copy)), true)
})

test('an RTCP packet is taken once and a changed one never', () => {
  const { sender, receiver } = direction()
  const packet = Buffer.alloc(64)
  PLAIN_RTCP.copy(packet)
  const secured = Buffer.from(packet.subarray(0, sender.protectRtcp(packet, PLAIN_RTCP.length)))
  const changed = Buffer.from(secured)
  changed[12] = (changed[12] ?? 0) ^ 1
  assert.equal(receiver.unprotectRtcp(changed, changed.length), -1)
  assert.equal(receiver.unprotectRtcp(Buffer.from(secured), secured.length), PLAIN_RTCP.length)
  assert.equal(receiver.unprotectRtcp(secured, secured.length), -1)
})

test('what is too short, too long or has no room for the tag is refused', () => {
  const { sender, receiver } = direction()
  const short = Buffer.alloc(172)
  writeRtpHeader(short, { payloadType: 8, marker: false, sequenceNumber: 1, timestamp: 0, ssrc: 1 })
  assert.equal(sender.protectRtp(short, 172), -1)
  assert.equal(sender.protectRtp(Buffer.concat([short, Buffer.alloc(6000)]), 6000), -1)
  setSequenceNumber(short, 2)
  for (const length of [0, 5, 11, 21]) {
    assert.equal(receiver.unprotectRtp(short.subarray(0, length), length), -1)
    assert.equal(receiver.unprotectRtcp(short.subarray(0, length), length), -1)
  }
})

test('a source that keeps sending among many others is not pushed out', () => {
  const { secured, taken } = direction()
  const first = Buffer.from(secured(1, 1000))
  taken(Buffer.from(first))
  for (let ssrc = 0; ssrc < 2 * MAX_SOURCES; ssrc++) {
    taken(secured(1, ssrc))
    if (ssrc % 2 === 0) taken(secured(2 + ssrc / 2, 1000))
  }
  assert.equal(taken(first), false)
})
