import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { DEFAULT_PROFILE } from '@klinke/accounts'
import { NO_ANNOUNCEMENTS } from '../announcements/announcement.ts'
import { Prompts } from '../prompts/prompts.ts'
import { NO_PROMPTS } from '../prompts/tenant-prompts.ts'
import { flowPrompts } from './flow-prompts.ts'
import { ANNA, MAX } from './test-support/worlds.ts'

const WELCOME = { id: 'welcome', name: 'Willkommen', sounds: new Map([['en', 'key-en']] as const) }
const announcements = { ...NO_ANNOUNCEMENTS, byId: new Map([[WELCOME.id, WELCOME]]) }
const context = { tenant: { prompts: NO_PROMPTS, profile: DEFAULT_PROFILE, announcements }, pbx: { prompts: new Prompts((key) => key) } }

test('IVR-02: between several people the caller hears which key is for which extension', () => {
  const source = flowPrompts({ kind: 'choice', people: [ANNA, MAX] }, context)
  assert.equal(
    source?.kind === 'files' && source.files.map((file) => basename(file, '.wav')).join(' '),
    'flow-for number-1 number-0 flow-press number-1 flow-for number-1 number-2 flow-press number-2',
  )
})

test('a prompt that does not exist is nothing, whatever its name', () => {
  for (const name of ['no-such-prompt', '../../../etc/passwd', 'toString']) {
    assert.equal(flowPrompts({ kind: 'prompt', name }, context), undefined)
  }
  assert.equal(flowPrompts({ kind: 'prompt', name: 'please-wait' }, context)?.kind, 'files')
})

test("the tenant's announcements are said by their ids", () => {
  assert.deepEqual(flowPrompts({ kind: 'prompt', name: 'welcome' }, context), { kind: 'files', files: ['key-en'], repeat: 1 })
})
