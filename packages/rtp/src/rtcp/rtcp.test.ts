import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { buildRtcp } from './build-rtcp.ts'
import { compactDuration, compactNtp, ntpOf, roundTripMs } from './ntp.ts'
import { parseRtcp } from './parse-rtcp.ts'
import type { ReportBlock } from './rtcp-packet.ts'

const REPORT: ReportBlock = {
  ssrc: 0xdeadbeef,
  fractionLost: 26,
  cumulativeLost: -3,
  highestSequence: 0x0001_fffe,
  jitter: 42,
  lastSenderReport: 0x8765_4321,
  delaySinceLastSenderReport: 65_536,
}

const COMPOUND = [
  {
    kind: 'sender-report',
    ssrc: 1,
    ntpSeconds: 0xe8d0_0000,
    ntpFraction: 0x8000_0000,
    rtpTimestamp: 0xffff_fff0,
    packetCount: 500,
    octetCount: 80_000,
    reports: [REPORT, { ...REPORT, cumulativeLost: 8_388_607 }],
  },
  {
    kind: 'source-description',
    sources: [
      { ssrc: 1, canonicalName: 'klinke' },
      { ssrc: 2, canonicalName: 'a' },
    ],
  },
  { kind: 'receiver-report', ssrc: 3, reports: [] },
  { kind: 'goodbye', ssrcs: [1, 2], reason: 'hung up' },
  { kind: 'goodbye', ssrcs: [3], reason: undefined },
] as const

test('a compound packet reads as it was built', () => {
  assert.deepEqual(parseRtcp(buildRtcp(COMPOUND)), COMPOUND)
})

test('octets of a receiver report lie where RFC 3550 §6.4.2 draws them', () => {
  assert.equal(
    buildRtcp([{ kind: 'receiver-report', ssrc: 0x01020304, reports: [REPORT] }]).toString('hex'),
    '81c9000701020304deadbeef1afffffd0001fffe0000002a8765432100010000',
  )
})

test('names of every length keep the packet on words', () => {
  for (let length = 0; length < 12; length++) {
    const description = { kind: 'source-description', sources: [{ ssrc: 9, canonicalName: 'x'.repeat(length) }] } as const
    const built = buildRtcp([description, { kind: 'goodbye', ssrcs: [9], reason: 'y'.repeat(length) || undefined }])
    assert.equal(built.length % 4, 0)
    assert.deepEqual(parseRtcp(built)?.[0], description)
  }
})

test('a packet type that is not read is passed over', () => {
  const feedback = Buffer.from('81cd000200000001000000020000ffff'.slice(0, 24), 'hex')
  assert.deepEqual(parseRtcp(feedback), [{ kind: 'other', packetType: 205 }])
})

for (const [what, octets] of [
  ['nothing', ''],
  ['half a header', '80c9'],
  ['version 1', '40c9000100000001'],
  ['a length beyond the end', '80c9000200000001'],
  ['more report blocks than octets', '82c9000100000001'],
  ['a sender report without sender information', '80c8000100000001'],
  ['a name beyond the end', '81ca000200000001010f6162'],
  ['a reason beyond the end', '81cb0002000000010f616263'],
  ['a good packet and a stray octet', '80c900010000000100'],
] as const) {
  test(`damaged: ${what}`, () => {
    assert.equal(parseRtcp(Buffer.from(octets, 'hex')), undefined)
  })
}

test('NTP time of 1970-01-01T00:00:00.5Z', () => {
  assert.deepEqual(ntpOf(500), { ntpSeconds: 2_208_988_800, ntpFraction: 0x8000_0000 })
  assert.equal(compactNtp(0x1234_5678, 0x9abc_def0), 0x5678_9abc)
  assert.equal(compactDuration(1500), 98_304)
})

// RFC 3550 figure 2: 0xb710:8000 − 5.250 s − 0xb705:2000 = 6.125 s
test('the round trip is what the figure in RFC 3550 §6.4.1 works out', () => {
  const nowEpochMs = (0xb44db710 - 2_208_988_800) * 1000 + 500
  assert.equal(roundTripMs(nowEpochMs, { lastSenderReport: 0xb705_2000, delaySinceLastSenderReport: 0x0005_4000 }), 6125)
})

test('no round trip without a sender report, or from times that cannot be', () => {
  assert.equal(roundTripMs(0, { lastSenderReport: 0, delaySinceLastSenderReport: 0 }), undefined)
  const { ntpSeconds, ntpFraction } = ntpOf(10_000)
  assert.equal(roundTripMs(9000, { lastSenderReport: compactNtp(ntpSeconds, ntpFraction), delaySinceLastSenderReport: 0 }), undefined)
})
