import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Continuity, destinationOf, outageValuesOf, wayNow } from './outage.ts'

const DESTINATIONS: readonly Continuity['destination'][] = [
  { kind: 'external', number: '+493023125000' },
  { kind: 'announcement', targetId: 'a' },
  { kind: 'voicemail', targetId: 'v' },
]
for (const destination of DESTINATIONS) {
  test(`what is set for an outage is shown and saved unchanged: ${destination.kind}`, () => {
    const values = outageValuesOf({ mode: 'always', destination })
    assert.deepEqual([values.mode, destinationOf(values, values.number)], ['always', destination])
  })
}

const ROWS = [
  ['automatic', true, 'pbx'],
  ['automatic', false, 'instead'],
  ['always', true, 'instead'],
  ['always', undefined, 'instead'],
  ['off', true, 'pbx'],
  ['off', false, 'fails'],
  [undefined, false, 'fails'],
  ['automatic', undefined, undefined],
] as const
for (const [mode, reachable, way] of ROWS) {
  test(`with ${mode ?? 'nothing set'} and a PBX that is ${reachable === undefined ? 'unknown' : reachable ? 'there' : 'away'} calls go: ${way ?? 'unknown'}`, () =>
    assert.equal(wayNow(mode, reachable), way))
}
