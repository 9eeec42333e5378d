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

test('BIL-01: the package of an extension says for how many callbacks it may wait', async () => {
  const userPackages = [{ id: 'basic', title: { de: 'Basis', en: 'Basic' }, limits: { callbacksPerExtension: 1 } }]
  const world = new CompletionWorld({ userPackages, callbacksPerExtension: 5 }, new PaperCompletions(), { '10': 'basic' })
  await world.call('12', '11', 200)
  await world.call('14', '13', 200)
  for (const from of ['10', '15'])
    for (const to of ['11', '13']) {
      await world.call(from, to, 486)
      await world.code(from, '*37')
    }
  const waiting = (extensionId: string) => world.completions.of(extensionId).length
  assert.deepEqual([waiting('acme-10'), waiting('acme-15')], [1, 2])
})
