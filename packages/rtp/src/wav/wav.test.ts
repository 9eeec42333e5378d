import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildWavHeader } from './build-wav.ts'
import { parseWav } from './parse-wav.ts'
import { readSamples, writeSamples, writeStereoSamples } from './samples.ts'
import { WAV_HEADER_OCTETS, type WavHeader } from './wav.ts'

const MONO: WavHeader = { sampleRateHz: 8000, channels: 1, dataOffset: WAV_HEADER_OCTETS, dataOctets: 320 }
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const parsed = (start: Uint8Array, fileOctets: number): unknown => {
  const result = parseWav(start, fileOctets)
  return result.ok ? result.value : result.error
}

test('the header is what the format says, octet by octet', () => {
  assert.deepEqual(
    [...buildWavHeader({ sampleRateHz: 8000, channels: 1 }, 320)],
    [
      ...ascii('RIFF'),
      0x64,
      1,
      0,
      0,
      ...ascii('WAVEfmt '),
      16,
      0,
      0,
      0,
      1,
      0,
      1,
      0,
      0x40,
      0x1f,
      0,
      0,
      0x80,
      0x3e,
      0,
      0,
      2,
      0,
      16,
      0,
      ...ascii('data'),
      0x40,
      1,
      0,
      0,
    ],
  )
})

for (const sampleRateHz of [8000, 16_000]) {
  for (const channels of [1, 2] as const) {
    test(`a header of ${sampleRateHz} Hz and ${channels} channels reads back`, () => {
      const header = buildWavHeader({ sampleRateHz, channels }, 320)
      assert.deepEqual(parsed(header, 364), { sampleRateHz, channels, dataOffset: 44, dataOctets: 320 })
    })
  }
}

const LENGTHS: readonly (readonly [what: string, told: number | 'unknown', fileOctets: number, read: number])[] = [
  ['a crash before the length was written leaves a file that plays to its end', 'unknown', 44 + 320, 320],
  ['a length of 0 with samples behind it, as other programs leave it, plays to the end', 0, 44 + 320, 320],
  ['a file cut off plays what is there', 320, 44 + 100, 100],
  ['half a sample at the end is left out', 'unknown', 44 + 101, 100],
  ['what follows the samples is not played', 320, 44 + 320 + 90, 320],
  ['a header without samples is an empty sound', 'unknown', 44, 0],
  ['a header that promises more than the file has left is an empty sound', 320, 20, 0],
]
for (const [what, told, fileOctets, read] of LENGTHS) {
  test(what, () => assert.deepEqual(parsed(buildWavHeader(MONO, told), fileOctets), { ...MONO, dataOctets: read }))
}

test('a recording of more than 4 GiB tells no length', () => {
  assert.deepEqual([...buildWavHeader(MONO, 2 ** 32)], [...buildWavHeader(MONO, 'unknown')])
})

test('unknown chunks before the samples are skipped, also those of odd length', () => {
  const header = buildWavHeader(MONO, 320)
  const start = Uint8Array.from([...header.subarray(0, 36), ...ascii('LIST'), 3, 0, 0, 0, 1, 2, 3, 0, ...header.subarray(36)])
  assert.deepEqual(parsed(start, start.length + 320), { ...MONO, dataOffset: 56 })
})

test('an extensible header with PCM inside is read', () => {
  const header = buildWavHeader(MONO, 320)
  const format = Uint8Array.from([...header.subarray(20, 36), 22, 0, 16, 0, 4, 0, 0, 0, 1, 0, ...new Array<number>(14).fill(0)])
  format.set([0xfe, 0xff])
  const start = Uint8Array.from([...header.subarray(0, 16), 40, 0, 0, 0, ...format, ...header.subarray(36)])
  assert.deepEqual(parsed(start, start.length + 320), { ...MONO, dataOffset: 68 })
})

function changed(at: number, ...octets: readonly number[]): Uint8Array {
  const header = buildWavHeader(MONO, 320)
  header.set(octets, at)
  return header
}

const REFUSED: readonly (readonly [what: string, start: Uint8Array, error: unknown])[] = [
  ['an MP3', Uint8Array.from(ascii('ID3 and much more')), { kind: 'not-wav' }],
  ['an empty file', new Uint8Array(0), { kind: 'not-wav' }],
  ['A-law inside', changed(20, 6, 0), { kind: 'unsupported', format: 6, bits: 16, channels: 1, sampleRateHz: 8000 }],
  ['8-bit samples', changed(34, 8), { kind: 'unsupported', format: 1, bits: 8, channels: 1, sampleRateHz: 8000 }],
  ['six channels', changed(22, 6), { kind: 'unsupported', format: 1, bits: 16, channels: 6, sampleRateHz: 8000 }],
  ['a rate of 0', changed(24, 0, 0), { kind: 'unsupported', format: 1, bits: 16, channels: 1, sampleRateHz: 0 }],
  ['no samples', buildWavHeader(MONO, 320).subarray(0, 36), { kind: 'cut-off' }],
  ['samples before their format', changed(12, ...ascii('data')), { kind: 'cut-off' }],
  ['a format longer than the file', changed(16, 255, 255), { kind: 'cut-off' }],
]
for (const [what, start, error] of REFUSED) {
  test(`${what}: refused with the reason`, () => assert.deepEqual(parsed(start, 364), error))
}

test('samples of both signs survive the way through octets', () => {
  const samples = Int16Array.of(0, 1, -1, 255, 256, -256, 32_767, -32_768)
  const octets = new Uint8Array(16)
  assert.equal(writeSamples(samples, octets), 16)
  assert.deepEqual([...octets.subarray(0, 8)], [0, 0, 1, 0, 255, 255, 255, 0])
  const back = new Int16Array(8)
  assert.equal(readSamples(octets, 1, back), 8)
  assert.deepEqual(back, samples)
})

test('two channels are written in turn and read as their mean', () => {
  const octets = new Uint8Array(8)
  assert.equal(writeStereoSamples(Int16Array.of(100, 32_767), Int16Array.of(-50, 32_767), octets), 8)
  const mean = new Int16Array(9)
  assert.equal(readSamples(octets, 2, mean), 2)
  assert.deepEqual([...mean.subarray(0, 3)], [25, 32_767, 0])
})
