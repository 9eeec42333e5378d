import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompletionWorld, PaperCompletions } from './test-support/completion-world.ts'

test('what comes of a call while its wish is being deleted does not bring the wish back', async () => {
  const store = new PaperCompletions()
  const world = new CompletionWorld({}, store)
  await world.call('12', '11', 200)
  await world.call('10', '11', 486)
  await world.code('10', '*37')
  const [wish] = world.completions.all
  assert.ok(wish)
  const deleted = world.completions.cancel(wish)
  await Promise.all([deleted, world.completions.replace(wish, { ...wish, attempts: 1 })])
  assert.deepEqual([world.completions.all, [...store.kept]], [[], []])
})
