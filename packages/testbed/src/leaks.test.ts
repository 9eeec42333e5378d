import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertNothingLeft } from './leaks.ts'
import { VirtualClock } from './virtual-clock.ts'

test('timers that run out by themselves are no leak', async () => {
  const clock = new VirtualClock()
  clock.after(32_000, () => undefined)
  await assertNothingLeft(clock)
})

test('a timer that is set for ever and a count above 0 are leaks, by name', async () => {
  const clock = new VirtualClock()
  clock.after(3_600_000, () => undefined)
  await assert.rejects(assertNothingLeft(clock, { dialogs: () => 2, calls: () => 0 }), /Left behind: 1 timers, 2 dialogs\./)
})
