import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_COUNTED } from '@klinke/rtp'
import { sumOf } from './statistics.ts'

test('the lines of an endpoint count together; quality is that of the first', () => {
  const audio = { ...NOTHING_COUNTED, packetsReceived: 10, bytesReceived: 1720, packetsLost: 1, jitterMs: 2, mos: 4.3, codec: 'PCMA' }
  const video = { ...NOTHING_COUNTED, packetsReceived: 5, bytesReceived: 5000, packetsSent: 7, bytesSent: 70, jitterMs: 20, codec: 'H264' }
  const sum = { packetsReceived: 15, bytesReceived: 6720, packetsSent: 7, bytesSent: 70, packetsLost: 1 }
  assert.deepEqual(sumOf([audio, video]), { ...audio, ...sum })
})
