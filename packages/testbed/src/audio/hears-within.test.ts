import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { TemporaryFolder } from '../peers/temporary-folder.ts'
import type { Sound } from './goertzel.ts'
import { hearsInstead, hearsRecording, hearsTone } from './hears-within.ts'
import { readWav, writeTone } from './wav.ts'

const TONE = { frequencyHz: 1000, levelDbm0: -10 }

test('a hole in what is heard is passed over, and so is who was heard before, but not another tone', async () => {
  using folder = new TemporaryFolder('hears-within')
  const path = join(folder.path, 'tone.wav')
  writeTone(path, TONE.frequencyHz, TONE.levelDbm0, 0.5)
  const whole = readWav(path)
  const holed = { ...whole, samples: whole.samples.map((sample, at) => (at > 1000 && at < 3000 ? 0 : sample)) }
  const sounds: Sound[] = [holed, whole]
  const listener = { listen: () => Promise.resolve(sounds.shift() ?? holed) }
  await hearsTone('who listens', listener, TONE, 500)
  assert.equal(sounds.length, 0)
  const others = [whole, { ...whole, samples: whole.samples.map((sample, at) => (at % 4 < 2 ? sample : -sample)) }]
  await hearsInstead('who is on hold', { listen: () => Promise.resolve(others.shift() ?? whole) }, TONE, 500)
  assert.equal(others.length, 0)
  const beep = join(folder.path, 'beep.wav')
  writeTone(beep, 400, -10, 0.01)
  await assert.rejects(
    hearsRecording('who listens', { listen: () => Promise.resolve(whole) }, beep, 500),
    /who listens should hear beep.wav/,
  )
})
