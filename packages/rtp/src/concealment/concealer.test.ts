import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, uniform } from '@klinke/foundation'
import { levelOfSamples } from '../tones/level.ts'
import { Concealer } from './concealer.ts'
import { pitchPeriod } from './pitch.ts'

/** A vowel: harmonics of the pitch, falling by 6 dB per octave, peak about 9,000. */
function vowel(pitchHz: number, sampleRateHz: number, durationMs: number): Int16Array {
  return Int16Array.from({ length: (durationMs * sampleRateHz) / 1000 }, (_, at) => {
    let sum = 0
    for (let harmonic = 1; harmonic * pitchHz < 3400; harmonic++)
      sum += Math.cos((2 * Math.PI * harmonic * pitchHz * at) / sampleRateHz + harmonic) / harmonic
    return Math.round(4000 * sum)
  })
}

/** Sends the signal through the concealer; frames in `lost` do not arrive. */
function withLoss(signal: Int16Array, sampleRateHz: number, lost: readonly number[], frameMs = 20): Int16Array {
  const concealer = new Concealer(sampleRateHz)
  const heard = signal.slice()
  const frameSamples = (frameMs * sampleRateHz) / 1000
  for (let frame = 0; (frame + 1) * frameSamples <= heard.length; frame++) {
    const samples = heard.subarray(frame * frameSamples, (frame + 1) * frameSamples)
    if (lost.includes(frame)) concealer.conceal(samples.fill(12_345))
    else concealer.received(samples)
  }
  return heard
}

function snrDb(signal: Int16Array, heard: Int16Array): number {
  let power = 0
  let error = 0
  for (const [at, sample] of signal.entries()) {
    power += sample * sample
    error += (sample - (heard[at] ?? 0)) ** 2
  }
  return 10 * Math.log10(power / Math.max(error, 1e-9))
}

const largestStep = (samples: Int16Array): number =>
  samples.reduce((most, sample, at) => Math.max(most, at === 0 ? 0 : Math.abs(sample - (samples[at - 1] ?? 0))), 0)
const part = (samples: Int16Array, sampleRateHz: number, fromMs: number, toMs: number): Int16Array =>
  samples.subarray((fromMs * sampleRateHz) / 1000, (toMs * sampleRateHz) / 1000)

for (const sampleRateHz of [8000, 16_000]) {
  for (const pitchHz of [80, 100, 160, 200]) {
    test(`at ${sampleRateHz} Hz the pitch of a voice of ${pitchHz} Hz is found`, () => {
      const period = pitchPeriod(vowel(pitchHz, sampleRateHz, 50), sampleRateHz)
      const periods = (period * pitchHz) / sampleRateHz
      assert.ok(Math.abs(periods - Math.round(periods)) < 0.02, `${period} samples`)
    })

    test(`at ${sampleRateHz} Hz a lost frame of a vowel of ${pitchHz} Hz is made up so that the first 10 ms hardly differ`, () => {
      const signal = vowel(pitchHz, sampleRateHz, 400)
      const heard = withLoss(signal, sampleRateHz, [8])
      assert.ok(snrDb(part(signal, sampleRateHz, 160, 170), part(heard, sampleRateHz, 160, 170)) > 18)
      assert.deepEqual(part(heard, sampleRateHz, 0, 160), part(signal, sampleRateHz, 0, 160))
      assert.deepEqual(part(heard, sampleRateHz, 190, 400), part(signal, sampleRateHz, 190, 400))
    })
  }
}

for (const [lost, frameMs] of [
  [[8], 20],
  [[8, 9], 20],
  [[8, 9, 10, 11, 12], 20],
  [[16, 17, 30], 10],
  [[5], 30],
] as const) {
  test(`the loss of frames ${lost.join(' ')} of ${frameMs} ms leaves no click`, () => {
    const signal = vowel(117, 8000, 600)
    assert.ok(largestStep(withLoss(signal, 8000, lost, frameMs)) <= 1.3 * largestStep(signal))
  })
}

test('a long loss fades and is silent after 60 ms', () => {
  const signal = vowel(100, 8000, 400)
  const heard = withLoss(signal, 8000, [8, 9, 10, 11, 12])
  const level = (fromMs: number, toMs: number): number => levelOfSamples(part(heard, 8000, fromMs, toMs))
  const before = level(0, 160)
  assert.ok(Math.abs(level(160, 170) - before) < 1)
  assert.ok(level(180, 190) < before - 1)
  assert.ok(level(200, 210) < before - 6)
  assert.equal(level(220, 260), -120)
  assert.ok(level(270, 290) > before - 1)
})

test('a loss before anything was heard is silence', () => {
  const frame = new Int16Array(160).fill(99)
  new Concealer(8000).conceal(frame)
  assert.ok(frame.every((sample) => sample === 0))
})

test('noise is continued as noise of the same level', () => {
  const random = seededRandom(5)
  const noise = Int16Array.from({ length: 3200 }, () => Math.round(4000 * (uniform(random) - 0.5)))
  const heard = withLoss(noise, 8000, [8])
  assert.ok(Math.abs(levelOfSamples(part(heard, 8000, 160, 180)) - levelOfSamples(noise)) < 3)
})

test('speech at full scale does not wrap', () => {
  const signal = vowel(100, 8000, 400).map((sample) => Math.max(-32_768, Math.min(32_767, sample * 4)))
  const heard = withLoss(signal, 8000, [8])
  assert.ok(largestStep(heard) <= largestStep(signal) * 1.3)
})
