import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Codec, NegotiatedStream } from '@klinke/rtp'
import { keyPressPackets } from '@klinke/rtp'
import { KeyPresses } from './key-presses.ts'

const voice: Codec = { payloadType: 8, name: 'PCMA', clockRateHz: 8000, channels: 1, parameters: undefined }
const events = (payloadType: number): Codec => ({
  payloadType,
  name: 'telephone-event',
  clockRateHz: 8000,
  channels: 1,
  parameters: '0-16',
})

const STREAM: NegotiatedStream = {
  line: 0,
  kind: 'audio',
  transport: 'rtp',
  remote: undefined,
  direction: 'sendrecv',
  rtcpMux: false,
  receiveCodecs: [voice, events(101)],
  sendCodecs: [voice, events(96)],
  srtp: undefined,
  webRtc: undefined,
  packetTimeMs: 20,
}

/** Presses a key; gives the digits told. */
function press(presses: KeyPresses, digit: string, payloadType: number, timestamp: number, nowMs: number): string[] {
  const told: string[] = []
  for (const { payload } of keyPressPackets(digit, 60)) {
    const found = presses.look(payloadType, timestamp, payload, 0, payload.length, nowMs)
    if (found) told.push(found.digit)
  }
  return told
}

test('a key press is told once, under our number for events or the number of the peer', () => {
  const presses = new KeyPresses(STREAM)
  assert.deepEqual(press(presses, '1', 101, 1000, 0), ['1'])
  assert.deepEqual(press(presses, '2', 96, 2000, 100), ['2'])
})

test('packets of another payload type are no key presses', () => {
  assert.deepEqual(press(new KeyPresses(STREAM), '1', 8, 1000, 0), [])
})

test('more presses than fingers can make are not told', () => {
  const presses = new KeyPresses(STREAM)
  let told = 0
  for (let count = 0; count < 100; count++) told += press(presses, '5', 101, 1000 * (count + 1), count).length
  assert.equal(told, 25)
})

test('what was pressed while the network stood still comes at once, and every key of it counts', () => {
  const presses = new KeyPresses(STREAM)
  const keys = [...'*203023125102#']
  const told = keys.flatMap((digit, index) => press(presses, digit, 101, 1920 * (index + 1), 5000))
  assert.deepEqual(told, keys)
})
