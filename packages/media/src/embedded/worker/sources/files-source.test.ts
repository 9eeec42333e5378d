import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FilesSource } from '@klinke/rtp'
import { FileListSource, type ReadSound } from './files-source.ts'

/** Frames of a file hold its number: 100 times its place in the list, plus the frame. */
function sound(place: number, frames: number, sampleRateHz: 8000 | 16_000 = 8000): ReadSound {
  const length = sampleRateHz / 50
  const samples = Int16Array.from({ length: frames * length }, (_, at) => 100 * place + Math.floor(at / length))
  return { sampleRateHz, samples, available: samples.length, isLoaded: true, problem: undefined }
}

const broken: ReadSound = { ...sound(0, 0), problem: 'it is broken' }

/** A list of files by their sounds. Paths are places in the list. */
function listOf(sounds: readonly ReadSound[], options: Partial<FilesSource> = {}) {
  const failed: string[] = []
  const files = sounds.map((_, place) => String(place))
  const source = new FileListSource(
    { kind: 'files', files, repeat: 1, ...options },
    (path, rateHz) => {
      const at = Number(path)
      const known = sounds[at] ?? broken
      return Promise.resolve(rateHz === known.sampleRateHz ? known : sound(at, known.samples.length / 160, rateHz))
    },
    (file, why) => failed.push(`${file}: ${why}`),
  )
  return { source, failed }
}

/** What is heard frame by frame; `end` when it is over. */
async function heard(source: FileListSource, frames: number, samples = 160): Promise<(number | 'end')[]> {
  const steps: (number | 'end')[] = []
  const frame = new Int16Array(samples)
  for (let step = 0; step < frames; step++) {
    steps.push(source.next(frame) ? (frame[0] ?? 0) : 'end')
    // Files are opened in between.
    await Promise.resolve()
  }
  return steps
}

const rows: readonly (readonly [what: string, sounds: readonly ReadSound[], options: Partial<FilesSource>, steps: (number | 'end')[]])[] = [
  ['files follow each other without a gap', [sound(1, 2), sound(2, 2)], {}, [0, 100, 101, 200, 201, 'end']],
  ['a list is repeated', [sound(1, 1)], { repeat: 2 }, [0, 100, 100, 'end']],
  ['there is silence between two files', [sound(1, 1), sound(2, 1)], { pauseMs: 40 }, [0, 100, 0, 0, 200, 'end']],
  ['it begins in the middle of the second file', [sound(1, 3), sound(2, 3)], { startMs: 80 }, [0, 201, 202, 'end']],
  ['a start beyond the end counts on from the beginning', [sound(1, 3)], { startMs: 220, repeat: 'forever' }, [0, 102, 100, 101]],
  ['what cannot be read is left out', [broken, sound(2, 1)], {}, [0, 200, 'end']],
  ['a list of which nothing can be read is over', [broken, broken], { repeat: 'forever' }, [0, 'end', 'end']],
  ['an empty list is over at once', [], {}, ['end']],
  ['a list repeated zero times is over at once', [sound(1, 1)], { repeat: 0 }, ['end']],
]
for (const [what, sounds, options, steps] of rows) {
  test(`${what}`, async () => assert.deepEqual(await heard(listOf(sounds, options).source, steps.length), steps))
}

test('each file left out is told, with the reason', async () => {
  const { source, failed } = listOf([broken, sound(2, 1), broken])
  await heard(source, 6)
  assert.deepEqual([failed, source.failures], [['0: it is broken', '2: it is broken'], 2])
})

test('while a file is still being read there is silence, and nothing of it is missed', async () => {
  const whole = sound(1, 2)
  const reading = { ...whole, available: 160, isLoaded: false }
  const { source } = listOf([reading])
  assert.deepEqual(await heard(source, 4), [0, 100, 0, 0])
  Object.assign(reading, { available: 320, isLoaded: true })
  assert.deepEqual(await heard(source, 2), [101, 'end'])
})

test('a change of rate goes on at the same place', async () => {
  const { source } = listOf([sound(1, 3)])
  assert.deepEqual(await heard(source, 2), [0, 100])
  assert.deepEqual(await heard(source, 3, 320), [0, 1, 2])
})

test('gain is applied, and cut at full scale', async () => {
  const loud = { ...sound(0, 1), samples: new Int16Array(160).fill(20_000) }
  assert.deepEqual(await heard(listOf([loud], { gainDb: 6.0206 }).source, 2), [0, 32_767])
  assert.deepEqual(await heard(listOf([loud], { gainDb: -6.0206 }).source, 2), [0, 10_000])
})
