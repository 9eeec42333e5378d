import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FilesSource } from '@klinke/rtp'
import type { FrameSource } from './frame-source.ts'
import { openSource } from './open-source.ts'

const GONE = { sampleRateHz: 8000, samples: new Int16Array(), available: 0, isLoaded: true, problem: 'it is gone' } as const
const nothingThere = { open: () => Promise.resolve(GONE) }

/** Loudest sample of so many frames, and whether the source still plays after them. */
async function heard(source: FrameSource, frames: number): Promise<{ readonly loudest: number; readonly plays: boolean }> {
  const frame = new Int16Array(160)
  let loudest = 0
  let plays = true
  for (let count = 0; count < frames; count++) {
    plays = source.next(frame)
    loudest = Math.max(loudest, ...frame)
    await Promise.resolve()
  }
  return { loudest, plays }
}

function open(repeat: FilesSource['repeat'], told: string[]) {
  return openSource({ kind: 'files', files: ['music.wav'], repeat }, nothingThere, (file) => told.push(file))
}

test('who waits with music whose files are gone hears a tone within two seconds, and for as long as it takes', async () => {
  const told: string[] = []
  const { source } = open('forever', told)
  const first = await heard(source, 100)
  assert.ok(first.loudest > 500, `loudest sample ${first.loudest}`)
  await heard(source, 5000)
  assert.deepEqual([(await heard(source, 1000)).plays, told], [true, ['music.wav']])
})

test('an announcement whose file is gone is over, as one that failed', async () => {
  const { source, outcome } = open(1, [])
  assert.deepEqual([(await heard(source, 3)).plays, outcome()], [false, 'failed'])
})
