import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isRtcp,
  markerOf,
  payloadTypeOf,
  rtpHeaderLength,
  rtpPayloadLength,
  sequenceNumberOf,
  setPayloadType,
  ssrcOf,
  timestampOf,
  writeRtpHeader,
} from './rtp-packet.ts'
import { extendSequence, sequenceDistance, timestampDistance } from './sequence.ts'

const HEADER = { payloadType: 8, marker: true, sequenceNumber: 65_535, timestamp: 0xfedcba98, ssrc: 0xdeadbeef }

test('what is written is read', () => {
  const packet = new Uint8Array(172)
  writeRtpHeader(packet, HEADER)
  assert.equal(rtpHeaderLength(packet), 12)
  assert.deepEqual(
    {
      payloadType: payloadTypeOf(packet),
      marker: markerOf(packet),
      sequenceNumber: sequenceNumberOf(packet),
      timestamp: timestampOf(packet),
      ssrc: ssrcOf(packet),
    },
    HEADER,
  )
  setPayloadType(packet, 0)
  assert.deepEqual([payloadTypeOf(packet), markerOf(packet)], [0, true])
})

for (const [what, length, octets, expected] of [
  ['two CSRCs', 20, { 0: 0x82 }, 20],
  ['an extension of one word', 20, { 0: 0x90, 15: 1 }, 20],
  ['CSRCs beyond the end', 16, { 0: 0x82 }, -1],
  ['an extension beyond the end', 20, { 0: 0x90, 15: 2 }, -1],
  ['no room for the extension header', 14, { 0: 0x90 }, -1],
  ['version 1', 20, { 0: 0x40 }, -1],
  ['too few octets', 11, { 0: 0x80 }, -1],
] as const) {
  test(`header length with ${what}: ${expected}`, () => {
    assert.equal(rtpHeaderLength(Object.assign(new Uint8Array(length), octets)), expected)
  })
}

for (const [padding, expected] of [
  [4, 4],
  [8, 0],
  [9, -1],
  [0, -1],
] as const) {
  test(`8 octets after the header with ${padding} of padding leave ${expected}`, () => {
    assert.equal(rtpPayloadLength(Object.assign(new Uint8Array(20), { 0: 0xa0, 19: padding }), 12), expected)
  })
}

test('RTCP is told from RTP by its second octet', () => {
  const second = (octet: number): boolean => isRtcp(Uint8Array.of(0x80, octet))
  assert.deepEqual([second(200), second(223), second(8), second(0x80 | 8)], [true, true, false, false])
})

test('distances go the short way round', () => {
  assert.deepEqual([sequenceDistance(65_535, 0), sequenceDistance(0, 65_535), sequenceDistance(10, 14)], [1, -1, 4])
  assert.deepEqual([timestampDistance(0xffffff60, 0), timestampDistance(0, 0xffffff60)], [160, -160])
  assert.deepEqual([extendSequence(0x1ffff, 3), extendSequence(0x20003, 0xffff), extendSequence(0, 0xffff)], [0x20003, 0x1ffff, -1])
})
