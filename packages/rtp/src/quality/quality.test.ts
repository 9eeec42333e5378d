import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeRtpHeader } from '../packet/rtp-packet.ts'
import { compactNtp, ntpOf } from '../rtcp/ntp.ts'
import { meanOpinionScore, transmissionRating } from './e-model.ts'
import { EndpointMeter } from './endpoint-meter.ts'

for (const [codec, oneWayDelayMs, lossPercent, rating, score] of [
  ['PCMA', 0, 0, 93.2, 4.41],
  ['PCMA', 100, 0, 90.8, 4.36],
  ['PCMA', 177.3, 0, 88.94, 4.3],
  ['PCMA', 300, 0, 72.5, 3.71],
  ['PCMU', 50, 1, 88.36, 4.29],
  ['pcma', 50, 5, 76.22, 3.86],
  ['G729', 50, 0, 81, 4.05],
  ['G729', 50, 3, 69.55, 3.58],
  ['PCMA', 0, 100, 17.26, 1.18],
  ['PCMA', 1000, 50, -84.54, 1],
] as const) {
  test(`E-model: ${codec}, ${oneWayDelayMs} ms, ${lossPercent} % lost is R ${rating}, MOS ${score}`, () => {
    const r = transmissionRating({ codec, oneWayDelayMs, lossRatio: lossPercent / 100 })
    assert.ok(Math.abs(r - rating) < 0.06, `R ${r}`)
    assert.ok(Math.abs(meanOpinionScore(r) - score) < 0.02, `MOS ${meanOpinionScore(r)}`)
  })
}

// ITU-T G.107 annex B, table B.1: R and MOS of the classes of satisfaction.
for (const [rating, score] of [
  [90, 4.34],
  [80, 4.03],
  [70, 3.6],
  [60, 3.1],
  [50, 2.58],
  [-5, 1],
  [100, 4.5],
] as const) {
  test(`R ${rating} is MOS ${score}`, () => {
    assert.ok(Math.abs(meanOpinionScore(rating) - score) < 0.01, String(meanOpinionScore(rating)))
  })
}

function packet(sequenceNumber: number, ssrc = 1): Uint8Array {
  const octets = new Uint8Array(172)
  writeRtpHeader(octets, { payloadType: 8, marker: false, sequenceNumber, timestamp: sequenceNumber * 160, ssrc })
  return octets
}

test('before the first packet there is no score and nothing to report', () => {
  const meter = new EndpointMeter(8000)
  assert.deepEqual([meter.statistics('PCMA').mos, meter.report(0)], [undefined, undefined])
})

test('a clean call scores 4.4, loss lowers it', () => {
  const clean = new EndpointMeter(8000)
  const lossy = new EndpointMeter(8000)
  for (let sequence = 0; sequence < 1000; sequence++) {
    clean.received(packet(sequence), 172, sequence * 20)
    if (sequence % 20 !== 7) lossy.received(packet(sequence), 172, sequence * 20)
    clean.sent(172)
  }
  const good = clean.statistics('PCMA')
  const bad = lossy.statistics('PCMA')
  assert.deepEqual(
    [good.packetsReceived, good.bytesReceived, good.packetsSent, good.bytesSent, good.packetsLost],
    [1000, 172_000, 1000, 172_000, 0],
  )
  assert.deepEqual([bad.packetsReceived, bad.packetsLost], [950, 50])
  assert.ok((good.mos ?? 0) > 4.3 && (bad.mos ?? 5) < 4 && (bad.mos ?? 0) > 3.5, `${good.mos} ${bad.mos}`)
})

test('a new source keeps the sums and is not loss', () => {
  const meter = new EndpointMeter(8000)
  for (const sequence of [1, 2, 4]) meter.received(packet(sequence), 172, sequence * 20)
  for (const sequence of [40_000, 40_001]) meter.received(packet(sequence, 2), 172, sequence * 20)
  const { packetsReceived, packetsLost } = meter.statistics('PCMA')
  assert.deepEqual([packetsReceived, packetsLost, meter.ssrc], [5, 1, 2])
})

test('the round trip comes from report blocks, and our report carries the peer’s sender report', () => {
  const meter = new EndpointMeter(8000)
  meter.received(packet(1), 172, 0)
  const { ntpSeconds, ntpFraction } = ntpOf(1_000_000)
  const compact = compactNtp(ntpSeconds, ntpFraction)
  const block = { ssrc: 9, fractionLost: 0, cumulativeLost: 0, highestSequence: 0, jitter: 0 }
  meter.rtcpReceived(
    [
      {
        kind: 'sender-report',
        ssrc: 1,
        ntpSeconds,
        ntpFraction,
        rtpTimestamp: 0,
        packetCount: 1,
        octetCount: 1,
        reports: [{ ...block, lastSenderReport: compact, delaySinceLastSenderReport: 32_768 }],
      },
    ],
    1_000_580,
  )
  assert.ok(Math.abs((meter.statistics('PCMA').roundTripMs ?? 0) - 80) < 0.1)
  const report = meter.report(1_001_580)
  assert.deepEqual([report?.lastSenderReport, report?.delaySinceLastSenderReport], [compact, 65_536])
})
