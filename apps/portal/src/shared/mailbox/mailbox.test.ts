import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greetingInUse, withMailbox } from './mailbox.ts'

const rows = [
  ['standard', [], { chosen: 'standard', recorded: null }],
  ['standard', ['standard', 'busy'], { chosen: 'standard', recorded: 'standard' }],
  ['temporary', ['standard'], { chosen: 'temporary', recorded: 'standard' }],
  ['temporary', ['busy'], { chosen: 'temporary', recorded: null }],
  ['temporary', ['temporary'], { chosen: 'temporary', recorded: 'temporary' }],
] as const
for (const [greeting, greetings, expected] of rows) {
  test(`with ${greetings.join(', ') || 'nothing'} recorded, "${greeting}" is heard as ${expected.recorded}`, () => {
    assert.deepEqual(greetingInUse({ greeting: { kind: 'always', greeting }, greetings }), expected)
  })
}

test('which greeting is heard by schedule, is not one', () => {
  const schedule = { kind: 'schedule', targetId: 's' } as const
  assert.equal(greetingInUse({ greeting: { kind: 'by-schedule', schedule, open: 'standard', closed: 'busy' }, greetings: [] }), undefined)
})

test('whoever is not answered is led to a new mailbox, but for what leads elsewhere already', () => {
  const shared = { active: false, callers: 'all', during: null, afterSeconds: null } as const
  const busy = { ...shared, when: 'busy', to: { kind: 'extension', targetId: 'colleague' } } as const
  assert.deepEqual(
    withMailbox([busy], 'box').map(({ when, to }) => `${when} ${to.kind}`),
    ['busy extension', 'no-answer voicemail', 'not-registered voicemail'],
  )
})
