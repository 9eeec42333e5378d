import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, type Random, seededRandom, uniform } from '@klinke/foundation'
import { decodeG711, encodeG711 } from '../g711/g711.ts'
import { levelAt } from '../tones/goertzel.ts'
import { peakOfLevel } from '../tones/level.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { dtmfTone } from './dtmf-tone.ts'
import { DTMF_KEYS, dtmfFrequencies } from './frequencies.ts'
import { InbandKeyDetector } from './inband-key-detector.ts'

interface Press {
  readonly toneMs?: number
  readonly pauseMs?: number
  readonly rowDbm0?: number
  readonly columnDbm0?: number
  /** Wrong by that part, and by 2 Hz in the same direction. */
  readonly offset?: number
  readonly snrDb?: number
  /** A hole in the middle of the tone. */
  readonly holeMs?: number
  readonly sampleRateHz?: number
}

/** The sound of one press and the pause after it, on a noisy line. */
function sound(key: string, press: Press, random: Random): Int16Array {
  const { toneMs = 40, pauseMs = 40, rowDbm0 = -25, columnDbm0 = -25, offset = 0, snrDb = 20, holeMs = 0, sampleRateHz = 8000 } = press
  const [rowHz = 0, columnHz = 0] = dtmfFrequencies(key) ?? []
  const off = (frequencyHz: number): number => frequencyHz * (1 + offset) + 2 * Math.sign(offset)
  const [rowPeak, columnPeak] = [peakOfLevel(rowDbm0), peakOfLevel(columnDbm0)]
  const noise = Math.sqrt((rowPeak ** 2 + columnPeak ** 2) / 2) * 10 ** (-snrDb / 20)
  const phase = 7 * uniform(random)
  const samplesPerMs = sampleRateHz / 1000
  // The start falls anywhere on the detector's blocks.
  const startMs = below(random, 20)
  return Int16Array.from({ length: (startMs + toneMs + pauseMs) * samplesPerMs }, (_, at) => {
    const ms = at / samplesPerMs - startMs
    const isOn = ms >= 0 && ms < toneMs && !(Math.abs(ms - toneMs / 2) < holeMs / 2)
    const turn = (2 * Math.PI * at) / sampleRateHz
    const tone = isOn ? rowPeak * Math.sin(turn * off(rowHz) + phase) + columnPeak * Math.sin(turn * off(columnHz)) : 0
    const hiss = noise * Math.sqrt(-2 * Math.log(1 - uniform(random))) * Math.cos(2 * Math.PI * uniform(random))
    return Math.max(-32_768, Math.min(32_767, Math.round(tone + hiss)))
  })
}

function keysHeard(detector: InbandKeyDetector, samples: Int16Array, frameSamples = 160): string {
  let keys = ''
  for (let at = 0; at < samples.length; at += frameSamples) keys += detector.add(samples.subarray(at, at + frameSamples))?.digit ?? ''
  return keys
}

/** Presses random keys; gives how many of them come out right. */
function recognised(presses: number, press: Press): number {
  const random = seededRandom(presses)
  const detector = new InbandKeyDetector(press.sampleRateHz ?? 8000)
  let right = 0
  for (let at = 0; at < presses; at++) {
    const key = DTMF_KEYS[below(random, DTMF_KEYS.length)] ?? ''
    if (keysHeard(detector, sound(key, press, random)) === key) right++
  }
  return right
}

const PRESSES = 250
const ALWAYS: readonly (readonly [what: string, press: Press])[] = [
  ['40 ms at −25 dBm0 with noise 20 dB below', {}],
  ['40 ms at 16 kHz', { sampleRateHz: 16_000 }],
  ['frequencies too high by 1.5 % and 2 Hz', { offset: 0.015 }],
  ['frequencies too low by 1.5 % and 2 Hz', { offset: -0.015 }],
  ['a column 8 dB weaker', { columnDbm0: -33 }],
  ['a row 8 dB weaker', { rowDbm0: -33 }],
  ['both as loud as a line carries', { rowDbm0: -3, columnDbm0: -3 }],
  ['noise 15 dB below', { snrDb: 15 }],
  ['a hole of 10 ms', { toneMs: 100, holeMs: 10 }],
  ['a pause of 40 ms', { toneMs: 70 }],
]
for (const [what, press] of ALWAYS) test(`every key is recognised: ${what}`, () => assert.equal(recognised(PRESSES, press), PRESSES))

const NEVER: readonly (readonly [what: string, press: Press])[] = [
  ['a tone of 23 ms', { toneMs: 23, pauseMs: 60 }],
  ['frequencies too high by 3.5 %', { offset: 0.035 }],
  ['frequencies too low by 3.5 %', { offset: -0.035 }],
  ['a column 12 dB weaker', { rowDbm0: -10, columnDbm0: -22 }],
  ['a row 12 dB weaker', { rowDbm0: -22, columnDbm0: -10 }],
  ['tones of −45 dBm0', { rowDbm0: -45, columnDbm0: -45 }],
  ['only the row', { columnDbm0: -90 }],
  ['noise as loud as the tones', { snrDb: 0 }],
]
for (const [what, press] of NEVER) test(`no key is recognised: ${what}`, () => assert.equal(recognised(PRESSES, press), 0))

function generated(keys: string, levelDbm0: number, toneMs = 100, pauseMs = 100): Int16Array {
  const tone = dtmfTone(keys, { toneMs, pauseMs })
  assert.ok(tone)
  const samples = new Int16Array(8 * keys.length * (toneMs + pauseMs))
  new ToneGenerator(tone, levelDbm0, 8000).fill(samples)
  return samples
}

for (const law of ['A', 'µ'] as const) {
  test(`all sixteen keys as generated come back through ${law}-law, in frames of any length`, () => {
    for (const frameSamples of [80, 160, 240, 37]) {
      const samples = generated(DTMF_KEYS, -8, 60, 60)
      const octets = new Uint8Array(samples.length)
      encodeG711(law, samples, octets)
      decodeG711(law, octets, samples)
      assert.equal(keysHeard(new InbandKeyDetector(8000), samples, frameSamples), DTMF_KEYS)
    }
  })
}

test('a generated key has its two frequencies, equally loud, and then the pause', () => {
  const samples = generated('5', -7)
  for (const frequencyHz of [770, 1336]) assert.ok(Math.abs(levelAt(samples.subarray(0, 800), 8000, frequencyHz) + 10) < 0.3)
  assert.ok(samples.subarray(800).every((sample) => sample === 0))
})

test('a key that does not exist cannot be generated', () => {
  for (const keys of ['', 'E', '12x', '!']) assert.equal(dtmfTone(keys), undefined)
  assert.ok(dtmfTone('a'))
})

for (const toneMs of [40, 65, 100, 333, 2000]) {
  test(`a press of ${toneMs} ms is told once, with its length to 10 ms`, () => {
    const detector = new InbandKeyDetector(8000)
    const samples = generated('7', -10, toneMs, 100)
    const presses = []
    for (let at = 0; at < samples.length; at += 160) {
      const press = detector.add(samples.subarray(at, at + 160))
      if (press) presses.push(press)
    }
    assert.equal(presses.length, 1)
    assert.ok(Math.abs((presses[0]?.durationMs ?? 0) - toneMs) <= 10, `${presses[0]?.durationMs} ms`)
  })
}

test('while a key is down it shows', () => {
  const detector = new InbandKeyDetector(8000)
  const samples = generated('#', -10, 100, 100)
  const shown = Array.from({ length: 10 }, (_, frame) => {
    detector.add(samples.subarray(frame * 160, (frame + 1) * 160))
    return detector.pressed
  })
  assert.deepEqual(shown, [undefined, '#', '#', '#', '#', '#', undefined, undefined, undefined, undefined])
})

test('a key that turns into another without a pause is two presses', () => {
  assert.equal(
    keysHeard(new InbandKeyDetector(8000), Int16Array.from([...generated('1', -10, 80, 0), ...generated('9', -10, 80, 80)])),
    '19',
  )
})

test('steady vowels with a pitch of 80 to 480 Hz are no keys', () => {
  const detector = new InbandKeyDetector(8000)
  for (let pitchHz = 80; pitchHz < 480; pitchHz += 2) {
    const vowel = Int16Array.from({ length: 1600 }, (_, at) => {
      let sum = 0
      for (let harmonic = 1; harmonic * pitchHz < 3400; harmonic++) {
        const formants = 1 / (1 + ((harmonic * pitchHz - 600) / 120) ** 2) + 0.5 / (1 + ((harmonic * pitchHz - 1300) / 150) ** 2)
        sum += formants * Math.sin((2 * Math.PI * harmonic * pitchHz * at) / 8000)
      }
      return Math.round(5000 * sum)
    })
    assert.equal(keysHeard(detector, vowel), '', `pitch ${pitchHz} Hz`)
  }
})
