import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowGraph } from './blocks.ts'
import { announcementsIn, checkPrompts } from './check-prompts.ts'

const ANNOUNCEMENT = '0190b7a0-0000-7000-8000-000000000001'

test('a block says a prompt of the product or an announcement of the tenant; anything else is to be mended', () => {
  const blocks = [
    { id: 'say', kind: 'announcement', prompt: 'please-wait', next: 'own' },
    { id: 'own', kind: 'announcement', prompt: ANNOUNCEMENT, next: 'menu' },
    { id: 'menu', kind: 'menu', prompt: 'please-wait', invalidPrompt: 'nonsense', keys: { 1: 'say' } },
  ]
  const graph = flowGraph.parse({ start: 'say', blocks })
  assert.deepEqual(
    checkPrompts(graph).map(({ block, text }) => [block, /says "nonsense"/.test(text.en)]),
    [['menu', true]],
  )
  assert.deepEqual(announcementsIn(graph), [ANNOUNCEMENT])
})
