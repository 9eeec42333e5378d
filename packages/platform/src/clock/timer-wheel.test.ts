import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { TimerWheel } from './timer-wheel.ts'

test('each timer wakes once, never early and at most a tick late, over several revolutions of the wheel', () => {
  const random = seededRandom(11)
  const wheel = new TimerWheel(5)
  const latenessMs: number[] = []
  let nowMs = 5
  for (let i = 0; i < 2000; i++) {
    const atMs = 5 + below(random, 60_000)
    wheel.set(atMs, () => latenessMs.push(nowMs - atMs))
  }
  for (; nowMs < 60_100; nowMs++) wheel.advance(nowMs)
  assert.equal(latenessMs.length, 2000)
  assert.ok(Math.min(...latenessMs) >= 0)
  assert.ok(Math.max(...latenessMs) <= 4, `latest ${Math.max(...latenessMs)} ms`)
  assert.equal(wheel.size, 0)
})

test('a driver that only comes when told misses no timer', () => {
  const random = seededRandom(12)
  const wheel = new TimerWheel(0)
  let woken = 0
  for (let i = 0; i < 500; i++) wheel.set(below(random, 40_000), () => woken++)
  for (let nextMs = wheel.nextMs(); nextMs !== undefined; nextMs = wheel.nextMs()) wheel.advance(nextMs)
  assert.equal(woken, 500)
})

test('a cancelled timer does not wake, also when cancelled by one that wakes in the same tick', () => {
  const wheel = new TimerWheel(0)
  const woken: string[] = []
  const early = wheel.set(10, () => woken.push('early'))
  wheel.set(20, () => {
    woken.push('first')
    second.cancel()
  })
  const second = wheel.set(20, () => woken.push('second'))
  early.cancel()
  early.cancel()
  wheel.advance(100)
  assert.deepEqual(woken, ['first'])
  assert.equal(wheel.size, 0)
})

test('a timer set for now by a waking one wakes in a later tick, so that a chain of them cannot hang', () => {
  const wheel = new TimerWheel(0)
  let woken = 0
  const again = (): void => {
    woken++
    wheel.set(0, again)
  }
  wheel.set(0, again)
  wheel.advance(100)
  assert.equal(woken, 1)
  wheel.advance(200)
  assert.equal(woken, 2)
})

test('a timer that throws leaves the others due', () => {
  const wheel = new TimerWheel(0)
  let woken = 0
  wheel.set(8, () => {
    throw new Error('bug')
  })
  wheel.set(8, () => woken++)
  assert.throws(() => wheel.advance(10), /bug/)
  assert.ok((wheel.nextMs() ?? Number.POSITIVE_INFINITY) <= 10)
  wheel.advance(10)
  assert.equal(woken, 1)
})

test('after a stop longer than a revolution all that is due wakes at once and nothing more', () => {
  const wheel = new TimerWheel(0)
  const woken: number[] = []
  for (const atMs of [30_000, 100, 7000]) wheel.set(atMs, () => woken.push(atMs))
  wheel.set(3_700_000, () => woken.push(0))
  wheel.advance(3_600_000)
  assert.deepEqual(
    woken.toSorted((a, b) => a - b),
    [100, 7000, 30_000],
  )
  assert.equal(wheel.size, 1)
})
