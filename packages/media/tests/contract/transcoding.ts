import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AudioCodec, G722, KeyPressDecoder, levelAt, PCMA, payloadTypeOf, rtpHeaderLength, ssrcOf, timestampOf } from '@klinke/rtp'
import { levelOfSignal } from '@klinke/testbed'
import { loadOpus } from '../../src/codecs/opus-codec.ts'
import { pause, type RtpPeer, TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { type MakeEngine, TwoParties } from '../support/two-parties.ts'

const FRAMES = 40
const FRAME_MS = 20
const ALAW = [[8, 'PCMA/8000'] as const, [101, 'telephone-event/8000'] as const]
const WIDEBAND = [[9, 'G722/8000'] as const, [101, 'telephone-event/8000'] as const]
const OPUS = [[96, 'opus/48000/2'] as const, [97, 'telephone-event/48000'] as const]

/** Parties that share no codec understand each other all the same. */
export function transcodingContract(name: string, makeEngine: MakeEngine): void {
  for (const [what, formats, open] of [
    ['G.722', WIDEBAND, () => Promise.resolve(G722)],
    ['Opus', OPUS, loadOpus],
  ] as const) {
    test(`${name}: a party that speaks ${what} and one that speaks A-law hear each other`, async () => {
      await using parties = await TwoParties.apart(makeEngine)
      const { session, a, b, alice, bob } = parties
      alice.follow(await session.answer(a, alice.describe({ formats })))
      bob.follow(await session.answer(b, bob.describe({ formats: ALAW })))
      await session.connect(a, b)
      await session.statistics(a)
      const codec = await open()
      const payloadType = formats[0]?.[0] ?? 0
      await Promise.all([speak(alice, codec, payloadType, 700), bob.talk(1100, FRAMES)])
      assertTone(await heard(bob, PCMA, 8), 8000, 700)
      assertTone(await heard(alice, codec, payloadType), codec.sampleRateHz, 1100)
    })
  }

  test(`${name}: an offer without G.711 reaches a phone that has nothing else, and both hear each other`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice, bob } = parties
    const offer = await session.relayOffer(a, b, alice.describe({ formats: WIDEBAND }))
    assert.match(offer, /m=audio \d+ RTP\/AVP 9 101 8 0\r\n/)
    bob.follow(offer)
    const answer = await session.relayAnswer(b, a, bob.describe({ formats: ALAW }))
    assert.match(answer, /m=audio \d+ RTP\/AVP 9 101\r\n/)
    alice.follow(answer)
    await session.statistics(a)
    await Promise.all([speak(alice, G722, 9, 700), bob.talk(1100, FRAMES)])
    assertTone(await heard(bob, PCMA, 8), 8000, 700)
    assertTone(await heard(alice, G722, 9), 16_000, 1100)
  })

  test(`${name}: keys pass a transcoded call as events, in the clock and under the stream of the hearer`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice, bob } = parties
    alice.follow(await session.answer(a, alice.describe({ formats: OPUS })))
    bob.follow(await session.answer(b, bob.describe({ formats: ALAW })))
    await session.connect(a, b)
    await session.statistics(a)
    await bob.talk(1100, 10)
    bob.press('6')
    await alice.hears(8)
    await pause(100)
    const events = alice.received.filter(({ bytes }) => payloadTypeOf(bytes) === 97)
    const decoder = new KeyPressDecoder(48_000)
    const presses = events.flatMap(({ bytes }) => decoder.event(bytes.subarray(rtpHeaderLength(bytes)), timestampOf(bytes)) ?? [])
    assert.deepEqual(presses, [{ digit: '6', durationMs: 100 }])
    assert.equal(new Set(alice.received.map(({ bytes }) => ssrcOf(bytes))).size, 1)
  })

  test(`${name}: an offer made like another party's begins with its codec`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice } = parties
    alice.follow(await session.answer(a, alice.describe({ formats: [[0, 'PCMU/8000']] })))
    assert.match(await session.offer(b, { like: a }), /m=audio \d+ RTP\/AVP 0 9 8 /)
  })

  test(`${name}: loss is concealed for the other party`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice, bob } = parties
    alice.follow(await session.answer(a, alice.describe({ formats: WIDEBAND })))
    bob.follow(await session.answer(b, bob.describe({ formats: ALAW })))
    await session.connect(a, b)
    await session.statistics(a)
    await speak(alice, G722, 9, 700, (frame) => frame % 10 === 9)
    const samples = await heard(bob, PCMA, 8)
    const gaps = framesOf(samples.subarray(samples.length >> 2)).filter(
      (frame) => levelOfSignal(Float32Array.from(frame, (at) => at / 32_768)) < -30,
    )
    assert.equal(gaps.length, 0)
  })
}

/** Sends a tone in that codec, a frame each 20 ms as telephones do, also on a busy machine; frames for which `lost` says so are missing. */
async function speak(
  peer: RtpPeer,
  codec: AudioCodec,
  payloadType: number,
  frequencyHz: number,
  lost = (_: number) => false,
): Promise<void> {
  const encoder = codec.createEncoder()
  // Opus makes its coder in a moment.
  await pause(0)
  const length = codec.sampleRateHz / 50
  const payload = new Uint8Array(codec.mostOctets)
  const startMs = performance.now()
  for (let frame = 0; frame < FRAMES; frame++) {
    const samples = Int16Array.from({ length }, (_, at) =>
      Math.round(8000 * Math.sin((2 * Math.PI * frequencyHz * (frame * length + at)) / codec.sampleRateHz)),
    )
    const octets = encoder.encode(samples, payload)
    if (lost(frame)) peer.lose(1)
    else peer.send({ payloadType, payload: payload.slice(0, octets), ticks: codec.clockRateHz / 50 })
    await pause(Math.max(0, startMs + (frame + 1) * FRAME_MS - performance.now()))
  }
  encoder.close()
}

/** The sound of all packets of that payload type. */
async function heard(peer: RtpPeer, codec: AudioCodec, payloadType: number): Promise<Int16Array> {
  const decoder = codec.createDecoder()
  // Opus makes its coder in a moment.
  await pause(0)
  const packets = peer.received.filter(({ bytes }) => payloadTypeOf(bytes) === payloadType)
  const samples = new Int16Array(packets.length * 2000)
  let count = 0
  for (const { bytes } of packets) count += decoder.decode(bytes.subarray(rtpHeaderLength(bytes)), samples.subarray(count))
  decoder.close()
  return samples.subarray(0, count)
}

function assertTone(samples: Int16Array, sampleRateHz: number, frequencyHz: number): void {
  const level = levelAt(samples.subarray(samples.length >> 1), sampleRateHz, frequencyHz)
  assert.ok(Math.abs(level - TONE_LEVEL_DBM0) < 3, `${frequencyHz} Hz at ${level.toFixed(1)} dBm0 of ${samples.length} samples`)
}

function framesOf(samples: Int16Array): Int16Array[] {
  return Array.from({ length: Math.floor(samples.length / 160) }, (_, index) => samples.subarray(160 * index, 160 * (index + 1)))
}
