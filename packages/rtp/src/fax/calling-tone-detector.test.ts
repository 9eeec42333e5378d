import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, uniform } from '@klinke/foundation'
import { dtmfTone } from '../dtmf/dtmf-tone.ts'
import { DTMF_KEYS } from '../dtmf/frequencies.ts'
import { decodeG711, encodeG711 } from '../g711/g711.ts'
import { peakOfLevel } from '../tones/level.ts'
import { GERMAN_TONES, type Tone } from '../tones/tone.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { CallingToneDetector } from './calling-tone-detector.ts'

interface Line {
  readonly toneHz?: number
  readonly onMs?: number
  readonly offMs?: number
  readonly levelDbm0?: number
  /** Noise below the tone, always there. */
  readonly snrDb?: number
  /** Nothing for so long in the middle of the tone. */
  readonly holeMs?: number
  readonly sampleRateHz?: number
  readonly bursts?: number
}

/** A fax machine that calls, as it is heard over a line. */
function calling(line: Line): Int16Array {
  const { toneHz = 1100, onMs = 500, offMs = 3000, levelDbm0 = -15, snrDb = 60, holeMs = 0, sampleRateHz = 8000, bursts = 2 } = line
  const peak = peakOfLevel(levelDbm0)
  const noise = (peak / Math.SQRT2) * 10 ** (-snrDb / 20)
  const random = seededRandom(1 + onMs)
  const perMs = sampleRateHz / 1000
  const LEAD_MS = 337
  return Int16Array.from({ length: (LEAD_MS + bursts * (onMs + offMs)) * perMs }, (_, at) => {
    const ms = at / perMs - LEAD_MS
    const into = ((ms % (onMs + offMs)) + onMs + offMs) % (onMs + offMs)
    const isOn = ms >= 0 && into < onMs && !(Math.abs(into - onMs / 2) < holeMs / 2)
    const tone = isOn ? peak * Math.sin((2 * Math.PI * toneHz * at) / sampleRateHz) : 0
    const hiss = noise * Math.sqrt(-2 * Math.log(1 - uniform(random))) * Math.cos(2 * Math.PI * uniform(random))
    return Math.max(-32_768, Math.min(32_767, Math.round(tone + hiss)))
  })
}

/** How many calling tones are found. */
function found(samples: Int16Array, sampleRateHz = 8000, frameSamples = 160): number {
  const detector = new CallingToneDetector(sampleRateHz)
  let count = 0
  for (let at = 0; at < samples.length; at += frameSamples) if (detector.add(samples.subarray(at, at + frameSamples))) count++
  return count
}

const ALWAYS: readonly (readonly [what: string, line: Line])[] = [
  ['as ITU-T T.30 has it', {}],
  ['1062 Hz', { toneHz: 1062 }],
  ['1138 Hz', { toneHz: 1138 }],
  ['425 ms on, 2550 ms off', { onMs: 425, offMs: 2550 }],
  ['575 ms on, 3450 ms off', { onMs: 575, offMs: 3450 }],
  ['−40 dBm0', { levelDbm0: -40 }],
  ['as loud as a line carries', { levelDbm0: 0 }],
  ['noise 10 dB below', { snrDb: 10 }],
  ['noise 20 dB below, 1138 Hz, −35 dBm0', { snrDb: 20, toneHz: 1138, levelDbm0: -35 }],
  ['a lost packet of 20 ms', { holeMs: 20 }],
  ['at 16 kHz', { sampleRateHz: 16_000 }],
]
for (const [what, line] of ALWAYS) {
  test(`each burst of a calling fax is found: ${what}`, () => assert.equal(found(calling(line), line.sampleRateHz), 2))
}

const NEVER: readonly (readonly [what: string, line: Line])[] = [
  ['1000 Hz', { toneHz: 1000 }],
  ['1020 Hz', { toneHz: 1020 }],
  ['1165 Hz, which turns as 1065 Hz does', { toneHz: 1165 }],
  ['1200 Hz', { toneHz: 1200 }],
  ['2100 Hz, the answer of a fax (CED)', { toneHz: 2100, onMs: 3000 }],
  ['300 ms on', { onMs: 300 }],
  ['750 ms on', { onMs: 750 }],
  ['a tone that never pauses', { offMs: 0 }],
  ['half a second on, a tenth off', { offMs: 30 }],
  ['−50 dBm0', { levelDbm0: -50 }],
  ['noise as loud as the tone', { snrDb: 0 }],
  ['a pause of 100 ms in it', { holeMs: 100 }],
]
for (const [what, line] of NEVER) test(`no calling fax is found: ${what}`, () => assert.equal(found(calling(line)), 0))

for (const law of ['A', 'µ'] as const) {
  test(`it is found through ${law}-law in frames of any length`, () => {
    const samples = calling({})
    const octets = new Uint8Array(samples.length)
    encodeG711(law, samples, octets)
    decodeG711(law, octets, samples)
    for (const frameSamples of [80, 160, 240, 37]) assert.equal(found(samples, 8000, frameSamples), 2)
  })
}

function generated(tone: Tone, seconds: number): Int16Array {
  const samples = new Int16Array(8000 * seconds)
  new ToneGenerator(tone, -10, 8000).fill(samples)
  return samples
}

test('key presses of any length and the tones of the network are no fax', () => {
  for (const toneMs of [100, 500]) {
    const keys = dtmfTone(DTMF_KEYS, { toneMs, pauseMs: 300 })
    assert.ok(keys)
    assert.equal(found(generated(keys, 16)), 0)
  }
  for (const [name, tone] of Object.entries(GERMAN_TONES)) assert.equal(found(generated(tone, 20)), 0, name)
})

/** Half a second of a vowel, half a second of nothing, with a pitch that moves by 2 % as voices do. One harmonic may stand alone at 1100 Hz. */
function vowel(pitchHz: number, formantHz: number): Int16Array {
  return Int16Array.from({ length: 8000 }, (_, at) => {
    const seconds = at / 8000
    if (seconds >= 0.5) return 0
    const turn = 2 * Math.PI * pitchHz * seconds + ((0.02 * pitchHz) / 5) * Math.sin(2 * Math.PI * 5 * seconds)
    let sum = 0
    for (let harmonic = 1; harmonic * pitchHz < 3400; harmonic++) {
      const formants = 1 / (1 + ((harmonic * pitchHz - formantHz) / 120) ** 2) + 0.3 / (1 + ((harmonic * pitchHz - 2300) / 150) ** 2)
      sum += formants * Math.sin(harmonic * turn)
    }
    return Math.round(5000 * sum)
  })
}

test('vowels are no fax, also where a harmonic stands alone on its frequency', () => {
  for (let pitchHz = 90; pitchHz <= 550; pitchHz += 10) {
    for (const formantHz of [700, 1100]) assert.equal(found(vowel(pitchHz, formantHz)), 0, `${pitchHz} Hz, formant ${formantHz} Hz`)
  }
  assert.equal(found(vowel(275, 1100)), 0)
})

test('a tone of that frequency that swells is no fax', () => {
  const swelling = Int16Array.from({ length: 8000 }, (_, at) =>
    at > 4000 ? 0 : 8000 * (0.4 + (0.6 * at) / 4000) * Math.sin((2 * Math.PI * 1100 * at) / 8000),
  )
  assert.equal(found(swelling), 0)
})

test('what glides through the frequency is no fax', () => {
  for (const hzPerSecond of [50, 100, 300]) {
    const glide = Int16Array.from({ length: 16_000 }, (_, at) => {
      const seconds = at / 8000 - 1
      return 8000 * Math.sin(2 * Math.PI * (1100 * seconds + (hzPerSecond * seconds * seconds) / 2))
    })
    assert.equal(found(glide), 0, `${hzPerSecond} Hz/s`)
  }
})

test('a minute of noise bursts is no fax', () => {
  const random = seededRandom(7)
  const noise = Int16Array.from({ length: 60 * 8000 }, (_, at) => (at % 8000 < 4000 ? Math.round(12_000 * (uniform(random) - 0.5)) : 0))
  assert.equal(found(noise), 0)
})
