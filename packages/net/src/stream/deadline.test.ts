import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { Deadline } from './deadline.ts'

test('a deadline passes once, at the time set last, moved later or earlier', async () => {
  const clock = new VirtualClock()
  const passed: number[] = []
  const deadline = new Deadline(clock, () => passed.push(clock.nowMs()))
  deadline.set(1000)
  await clock.advance(500)
  deadline.set(1000)
  await clock.advance(999)
  assert.deepEqual(passed, [])
  deadline.set(100)
  await clock.advance(5000)
  assert.deepEqual(passed, [1599])
  assert.equal(clock.pending, 0)
})

test('a cancelled deadline does not pass and leaves no timer', async () => {
  const clock = new VirtualClock()
  const deadline = new Deadline(clock, () => assert.fail())
  deadline.set(10)
  deadline.cancel()
  assert.equal(clock.pending, 0)
  await clock.advance(100)
})
