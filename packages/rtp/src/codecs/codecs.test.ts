import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelAt } from '../tones/goertzel.ts'
import { levelOfSamples } from '../tones/level.ts'
import { continuous } from '../tones/tone.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { audioCodecFor } from './audio-codec.ts'
import { PCMA, PCMU } from './g711-codec.ts'
import { G722 } from './g722-codec.ts'
import { opusDuration } from './opus-packet.ts'
import { opusParameters } from './opus-parameters.ts'

const KNOWN = [PCMA, PCMU, G722]

for (const codec of KNOWN) {
  for (const [frequencyHz, levelDbm0] of [
    [300, -10],
    [1000, -10],
    [3000, -10],
    [1000, -30],
    [1000, 0],
  ] as const) {
    test(`${codec.name} carries a tone of ${frequencyHz} Hz at ${levelDbm0} dBm0, with 30 dB of signal over noise`, () => {
      const frame = new Int16Array((codec.frameMs * codec.sampleRateHz) / 1000)
      const heard = new Int16Array(40 * frame.length)
      const payload = new Uint8Array(codec.mostOctets)
      const [encoder, decoder] = [codec.createEncoder(), codec.createDecoder()]
      const tone = new ToneGenerator(continuous(frequencyHz), levelDbm0, codec.sampleRateHz)
      for (let at = 0; at < heard.length; at += frame.length) {
        tone.fill(frame)
        const octets = encoder.encode(frame, payload)
        assert.equal(codec.durationOf(payload.subarray(0, octets)), (codec.frameMs * codec.clockRateHz) / 1000)
        assert.equal(decoder.decode(payload.subarray(0, octets), heard.subarray(at)), frame.length)
      }
      const settled = heard.subarray(4 * frame.length)
      const level = levelAt(settled, codec.sampleRateHz, frequencyHz)
      assert.ok(Math.abs(level - levelDbm0) < 0.3, `${level} dBm0`)
      const noise = 10 * Math.log10(Math.max(1e-12, 10 ** (levelOfSamples(settled) / 10) - 10 ** (level / 10)))
      assert.ok(level - noise > 30, `${level - noise} dB`)
    })
  }
}

test('a negotiated format finds its codec by name in any case, clock and channels', () => {
  const format = { payloadType: 9, name: 'g722', clockRateHz: 8000, channels: 1, parameters: undefined }
  assert.equal(audioCodecFor(format, KNOWN), G722)
  assert.equal(audioCodecFor({ ...format, clockRateHz: 16_000 }, KNOWN), undefined)
  assert.equal(audioCodecFor({ ...format, channels: 2 }, KNOWN), undefined)
  assert.equal(audioCodecFor({ ...format, name: 'G729' }, KNOWN), undefined)
})

// RFC 6716 table 2 and §3.2: configuration, stereo bit 0, code.
const OPUS_PACKETS: readonly (readonly [what: string, octets: readonly number[], milliseconds: number])[] = [
  ['SILK narrowband 10 ms', [0 << 3], 10],
  ['SILK wideband 20 ms, as a telephone sends', [9 << 3], 20],
  ['SILK wideband 60 ms', [11 << 3], 60],
  ['hybrid 20 ms', [15 << 3], 20],
  ['CELT 2.5 ms', [16 << 3], 2.5],
  ['CELT fullband 20 ms, stereo', [(31 << 3) | 4], 20],
  ['two frames of 20 ms', [(31 << 3) | 1], 40],
  ['two frames of different lengths', [(31 << 3) | 2], 40],
  ['three frames of 20 ms, counted', [(31 << 3) | 3, 3], 60],
  ['more than 120 ms', [(31 << 3) | 3, 7], 0],
  ['no frames', [(31 << 3) | 3, 0], 0],
  ['the count missing', [(31 << 3) | 3], 0],
  ['nothing', [], 0],
]
for (const [what, octets, milliseconds] of OPUS_PACKETS) {
  test(`an Opus packet of ${what} lasts ${milliseconds} ms`, () => assert.equal(opusDuration(Uint8Array.from(octets)), 48 * milliseconds))
}

test('what a party wants of Opus is read from its fmtp line, and what it does not say or says wrongly has the default', () => {
  const nothing = { maxAverageBitrate: undefined, maxPlaybackRateHz: 48_000, inbandFec: false, dtx: false, constantBitrate: false }
  assert.deepEqual(opusParameters(undefined), nothing)
  assert.deepEqual(opusParameters('maxaveragebitrate=-1;useinbandfec=yes;;=;maxplaybackrate='), nothing)
  assert.deepEqual(opusParameters('maxplaybackrate=16000; MaxAverageBitrate=20000;useinbandfec=1; usedtx=1;cbr=1'), {
    maxAverageBitrate: 20_000,
    maxPlaybackRateHz: 16_000,
    inbandFec: true,
    dtx: true,
    constantBitrate: true,
  })
  assert.equal(opusParameters('maxaveragebitrate=1').maxAverageBitrate, 6000)
})
