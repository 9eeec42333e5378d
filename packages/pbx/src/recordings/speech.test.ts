import assert from 'node:assert/strict'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'
import type { Language } from '@klinke/platform'
import { Prompts } from '../prompts/prompts.ts'
import { RecordingSpeech } from './speech.ts'
import { RecordingWorld } from './test-support/recording-world.ts'

const OUTSIDE = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: undefined }
const ANNA = { tenantId: 'acme', extensionId: 'acme-10', number: '10', displayName: undefined }

for (const [who, party, chosen, expected] of [
  ['an extension', ANNA, ['de', 'en'], 'en'],
  ['a party outside, of languages that the tenant has chosen', OUTSIDE, ['de', 'en'], 'de en'],
  ['a party outside, of none chosen', OUTSIDE, [], 'en'],
] as const satisfies readonly (readonly [string, object, readonly Language[], string])[]) {
  test(`LAW-06: ${who} is told in ${expected}`, () => {
    const { pbx } = new RecordingWorld({ noticeLanguages: chosen }, [], {}, { profile: { language: 'en' } })
    const speech = new RecordingSpeech(new Prompts((key) => key), pbx.directory())
    const tenant = pbx.directory().tenant('acme')
    assert.ok(tenant)
    const source = speech.source('recording-notice', { party }, tenant)
    assert.equal(source.kind === 'files' && source.files.map((file) => basename(dirname(file))).join(' '), expected)
  })
}
