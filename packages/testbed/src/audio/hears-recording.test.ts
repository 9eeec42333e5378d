import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, uniform } from '@klinke/foundation'
import type { Sound } from './goertzel.ts'
import { likenessOf } from './hears-recording.ts'

const RATE_HZ = 8000

/** Noise that rises and falls like speech, of its own kind for each seed. */
function syllables(seed: number, seconds: number): Sound {
  const random = seededRandom(seed)
  const samples = new Float32Array(RATE_HZ * seconds)
  let loudness = 0
  for (let at = 0; at < samples.length; at++) {
    if (at % 800 === 0) loudness = uniform(random) ** 2
    samples[at] = loudness * (uniform(random) - 0.5)
  }
  return { samples, sampleRateHz: RATE_HZ }
}

const recorded = syllables(1, 4)

test('a part of a recording, softer and not from its beginning, is known again', () => {
  const heard = { ...recorded, samples: recorded.samples.slice(8000, 24_000).map((sample) => sample / 2) }
  assert.ok(likenessOf(heard, recorded) > 0.95)
})

test('another recording is not taken for it, and less than a second for nothing', () => {
  assert.ok(likenessOf(syllables(2, 2), recorded) < 0.85)
  assert.equal(likenessOf({ ...recorded, samples: recorded.samples.slice(0, 4000) }, recorded), 0)
})
