import assert from 'node:assert/strict'
import { test } from 'node:test'
import { race } from './race.ts'

const RUNS = 2000

test(`${RUNS} seeded calls over bad networks, everybody acting at any moment: each ends once on both sides and leaves nothing`, async () => {
  const seen = new Set<string>()
  for (let seed = 1; seed <= RUNS; seed++) {
    const { callerOutcome, accepted } = await race(seed)
    seen.add(`${callerOutcome}, ${accepted ? 'accepted' : 'not accepted'}`)
  }
  // All ends that there are have come up, among them the 2xx that crosses a CANCEL.
  assert.deepEqual([...seen].sort(), ['answered, accepted', 'failed, accepted', 'failed, not accepted'])
})
