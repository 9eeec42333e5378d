import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, uniform } from '@klinke/foundation'
import { continuous } from '../tones/tone.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { SilenceDetector } from './silence-detector.ts'

const FRAME = 160
const random = seededRandom(11)

/** White noise of that level. */
const noise = (levelDbm0: number): Int16Array => {
  const peak = 32_768 * 10 ** ((levelDbm0 - 3.14) / 20) * Math.sqrt(1.5)
  return Int16Array.from({ length: FRAME }, () => Math.round(peak * (2 * uniform(random) - 1)))
}

/** Feeds so many seconds of what `frame` gives; gives the share of frames that count as speaking. */
function fed(detector: SilenceDetector, seconds: number, frame: (at: number) => Int16Array): number {
  let speaking = 0
  for (let at = 0; at < seconds * 50; at++) {
    detector.add(frame(at))
    if (detector.speaking) speaking++
  }
  return speaking / (seconds * 50)
}

/** Words of 300 ms with pauses of 500 ms, over the noise of the line. */
const words = (wordDbm0: number, noiseDbm0: number) => (at: number) => noise(at % 40 < 15 ? wordDbm0 : noiseDbm0)

for (const [wordDbm0, noiseDbm0] of [
  [-15, -90],
  [-30, -60],
  [-20, -45],
  [-25, -40],
] as const) {
  test(`words of ${wordDbm0} dBm0 over noise of ${noiseDbm0} dBm0 are speaking, the pauses between them are not`, () => {
    const detector = new SilenceDetector(8000)
    fed(detector, 30, words(wordDbm0, noiseDbm0))
    const share = fed(detector, 8, words(wordDbm0, noiseDbm0))
    assert.ok(Math.abs(share - 25 / 40) < 0.05, `${share}`)
  })

  test(`after the last word the noise of ${noiseDbm0} dBm0 counts as silence`, () => {
    const detector = new SilenceDetector(8000)
    fed(detector, 30, words(wordDbm0, noiseDbm0))
    fed(detector, 5, () => noise(noiseDbm0))
    assert.ok(detector.silentMs >= 4900 && !detector.speaking)
  })
}

test('a line that is silent from the beginning has never spoken', () => {
  const detector = new SilenceDetector(8000)
  assert.equal(
    fed(detector, 3, () => new Int16Array(FRAME)),
    0,
  )
  assert.equal(detector.silentMs, 3000)
})

test('a noise that begins loud is taken for noise after some seconds', () => {
  const detector = new SilenceDetector(8000)
  fed(detector, 10, () => noise(-42))
  assert.ok(detector.silentMs > 1000)
})

test('a tone or music without pause never becomes silence', () => {
  const generator = new ToneGenerator(continuous(425), -20, 16_000)
  const frame = new Int16Array(320)
  const detector = new SilenceDetector(16_000)
  const share = fed(detector, 120, () => {
    generator.fill(frame)
    return frame
  })
  assert.equal(share, 1)
  assert.ok(Math.abs(detector.levelDbm0 + 20) < 0.1)
})
