import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mustWarn } from './elsewhere.ts'

const AWAY = { site: 'Köln', whereabouts: 'elsewhere' } as const

for (const [typed, first, again] of [
  ['0221 4710', true, false],
  ['11', true, false],
  ['112', true, true],
  ['110', true, true],
  ['0112', true, true],
  ['+49 112', true, true],
  ['*31112', true, true],
] as const) {
  test(`EMG-04: away from the site a warning comes before ${typed}, ${again ? 'each time' : 'the first time'}`, () =>
    assert.deepEqual([mustWarn(AWAY, typed, false), mustWarn(AWAY, typed, true)], [first, again]))
}

test('EMG-04: at the site, and where nobody knows, no warning stands before a call', () => {
  for (const whereabouts of ['here', 'unknown'] as const) assert.equal(mustWarn({ ...AWAY, whereabouts }, '112', false), false)
})
