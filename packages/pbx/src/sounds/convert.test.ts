import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { levelAt } from '@klinke/rtp'
import { convert } from './convert.ts'
import { activeLevelDbm0, PROMPT_LEVEL_DBM0 } from './normalise.ts'
import { readWav } from './read-wav.ts'
import { type Sound, soundToWav } from './sound.ts'

function tone(hz: number, sampleRateHz: number, peak: number): Sound {
  return {
    sampleRateHz,
    samples: Float32Array.from({ length: sampleRateHz }, (_, i) => peak * Math.sin((2 * Math.PI * hz * i) / sampleRateHz)),
  }
}

async function converted(octets: Uint8Array): Promise<Sound> {
  const result = await convert(octets)
  assert.ok(result.ok, result.ok ? '' : result.error)
  const read = readWav(result.value.wav)
  assert.ok(read.ok)
  return read.value
}

const pcm = ({ samples }: Sound): Int16Array => Int16Array.from(samples, (sample) => 32_767 * sample)
const levelOf = (sound: Sound, hz: number): number => levelAt(pcm(sound), sound.sampleRateHz, hz)

for (const [fromHz, toHz] of [
  [8000, 8000],
  [11_025, 8000],
  [16_000, 16_000],
  [44_100, 16_000],
  [48_000, 16_000],
] as const) {
  for (const peak of [0.01, 0.9]) {
    test(`a tone at ${fromHz} Hz with peaks of ${peak} becomes ${toHz} Hz, the same tone, as loud as all prompts`, async () => {
      const sound = await converted(soundToWav(tone(1000, fromHz, peak)))
      assert.equal(sound.sampleRateHz, toHz)
      assert.ok(Math.abs(activeLevelDbm0(sound) - PROMPT_LEVEL_DBM0) < 0.5)
      assert.ok(Math.abs(levelOf(sound, 1000) - PROMPT_LEVEL_DBM0) < 0.5)
    })
  }
}

test('what the lower rate cannot carry is not heard as something else', async () => {
  const [low, high] = [tone(1000, 44_100, 0.2), tone(10_000, 44_100, 0.2)]
  const both = { ...low, samples: low.samples.map((sample, i) => sample + (high.samples[i] ?? 0)) }
  const sound = await converted(soundToWav(both))
  assert.ok(levelOf(sound, 6000) < levelOf(sound, 1000) - 60)
})

test('silence stays silence', async () => {
  const sound = await converted(soundToWav({ samples: new Float32Array(8000), sampleRateHz: 8000 }))
  assert.ok(sound.samples.every((sample) => sample === 0))
})

test('MP3 is read, two channels and all', async () => {
  const sound = await converted(readFileSync(join(import.meta.dirname, 'fixtures/tone-440.mp3')))
  assert.equal(sound.sampleRateHz, 16_000)
  assert.ok(Math.abs(sound.samples.length / 16_000 - 0.5) < 0.1)
  assert.ok(Math.abs(levelOf({ ...sound, samples: sound.samples.slice(2000, 6000) }, 440) - PROMPT_LEVEL_DBM0) < 2)
})

for (const [what, octets, why] of [
  ['a document', Buffer.from('%PDF-1.7'), /neither WAV nor MP3/],
  ['nothing', Buffer.alloc(0), /neither WAV nor MP3/],
  ['a WAV without samples', Buffer.from(soundToWav({ samples: new Float32Array(0), sampleRateHz: 8000 })), /without sound/],
  ['a WAV that ends in its header', Buffer.from(soundToWav(tone(1000, 8000, 0.5))).subarray(0, 20), /cut off/],
  ['a WAV of 8 bits', eightBits(), /8 bits/],
  ['what only begins like MP3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(500)]), /MP3 without sound/],
] as const) {
  test(`${what} is refused with the reason`, async () => {
    const result = await convert(octets)
    assert.ok(!result.ok)
    assert.match(result.error, why)
  })
}

function eightBits(): Buffer {
  const file = Buffer.from(soundToWav(tone(1000, 8000, 0.5)))
  file.writeUInt16LE(8, 34)
  return file
}
