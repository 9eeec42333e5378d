import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mustWarn } from './elsewhere.ts'

const AWAY = { site: 'Köln', whereabouts: 'elsewhere' } as const

for (const [typed, warns] of [
  ['0221 4710', true],
  ['11', true],
  ['112', false],
  ['110', false],
  ['0112', false],
  ['+49 112', false],
  ['*31112', false],
] as const) {
  test(`EMG-04: away from the site ${warns ? 'a warning comes before' : 'nothing stands before'} ${typed}`, () =>
    assert.equal(mustWarn(AWAY, typed), warns))
}

test('EMG-04: at the site, and where nobody knows, no warning stands before a call', () => {
  for (const place of [undefined, { ...AWAY, whereabouts: 'here' }, { ...AWAY, whereabouts: 'unknown' }] as const)
    assert.equal(mustWarn(place, '0221 4710'), false)
})
