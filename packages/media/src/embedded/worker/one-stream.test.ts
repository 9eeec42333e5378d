import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markerOf, sequenceNumberOf, ssrcOf, timestampOf, writeRtpHeader } from '@klinke/rtp'
import { OneStream } from './one-stream.ts'

function packet(ssrc: number, sequenceNumber: number, timestamp: number): Uint8Array {
  const bytes = new Uint8Array(172)
  writeRtpHeader(bytes, { payloadType: 8, marker: false, sequenceNumber, timestamp, ssrc })
  return bytes
}

/** Sends packets 20 ms apart; gives what the peer sees of each: SSRC, sequence number, timestamp, marker. */
function sent(...packets: readonly (readonly [ssrc: number, sequenceNumber: number, timestamp: number])[]) {
  const stream = new OneStream()
  stream.clockRateHz = 8000
  return packets.map((fields, index) => {
    const bytes = packet(...fields)
    stream.pass(bytes, 1000 + index * 20)
    return [ssrcOf(bytes), sequenceNumberOf(bytes), timestampOf(bytes), markerOf(bytes)]
  })
}

test('one source passes untouched', () => {
  assert.deepEqual(sent([7, 10, 160], [7, 11, 320]), [
    [7, 10, 160, false],
    [7, 11, 320, false],
  ])
})

test('another source goes on where the first one stopped, with the marker at its beginning', () => {
  assert.deepEqual(sent([7, 10, 160], [9, 5000, 99_000], [9, 5001, 99_160]), [
    [7, 10, 160, false],
    [7, 11, 320, true],
    [7, 12, 480, false],
  ])
})

test('the first source may come back', () => {
  assert.deepEqual(sent([7, 10, 160], [9, 5000, 99_000], [7, 60, 8160], [7, 61, 8320]).slice(2), [
    [7, 12, 480, true],
    [7, 13, 640, false],
  ])
})

test('numbers go round, and a packet that comes late keeps its place', () => {
  assert.deepEqual(sent([7, 65_535, 0xffff_ffff], [9, 100, 0], [9, 102, 320], [9, 101, 160], [7, 5, 5]), [
    [7, 65_535, 0xffff_ffff, false],
    [7, 0, 159, true],
    [7, 2, 479, false],
    [7, 1, 319, false],
    [7, 3, 799, true],
  ])
})

test('the time that nothing was sent is in the timestamps', () => {
  const stream = new OneStream()
  stream.clockRateHz = 48_000
  stream.pass(packet(7, 1, 0), 1000)
  const next = packet(9, 1, 0)
  stream.pass(next, 3000)
  assert.equal(timestampOf(next), 96_000)
})

test('sources that belong together on one line stay apart', () => {
  const stream = new OneStream()
  stream.pass(packet(7, 1, 0), 1000)
  const other = packet(9, 77, 0)
  stream.pass(other, 1020)
  assert.deepEqual([ssrcOf(other), sequenceNumberOf(other)], [9, 77])
})
