import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { RateLimit } from './rate-limit.ts'

test('after a burst a client passes as often as the rate allows', async () => {
  const clock = new VirtualClock()
  const limit = new RateLimit({ burst: 2, perSecond: 0.5 }, clock)
  assert.deepEqual([limit.take('a'), limit.take('a'), limit.take('a')], [0, 0, 2])
  await clock.advance(2_000)
  assert.deepEqual([limit.take('a'), limit.take('a')], [0, 2])
})

test('one client does not use up the share of another', () => {
  const limit = new RateLimit({ burst: 1, perSecond: 1 }, new VirtualClock())
  assert.deepEqual([limit.take('a'), limit.take('b')], [0, 0])
})
