import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { G722Decoder } from './g722-decoder.ts'
import { G722Encoder } from './g722-encoder.ts'
import { anyOctets, demandingSignal } from './test-support/signal.ts'

const digest = (octets: Uint8Array | Int16Array): string =>
  createHash('sha256')
    .update(new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength))
    .digest('hex')
    .slice(0, 16)

function encoded(samples: Int16Array, frameSamples: number): Uint8Array {
  const encoder = new G722Encoder()
  const octets = new Uint8Array(samples.length / 2)
  for (let at = 0; at < samples.length; at += frameSamples) encoder.encode(samples.subarray(at, at + frameSamples), octets.subarray(at / 2))
  return octets
}

function decoded(octets: Uint8Array, frameOctets: number): Int16Array {
  const decoder = new G722Decoder()
  const samples = new Int16Array(2 * octets.length)
  for (let at = 0; at < octets.length; at += frameOctets) decoder.decode(octets.subarray(at, at + frameOctets), samples.subarray(2 * at))
  return samples
}

// The digests are those of ffmpeg 5.1's output for the same input; g722.integration.test.ts in packages/rtp/tests/peers compares anew.
test('the encoder gives the reference octets', () => assert.equal(digest(encoded(demandingSignal(), 320)), '622d661659d9ad84'))
test('the decoder gives the reference samples, also for octets no encoder makes', () =>
  assert.equal(digest(decoded(anyOctets(), 160)), 'f11a95404d6447a3'))

test('frames of any length give the same stream', () => {
  assert.deepEqual(encoded(demandingSignal(), 320), encoded(demandingSignal(), 80))
  assert.deepEqual(decoded(anyOctets(), 160), decoded(anyOctets(), 40))
})

test('it converts only what there is room for, in whole pairs', () => {
  assert.equal(new G722Encoder().encode(new Int16Array(321), new Uint8Array(200)), 160)
  assert.equal(new G722Encoder().encode(new Int16Array(320), new Uint8Array(100)), 100)
  assert.equal(new G722Decoder().decode(new Uint8Array(160), new Int16Array(101)), 100)
})

test('silence stays silence', () => {
  const silence = new Int16Array(3200)
  const heard = decoded(encoded(silence, 320), 160)
  assert.ok(heard.every((sample) => Math.abs(sample) < 16))
})
