import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OneAtATime } from './one-at-a-time.ts'

const refuse = () => new Error('too many')

test('one is done after the other, and one that fails holds up none', async () => {
  const turns = new OneAtATime()
  const log: string[] = []
  const step =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const all = await Promise.allSettled([turns.run(step('a', true), refuse), turns.run(step('b'), refuse)])
  assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends'])
  assert.deepEqual(
    all.map(({ status }) => status),
    ['rejected', 'fulfilled'],
  )
})

test('only so many wait', async () => {
  const turns = new OneAtATime()
  const held = Promise.withResolvers<void>()
  const all = Array.from({ length: 50 }, () => turns.run(() => held.promise, refuse))
  await assert.rejects(
    turns.run(() => Promise.resolve(), refuse),
    /too many/,
  )
  held.resolve()
  await Promise.all(all)
  await turns.run(() => Promise.resolve(), refuse)
})
