import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GuardNotice, onceKey } from './notice.ts'

const TEN = { id: 'acme-10', number: '10' }
const LIMIT = { kind: 'limit-reached', date: '2026-01-05', measure: 'minutesPerDay', limit: 60, extension: undefined } as const
const AGENT = { kind: 'agent-refused', userAgent: 'scanner', extension: TEN, date: '2026-01-05' } as const
const HELD = { kind: 'country-held', country: 'AT', number: '+431', extension: TEN } as const

for (const [what, one, other, isSame] of [
  ['a limit on another day', LIMIT, { ...LIMIT, date: '2026-01-06' }, false],
  ['a limit that was raised', LIMIT, { ...LIMIT, limit: 90 }, false],
  ['the same limit again', LIMIT, { ...LIMIT }, true],
  ['its warning', LIMIT, { ...LIMIT, kind: 'limit-warning' }, false],
  ['another number of the same country', HELD, { ...HELD, number: '+432', extension: undefined }, true],
  ['a device that calls itself otherwise each time', AGENT, { ...AGENT, userAgent: 'x' }, true],
] as const satisfies readonly (readonly [string, GuardNotice, GuardNotice, boolean])[]) {
  test(`FRD-05: ${what} is ${isSame ? 'no news' : 'told'}`, () => {
    assert.equal(onceKey(one) === onceKey(other), isSame)
  })
}
