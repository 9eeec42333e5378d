import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { bringSounds } from './bring-sounds.ts'

test('all that calls may play is brought here: prompts, music, announcements in every language; one that fails keeps none of the others', async () => {
  const welcome = { id: 'a', name: 'Willkommen', sounds: new Map([['de', 'said-de'] as const, ['en', 'said-en'] as const]) }
  const tenant = {
    id: 'acme',
    prompts: { replaced: new Map([['de/done', 'prompt']]), holdMusic: ['music'] },
    announcements: { byId: new Map([['a', welcome]]), recordingPinHash: undefined },
  }
  const asked: string[] = []
  const fetch = (key: string) => {
    asked.push(key)
    return key === 'music' ? Promise.reject(new Error('away')) : Promise.resolve(`/blobs/${key}`)
  }
  await bringSounds(tenant, { fetch }, silentLogger)
  assert.deepEqual(asked, ['prompt', 'music', 'said-de', 'said-en'])
})
