import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CUSTOMER_STATES, percentOf, type RunCounts, secondsLeftOf } from './run.ts'

const counts = (some: Partial<RunCounts>): RunCounts => ({
  ...(Object.fromEntries(CUSTOMER_STATES.map((state) => [state, 0])) as RunCounts),
  ...some,
})

test('a run tells how far it is, and how long it takes yet if it goes on as fast', () => {
  const drafting = counts({ waiting: 6_000, drafted: 3_900, nothing: 90, problem: 10 })
  assert.equal(percentOf('drafting', drafting), 40)
  assert.equal(secondsLeftOf({ state: 'drafting', inStateSeconds: 100 }, drafting), 150)
  const issuing = counts({ drafted: 1_000, issued: 2_999, changed: 1, problem: 10 })
  assert.equal(percentOf('issuing', issuing), 75)
  assert.equal(secondsLeftOf({ state: 'issuing', inStateSeconds: 60 }, issuing), 20)
})

test('nobody knows how long it takes while it stands, or before the first customer is done', () => {
  assert.equal(secondsLeftOf({ state: 'drafted', inStateSeconds: 60 }, counts({ drafted: 5 })), null)
  assert.equal(secondsLeftOf({ state: 'drafting', inStateSeconds: 1 }, counts({ waiting: 5 })), null)
})
