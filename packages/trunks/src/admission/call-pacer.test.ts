import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CallPacer } from './call-pacer.ts'
import type { CallRate } from './call-rate.ts'

const SECOND: CallRate = { callsPerSecond: 1, gapMs: 1000, maxWaiting: 3, maxWaitMs: 60_000 }

/** What becomes of calls at those times: how long each waits, or `-` and after how many seconds it may try again. */
function turns(rate: CallRate, ...atMs: readonly number[]): readonly (number | string)[] {
  const pacer = new CallPacer()
  return atMs.map((nowMs) => {
    const turn = pacer.ask('a', rate, nowMs)
    return turn.kind === 'go' ? turn.waitMs : `-${turn.retryAfterSeconds}`
  })
}

for (const [what, rate, atMs, expected] of [
  ['calls that keep the gap go at once', SECOND, [0, 1000, 2500], [0, 0, 0]],
  ['calls that come at once go one by one', SECOND, [0, 0, 0], [0, 1000, 2000]],
  ['one more than may wait is told when to come again', SECOND, [0, 0, 0, 0, 0], [0, 1000, 2000, 3000, '-1']],
  ['calls that were not made are not saved up (TRK-04: not cumulative)', SECOND, [0, 60_000, 60_000, 60_000], [0, 0, 1000, 2000]],
  ['who is refused takes no turn', SECOND, [0, 0, 0, 0, 0, 0, 1000], [0, 1000, 2000, 3000, '-1', '-1', 3000]],
  ['nobody waits longer than allowed', { ...SECOND, maxWaitMs: 1500 }, [0, 0, 0], [0, 1000, '-1']],
  ['the time to come again is rounded up', { ...SECOND, gapMs: 5000, maxWaiting: 0 }, [0, 100, 4999, 5000], [0, '-5', '-1', 0]],
] as const) {
  test(what, () => assert.deepEqual(turns(rate, ...atMs), expected))
}

test('100 calls a second of one account do not delay another', () => {
  const pacer = new CallPacer()
  for (let i = 0; i < 1000; i++) pacer.ask('flooder', SECOND, i * 10)
  assert.deepEqual(pacer.ask('other', SECOND, 10_000), { kind: 'go', waitMs: 0 })
})

test('waiting calls are counted until it is their turn', () => {
  const pacer = new CallPacer()
  for (let i = 0; i < 3; i++) pacer.ask('a', SECOND, 0)
  assert.deepEqual(
    [0, 999, 1000, 1001, 2000].map((nowMs) => pacer.waiting('a', SECOND, nowMs)),
    [2, 2, 1, 1, 0],
  )
})
