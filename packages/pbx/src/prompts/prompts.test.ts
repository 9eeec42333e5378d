import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { DEFAULT_PROFILE } from '@klinke/accounts'
import { CallingToneDetector, parseWav } from '@klinke/rtp'
import { activeLevelDbm0 } from '../sounds/normalise.ts'
import { readWav } from '../sounds/read-wav.ts'
import { recordedPrompts } from './catalogue.ts'
import { Prompts } from './prompts.ts'
import { NO_PROMPTS } from './tenant-prompts.ts'

const TENANT = { prompts: NO_PROMPTS, profile: DEFAULT_PROFILE }
const prompts = new Prompts((key) => `/blobs/${key}`)
const names = (files: readonly string[]): readonly string[] => files.map((file) => file.split('/').slice(-2).join('/'))

for (const language of ['de', 'en'] as const) {
  test(`every prompt is recorded in ${language}, as 8 kHz mono, and nothing else lies there`, () => {
    const folder = join(import.meta.dirname, 'audio', language)
    const ids = recordedPrompts(language)
    for (const id of ids) {
      const file = readFileSync(join(folder, `${id}.wav`))
      const header = parseWav(file, file.length)
      assert.ok(header.ok, id)
      assert.partialDeepStrictEqual(header.value, { sampleRateHz: 8000, channels: 1 })
      assert.ok(header.value.dataOctets > 1600, `${id} is shorter than 100 ms`)
    }
    assert.deepEqual(
      readdirSync(folder)
        .map((name) => basename(name, '.wav'))
        .sort(),
      [...ids].sort(),
    )
  })
}

test('prompts are equally loud', () => {
  for (const id of ['please-wait', 'vm-main-menu', 'queue-welcome', 'number-21'] as const) {
    const [file = ''] = prompts.files(id, { tenant: TENANT })
    const sound = readWav(readFileSync(file))
    assert.ok(sound.ok)
    const level = activeLevelDbm0(sound.value)
    assert.ok(Math.abs(level + 18) < 4, `${id}: ${level} dBm0`)
  }
})

test('what a tenant hears is German, in the language of its profile, or in that of the flow', () => {
  const english = { ...TENANT, profile: { ...DEFAULT_PROFILE, language: 'en' as const } }
  assert.deepEqual(names(prompts.files('please-wait', { tenant: TENANT })), ['de/please-wait.wav'])
  assert.deepEqual(names(prompts.files('please-wait', { tenant: english })), ['en/please-wait.wav'])
  assert.deepEqual(names(prompts.files('please-wait', { tenant: english, language: 'de' })), ['de/please-wait.wav'])
})

test("a tenant's own recording takes the place of the product's, in its language only", () => {
  const tenant = { ...TENANT, prompts: { ...NO_PROMPTS, replaced: new Map([['de/please-wait', 'own']]) } }
  assert.deepEqual(prompts.files('please-wait', { tenant }), ['/blobs/own'])
  assert.deepEqual(names(prompts.files('please-wait', { tenant, language: 'en' })), ['en/please-wait.wav'])
})

test("an own recording whose file is gone is replaced by the product's sentence, the others stay", () => {
  const replaced = new Map([
    ['de/please-wait', 'gone'],
    ['de/goodbye', 'own'],
  ])
  const careful = new Prompts(
    (key) => `/blobs/${key}`,
    (path) => path !== '/blobs/gone',
  )
  const tenant = { ...TENANT, prompts: { ...NO_PROMPTS, replaced } }
  assert.deepEqual(names(careful.files(['please-wait', 'goodbye'], { tenant })), ['de/please-wait.wav', 'blobs/own'])
})

test('words that a language does not need are no files', () => {
  assert.deepEqual(names(prompts.dateTimeFiles(0, 0, { tenant: TENANT })), [
    'de/today.wav',
    'de/time-at.wav',
    'de/number-ein.wav',
    'de/time-uhr.wav',
  ])
})

test("music on hold is the product's until the tenant has its own", () => {
  const [own] = [prompts.holdMusic({ prompts: { ...NO_PROMPTS, holdMusic: ['a', 'b'] } })]
  assert.deepEqual(own, { kind: 'files', files: ['/blobs/a', '/blobs/b'], repeat: 'forever' })
  const careful = new Prompts(
    (key) => `/blobs/${key}`,
    (path) => path === '/blobs/b',
  )
  const played = (...holdMusic: string[]) => careful.holdMusic({ prompts: { ...NO_PROMPTS, holdMusic } })
  assert.deepEqual(played('a', 'b'), { kind: 'files', files: ['/blobs/b'], repeat: 'forever' }, 'a piece whose file is gone is left out')
  const product = prompts.holdMusic(TENANT)
  assert.deepEqual(played('a'), product, 'where all are gone the product has some')
  assert.ok(product.kind === 'files' && product.files.length === 1)
  assert.ok(parseWav(readFileSync(product.files[0] ?? ''), 300_000).ok)
})

test('nothing that the product says sounds like a fax machine that calls', () => {
  for (const language of ['de', 'en'] as const) {
    for (const id of recordedPrompts(language)) {
      const file = readFileSync(join(import.meta.dirname, 'audio', language, `${id}.wav`))
      const sound = readWav(file)
      assert.ok(sound.ok)
      const samples = Int16Array.from(sound.value.samples, (sample) => 32_767 * sample)
      const detector = new CallingToneDetector(8000)
      for (let at = 0; at < samples.length; at += 160) assert.ok(!detector.add(samples.subarray(at, at + 160)), `${language}/${id}`)
    }
  }
})
