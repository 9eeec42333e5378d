import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeG711, encodeG711 } from '../g711/g711.ts'
import { cadenceOf } from './cadence.ts'
import { levelAt } from './goertzel.ts'
import { dbovOfDbm0, levelOfPeak, levelOfSamples, peakOfLevel, SILENCE_DBM0 } from './level.ts'
import { NOTICE_TONES, type NoticeToneName } from './notice-tone.ts'
import { continuous, GERMAN_TONES, type GermanToneName, type Tone } from './tone.ts'
import { ToneGenerator } from './tone-generator.ts'

const RATE = 8000

function played(tone: Tone, durationMs: number, levelDbm0 = -10, frameLength = 160): Int16Array {
  const generator = new ToneGenerator(tone, levelDbm0, RATE)
  const samples = new Int16Array((durationMs * RATE) / 1000)
  for (let at = 0; at < samples.length; at += frameLength) generator.fill(samples.subarray(at, at + frameLength))
  return samples
}

const near = (actual: number, expected: number, tolerance: number): void => {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`)
}

for (const levelDbm0 of [3, -10, -30]) {
  test(`a tone of ${levelDbm0} dBm0 measures as that, in all and at its frequency, and nowhere else`, () => {
    const samples = played(continuous(425), 1000, levelDbm0)
    near(levelOfSamples(samples), levelDbm0, 0.05)
    near(levelAt(samples, RATE, 425), levelDbm0, 0.05)
    assert.ok(levelAt(samples, RATE, 500) < levelDbm0 - 40)
  })
}

test('a tone keeps its level through G.711', () => {
  for (const law of ['A', 'µ'] as const) {
    const samples = played(continuous(425), 1000)
    const octets = new Uint8Array(samples.length)
    encodeG711(law, samples, octets)
    decodeG711(law, octets, samples)
    near(levelAt(samples, RATE, 425), -10, 0.1)
  }
})

test('two frequencies share the level', () => {
  const samples = played(GERMAN_TONES.specialDial, 1000)
  near(levelOfSamples(samples), -10, 0.05)
  near(levelAt(samples, RATE, 425), -13, 0.1)
  near(levelAt(samples, RATE, 400), -13, 0.1)
})

test('frames join without a jump, whatever their length', () => {
  assert.deepEqual(played(GERMAN_TONES.congestion, 1000, -10, 160), played(GERMAN_TONES.congestion, 1000, -10, 37))
  near(levelAt(played(continuous(440.5), 3000).subarray(4000, 20_000), RATE, 440.5), -10, 0.05)
})

const CADENCES: readonly (readonly [name: GermanToneName, ...durations: number[]])[] = [
  ['ringing', 1000, -4000, 1000],
  ['busy', 480, -480, 480],
  ['congestion', 240, -240, 240],
  ['specialInformation', 990, -1000, 990],
  ['callWaiting', 200, -200, 200, -5000, 200],
  ['dial', 7000],
]
for (const [name, ...durations] of CADENCES) {
  test(`the ${name} tone has the German cadence`, () => {
    const heard = cadenceOf(played(GERMAN_TONES[name], 7000), RATE).map(({ sounding, durationMs }) => (sounding ? durationMs : -durationMs))
    assert.equal(heard.length >= durations.length, true)
    for (const [index, duration] of durations.entries()) near(heard[index] ?? 0, duration, 5)
  })
}

test('the special information tone climbs through its three frequencies', () => {
  const samples = played(GERMAN_TONES.specialInformation, 990)
  for (const [index, frequencyHz] of [950, 1400, 1800].entries()) {
    near(levelAt(samples.subarray(index * 2640 + 100, index * 2640 + 2500), RATE, frequencyHz), -10, 0.3)
  }
})

const NOTICES: readonly (readonly [name: NoticeToneName, ...durations: number[]])[] = [
  ['beep', 400, -1600],
  ['accepted', 300, -1700],
  ['refused', 300, -120, 300, -1280],
  ['joined', 350, -1650],
  ['left', 350, -1650],
]
for (const [name, ...durations] of NOTICES) {
  test(`the notice tone "${name}" sounds once and then is silent`, () => {
    const heard = cadenceOf(played(NOTICE_TONES[name], 2000), RATE).map(({ sounding, durationMs }) => (sounding ? durationMs : -durationMs))
    assert.deepEqual(heard, durations)
  })
}

test('who joins is told by a rising tone, who leaves by a falling one', () => {
  for (const [name, first, last] of [
    ['joined', 600, 900],
    ['left', 900, 600],
  ] as const) {
    const samples = played(NOTICE_TONES[name], 350)
    near(levelAt(samples.subarray(0, 800), RATE, first), -10, 0.1)
    near(levelAt(samples.subarray(1600, 2800), RATE, last), -10, 0.1)
  }
})

test('a tone that does not repeat is followed by silence', () => {
  const samples = played({ steps: [{ frequenciesHz: [425], durationMs: 100 }], repeats: false }, 300)
  assert.deepEqual(
    cadenceOf(samples, RATE).map(({ sounding, durationMs }) => [sounding, durationMs]),
    [
      [true, 100],
      [false, 200],
    ],
  )
})

test('levels and peaks convert both ways, and silence has the lowest', () => {
  near(levelOfPeak(peakOfLevel(-17)), -17, 1e-9)
  near(peakOfLevel(3.14), 32_768, 1e-6)
  near(dbovOfDbm0(3.14), -3.01, 1e-9)
  assert.deepEqual([levelOfSamples(new Int16Array(80)), levelOfSamples(new Int16Array(0))], [SILENCE_DBM0, SILENCE_DBM0])
})
