import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ComponentState, MAX_GAP_MS, measured, type OutageChange, type Probe, rested } from './measure.ts'

const MINUTE = 60_000

function after(...probes: readonly (readonly [minute: number, good: boolean])[]): {
  state: ComponentState | undefined
  changes: OutageChange[]
} {
  let state: ComponentState | undefined
  const changes: OutageChange[] = []
  for (const [minute, good] of probes) {
    const probe: Probe = { atMs: minute * MINUTE, good, detail: good ? '' : 'no answer' }
    const next = measured(state, 'signalling', probe)
    state = next.state
    changes.push(...next.changes)
  }
  return { state, changes }
}

test('probes that go well make no rows', () => {
  const { state, changes } = after([0, true], [2, true], [4, true])
  assert.deepEqual(changes, [])
  assert.deepEqual(state, {
    component: 'signalling',
    measuredFromMs: 0,
    probedMs: 4 * MINUTE,
    goodMs: 4 * MINUTE,
    downSinceMs: undefined,
    restsSinceMs: undefined,
  })
})

test('an outage lasts from the first probe that fails to the first that goes well', () => {
  assert.deepEqual(after([0, true], [2, false], [4, false], [6, true], [8, true]).changes, [
    { kind: 'begun', fromMs: 2 * MINUTE, cause: 'failed', detail: 'no answer' },
    { kind: 'ended', atMs: 6 * MINUTE },
  ])
})

test('where nobody has probed the exchange was down, from the last good probe on', () => {
  assert.deepEqual(after([0, true], [60, true]).changes, [{ kind: 'missed', fromMs: 0, untilMs: 60 * MINUTE }])
  assert.deepEqual(after([0, true], [MAX_GAP_MS / MINUTE, true]).changes, [], 'a late probe is none that was missed')
  assert.deepEqual(after([0, true], [60, false], [62, true]).changes, [
    { kind: 'missed', fromMs: 0, untilMs: 60 * MINUTE },
    { kind: 'begun', fromMs: 60 * MINUTE, cause: 'failed', detail: 'no answer' },
    { kind: 'ended', atMs: 62 * MINUTE },
  ])
})

test('an outage over which the exchange stops goes on until a probe goes well', () => {
  assert.deepEqual(after([0, true], [2, false], [60, false], [62, true]).changes, [
    { kind: 'begun', fromMs: 2 * MINUTE, cause: 'failed', detail: 'no answer' },
    { kind: 'ended', atMs: 62 * MINUTE },
  ])
})

test('a clock that was set back makes no time of its own', () => {
  const { state, changes } = after([10, true], [4, false], [12, true])
  assert.deepEqual(changes, [])
  assert.equal(state?.probedMs, 12 * MINUTE)
})

test('while nobody means to measure nothing is missed, and an outage that lasted has ended', () => {
  const { state: works } = after([0, true])
  const rest = rested(works, 2 * MINUTE)
  assert.deepEqual(rest?.changes, [])
  const again = measured(rest?.state, 'signalling', { atMs: 30_000 * MINUTE, good: true, detail: '' })
  assert.deepEqual(again.changes, [])
  assert.equal(again.state.restsSinceMs, undefined, 'from now on what is missed is an outage again')
  assert.deepEqual(rested(rest?.state, 4 * MINUTE), undefined, 'it rests already')
  assert.deepEqual(rested(after([0, true], [2, false]).state, 4 * MINUTE)?.changes, [{ kind: 'ended', atMs: 4 * MINUTE }])
  assert.deepEqual(rested(works, 60 * MINUTE)?.changes, [{ kind: 'missed', fromMs: 0, untilMs: 60 * MINUTE }], 'down before it rested')
  assert.equal(rested(undefined, 0), undefined)
})
