import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelAt } from '../tones/goertzel.ts'
import { levelOfSamples } from '../tones/level.ts'
import { continuous } from '../tones/tone.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { Resampler, type ResamplerRateHz } from './resampler.ts'

const PAIRS: readonly (readonly [from: ResamplerRateHz, to: ResamplerRateHz])[] = [
  [8000, 16_000],
  [16_000, 8000],
  [16_000, 48_000],
  [48_000, 16_000],
  [8000, 48_000],
  [48_000, 8000],
]

/** One second of a tone through the resampler in frames of that length; without the first and last 100 ms. */
function resampled(from: ResamplerRateHz, to: ResamplerRateHz, frequencyHz: number, levelDbm0: number, frameMs = 20): Int16Array {
  const input = new Int16Array(from)
  new ToneGenerator(continuous(frequencyHz), levelDbm0, from).fill(input)
  const resampler = new Resampler(from, to)
  const output = new Int16Array(to)
  const [inLength, outLength] = [(from * frameMs) / 1000, (to * frameMs) / 1000]
  for (let frame = 0; frame < 1000 / frameMs; frame++) {
    const written = resampler.process(input.subarray(frame * inLength, (frame + 1) * inLength), output.subarray(frame * outLength))
    assert.equal(written, outLength)
  }
  return output.subarray(to / 10, (9 * to) / 10)
}

for (const [from, to] of PAIRS) {
  const low = Math.min(from, to)
  for (const frequencyHz of [0.025 * low, 0.125 * low, 0.25 * low, 0.425 * low]) {
    test(`${from} to ${to} Hz: a tone of ${frequencyHz} Hz keeps its level and nothing is added`, () => {
      const samples = resampled(from, to, frequencyHz, -10)
      const level = levelAt(samples, to, frequencyHz)
      assert.ok(Math.abs(level + 10) < 0.1, `${level} dBm0`)
      // What is not the tone: noise of rounding, images, aliases.
      const rest = 10 * Math.log10(Math.abs(10 ** (levelOfSamples(samples) / 10) - 10 ** (level / 10)))
      assert.ok(rest < -50, `${rest} dBm0 beside the tone`)
    })
  }

  test(`${from} to ${to} Hz: frames join without a seam, whatever their length`, () => {
    assert.deepEqual(resampled(from, to, 440, -10, 10), resampled(from, to, 440, -10, 20))
  })

  test(`${from} to ${to} Hz: a click at full scale is cut, not wrapped`, () => {
    const output = new Int16Array(to / 25)
    new Resampler(from, to).process(
      Int16Array.from({ length: from / 25 }, (_, at) => (at % (from / 200) < from / 400 ? 32_767 : -32_768)),
      output,
    )
    assert.equal(
      output.reduce((most, sample) => Math.max(most, sample), 0),
      32_767,
    )
    assert.equal(
      output.reduce((least, sample) => Math.min(least, sample), 0),
      -32_768,
    )
  })
}

for (const [from, to] of PAIRS.filter(([from, to]) => from > to)) {
  for (const times of [0.56, 0.7, 1.05]) {
    test(`${from} to ${to} Hz: a tone of ${times * to} Hz does not come back as an alias`, () => {
      const level = levelOfSamples(resampled(from, to, Math.min(times * to, 0.49 * from), 0))
      assert.ok(level < -57, `${level} dBm0`)
    })
  }
}

test('going up leaves the given samples as they are', () => {
  const input = Int16Array.from({ length: 160 }, (_, at) => (at * 7919) % 20_000)
  const output = new Int16Array(320)
  new Resampler(8000, 16_000).process(input, output)
  for (let at = 18; at < 160; at++) assert.equal(output[2 * at], input[at - 18])
})

test('the same rate on both sides changes nothing', () => {
  const input = Int16Array.of(1, -2, 3)
  const output = new Int16Array(3)
  assert.equal(new Resampler(8000, 8000).process(input, output), 3)
  assert.deepEqual(output, input)
})
