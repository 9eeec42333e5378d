import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GIVE_UP_AFTER_ATTEMPTS, pauseAfter } from './retries.ts'

test('a mail server that is down for three days loses nothing; then it is given up, which somebody sees', () => {
  let waited = 0
  for (let attempts = 1; attempts < GIVE_UP_AFTER_ATTEMPTS; attempts++) waited += pauseAfter(attempts) ?? Number.NaN
  assert.ok(waited > 2.9 * 86_400_000 && waited < 3.2 * 86_400_000, `${waited} ms`)
  assert.deepEqual([pauseAfter(1), pauseAfter(4), pauseAfter(GIVE_UP_AFTER_ATTEMPTS)], [60_000, 3_600_000, undefined])
})
