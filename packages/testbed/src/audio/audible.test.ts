import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { assertHearsSilence, assertHearsTone } from './audible.ts'
import { dominantTone } from './dominant-tone.ts'
import { amplitudeOfLevel, type Sound } from './goertzel.ts'
import { lengthOfWav, readWav, writeTone } from './wav.ts'

interface Part {
  readonly frequencyHz: number
  readonly levelDbm0: number
}

function mix(...parts: readonly Part[]): Sound {
  const samples = new Float32Array(4000)
  for (const { frequencyHz, levelDbm0 } of parts) {
    const amplitude = amplitudeOfLevel(levelDbm0)
    samples.forEach((sample, index) => {
      samples[index] = sample + amplitude * Math.sin((2 * Math.PI * frequencyHz * index) / 8000)
    })
  }
  return { samples, sampleRateHz: 8000 }
}

for (const frequencyHz of [300, 425, 440, 950, 1004.5, 3400]) {
  for (const levelDbm0 of [-6, -30]) {
    test(`a tone of ${frequencyHz} Hz at ${levelDbm0} dBm0 is measured as that`, () => {
      const tone = dominantTone(mix({ frequencyHz, levelDbm0 }))
      assert.ok(tone)
      assert.ok(Math.abs(tone.frequencyHz - frequencyHz) < 1, `${tone.frequencyHz} Hz`)
      assert.ok(Math.abs(tone.levelDbm0 - levelDbm0) < 0.2, `${tone.levelDbm0} dBm0`)
      assert.ok(tone.purity > 0.98, `${tone.purity}`)
    })
  }
}

const wanted: Part = { frequencyHz: 440, levelDbm0: -10 }
const wrong: readonly (readonly [what: string, sound: Sound])[] = [
  ['another frequency', mix({ frequencyHz: 450, levelDbm0: -10 })],
  ['the right tone too quiet', mix({ frequencyHz: 440, levelDbm0: -13 })],
  ['a second tone beside it', mix(wanted, { frequencyHz: 1000, levelDbm0: -12 })],
  ['silence', mix()],
  ['next to nothing', { samples: new Float32Array(10), sampleRateHz: 8000 }],
]
for (const [what, sound] of wrong) {
  test(`${what} is not taken for the tone`, () => {
    assert.throws(() => assertHearsTone('Anna', sound, wanted), /Anna should hear 440 Hz/)
  })
}

test('silence is told from a quiet tone', () => {
  assertHearsSilence('Anna', mix({ frequencyHz: 440, levelDbm0: -60 }))
  assert.throws(() => assertHearsSilence('Anna', mix({ frequencyHz: 440, levelDbm0: -40 })), /Anna should hear nothing/)
})

test('a tone written as WAV is read back as that tone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wav-'))
  try {
    const path = join(folder, 'tone.wav')
    writeTone(path, 1000, -10, 1)
    assertHearsTone('the reader', readWav(path), { frequencyHz: 1000, levelDbm0: -10 })
    assert.equal(readWav(join(folder, 'none.wav')).samples.length, 0)
    assert.equal(lengthOfWav(path).count, readWav(path).samples.length)
    assert.equal(lengthOfWav(join(folder, 'none.wav')).count, 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
