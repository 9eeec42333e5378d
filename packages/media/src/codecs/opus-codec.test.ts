import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { type AudioDecoder, type AudioEncoder, continuous, levelAt, levelOfSamples, ToneGenerator } from '@klinke/rtp'
import { loadOpus } from './opus-codec.ts'

const FRAME = 320

/** Coders that are ready; closed when the test is over. */
async function coders(parameters?: string): Promise<{ encoder: AudioEncoder; decoder: AudioDecoder } & Disposable> {
  const opus = await loadOpus()
  const [encoder, decoder] = [opus.createEncoder(parameters), opus.createDecoder()]
  await setImmediate()
  const close = (): void => {
    encoder.close()
    decoder.close()
  }
  return { encoder, decoder, [Symbol.dispose]: close }
}

/** One second of a tone through both; payloads at `lost` are concealed. */
function carried(encoder: AudioEncoder, decoder: AudioDecoder, frequencyHz: number, lost: readonly number[] = []): Int16Array {
  const tone = new ToneGenerator(continuous(frequencyHz), -15, 16_000)
  const frame = new Int16Array(FRAME)
  const payload = new Uint8Array(1276)
  const heard = new Int16Array(50 * FRAME)
  for (let at = 0; at < 50; at++) {
    tone.fill(frame)
    const octets = encoder.encode(frame, payload)
    const into = heard.subarray(at * FRAME, (at + 1) * FRAME)
    if (lost.includes(at)) decoder.conceal?.(into)
    else assert.equal(decoder.decode(payload.subarray(0, octets), into), FRAME)
  }
  return heard
}

for (const frequencyHz of [300, 1000, 3000, 6000]) {
  test(`Opus carries a tone of ${frequencyHz} Hz`, async () => {
    using both = await coders()
    const level = levelAt(carried(both.encoder, both.decoder, frequencyHz).subarray(20 * FRAME), 16_000, frequencyHz)
    assert.ok(Math.abs(level + 15) < 1.5, `${level} dBm0`)
  })
}

test('a lost packet is made up by the decoder', async () => {
  using both = await coders()
  const heard = carried(both.encoder, both.decoder, 440, [30])
  assert.ok(levelOfSamples(heard.subarray(30 * FRAME, 31 * FRAME)) > -25)
})

test('a peer that can play 8 kHz only gets narrowband, and the bit rate it allows', async () => {
  using both = await coders('maxplaybackrate=8000; maxaveragebitrate=8000')
  const heard = carried(both.encoder, both.decoder, 6000)
  assert.ok(levelOfSamples(heard.subarray(20 * FRAME)) < -40)
})

test('with DTX silence costs no packets, without it does', async () => {
  for (const [parameters, sends] of [
    ['usedtx=1', false],
    ['usedtx=0', true],
  ] as const) {
    using both = await coders(parameters)
    const payload = new Uint8Array(1276)
    const lengths = Array.from({ length: 50 }, () => both.encoder.encode(new Int16Array(FRAME), payload))
    assert.equal(
      lengths.slice(-10).every((octets) => octets > 0),
      sends,
    )
  }
})

test('octets that are no Opus are no sound and harm nothing', async () => {
  using both = await coders()
  const samples = new Int16Array(FRAME)
  for (const octets of [[], [0xff], [3, 0], new Array<number>(300).fill(7)]) {
    assert.equal(both.decoder.decode(Uint8Array.from(octets), samples), 0)
  }
  assert.ok(levelOfSamples(carried(both.encoder, both.decoder, 1000)) > -20)
})

test('a packet longer than there is room for is no sound', async () => {
  using both = await coders()
  const payload = new Uint8Array(1276)
  const octets = both.encoder.encode(new Int16Array(FRAME), payload)
  assert.equal(both.decoder.decode(payload.subarray(0, octets), new Int16Array(FRAME - 1)), 0)
})

test('coders that are closed, or not ready yet, say nothing', async () => {
  const opus = await loadOpus()
  const early = opus.createEncoder()
  assert.equal(early.encode(new Int16Array(FRAME), new Uint8Array(1276)), 0)
  early.close()
  const { encoder, decoder } = await coders()
  encoder.close()
  decoder.close()
  assert.equal(encoder.encode(new Int16Array(FRAME), new Uint8Array(1276)), 0)
  assert.equal(decoder.decode(Uint8Array.of(8, 0), new Int16Array(FRAME)), 0)
})
