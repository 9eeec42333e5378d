import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_SOURCE_LIMITS, SourceHistory } from './source-history.ts'

const limits = {
  ...DEFAULT_SOURCE_LIMITS,
  freeMistakes: 2,
  firstBlockMs: 1_000,
  longestBlockMs: 4_000,
  unansweredChallenges: 3,
  windowMs: 500,
}

test('each wrong password beyond the free ones doubles the waiting time, up to the longest', () => {
  const history = new SourceHistory(limits)
  const waits: number[] = []
  let nowMs = 0
  for (let mistake = 0; mistake < 6; mistake++) {
    history.mistaken('192.0.2.1', nowMs)
    let waited = 0
    while (history.mustWait('192.0.2.1', nowMs + waited)) waited += 500
    waits.push(waited)
    nowMs += waited
  }
  assert.deepEqual(waits, [0, 0, 1_000, 2_000, 4_000, 4_000])
})

test('a source that proves itself starts afresh', () => {
  const history = new SourceHistory(limits)
  for (let mistake = 0; mistake < 5; mistake++) history.mistaken('192.0.2.1', 0)
  history.proved('192.0.2.1')
  assert.equal(history.mustWait('192.0.2.1', 0), false)
})

test('a source that leaves challenges unanswered gets no more until the window is over', () => {
  const history = new SourceHistory(limits)
  for (let challenge = 0; challenge < 3; challenge++) history.challenged('192.0.2.1', 100)
  assert.equal(history.isMute('192.0.2.1', 400), true)
  assert.equal(history.isMute('192.0.2.1', 600), false)
  assert.equal(history.isMute('192.0.2.2', 400), false)
})

test('only so many sources are remembered', () => {
  const history = new SourceHistory({ ...limits, maxSources: 1 })
  for (let mistake = 0; mistake < 5; mistake++) history.mistaken('192.0.2.1', 0)
  history.mistaken('192.0.2.2', 0)
  assert.equal(history.mustWait('192.0.2.1', 0), false)
})

test('mistakes are forgotten after a long time without another one', () => {
  const history = new SourceHistory({ ...limits, forgetAfterMs: 10_000 })
  for (let mistake = 0; mistake < 5; mistake++) history.mistaken('192.0.2.1', 0)
  history.mistaken('192.0.2.1', 10_001)
  assert.equal(history.mustWait('192.0.2.1', 10_002), false)
})

test('the addresses of one IPv6 network are one source', () => {
  const history = new SourceHistory(limits)
  for (let host = 1; host < 6; host++) history.mistaken(`2001:db8::${host}`, 0)
  assert.equal(history.mustWait('2001:db8::ffff', 0), true)
  assert.equal(history.mustWait('2001:db8:0:1::1', 0), false)
})
