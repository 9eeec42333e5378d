import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom, sleep } from '@klinke/foundation'
import { VirtualClock } from './virtual-clock.ts'

test('timers fire in order of time, then of creation', async () => {
  const clock = new VirtualClock()
  const random = seededRandom(1)
  const fired: { readonly atMs: number; readonly order: number }[] = []
  for (let order = 0; order < 2000; order++) {
    const atMs = below(random, 100)
    clock.after(atMs, () => fired.push({ atMs: clock.nowMs(), order }))
  }
  await clock.advance(100)
  assert.equal(fired.length, 2000)
  const sorted = fired.toSorted((a, b) => a.atMs - b.atMs || a.order - b.order)
  assert.deepEqual(fired, sorted)
})

test('a cancelled timer never fires and is no longer pending', async () => {
  const clock = new VirtualClock()
  const random = seededRandom(2)
  let fired = 0
  const timers = Array.from({ length: 500 }, () => clock.after(below(random, 50), () => fired++))
  for (const timer of timers.filter((_, index) => index % 3 !== 0)) timer.cancel()
  assert.equal(clock.pending, 167)
  await clock.advance(50)
  assert.equal(fired, 167)
  timers[0]?.cancel()
  assert.equal(clock.pending, 0)
})

test('promise reactions run between two timers', async () => {
  const clock = new VirtualClock()
  const seen: string[] = []
  const task = async (): Promise<void> => {
    await sleep(clock, 10)
    await Promise.resolve()
    seen.push('reaction')
  }
  const done = task()
  clock.after(10, () => seen.push('second timer'))
  await clock.advance(10)
  await done
  assert.deepEqual(seen, ['reaction', 'second timer'])
})

test('a promise is waited for in virtual time, and one that never settles is an error', async () => {
  const clock = new VirtualClock()
  await clock.settled(sleep(clock, 3_600_000))
  assert.equal(clock.nowMs(), 3_600_000)
  await assert.rejects(clock.settled(new Promise(() => undefined)), /did not come true/)
})
