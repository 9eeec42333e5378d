import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LocalClock } from './local-clock.ts'

const ROWS: readonly (readonly [utc: string, local: string])[] = [
  ['2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000'],
  // 02:30 comes twice.
  ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000'],
  ['2026-12-31T22:59:59.999Z', '2026-12-31T23:59:59.999'],
  ['2028-02-28T23:00:00.000Z', '2028-02-29T00:00:00.000'],
  ['1999-07-01T00:00:00.000Z', '1999-07-01T02:00:00.000'],
]

test('civil time is that of the clock on the wall, whatever was asked before', () => {
  const clock = new LocalClock('Europe/Berlin')
  for (const round of [ROWS, ROWS.toReversed(), ROWS])
    for (const [utc, local] of round) assert.equal(clock.localMs(Date.parse(utc)), Date.parse(`${local}Z`), utc)
})

test('a zone whose clocks never change needs one span', () => {
  const clock = new LocalClock('UTC')
  assert.deepEqual(clock.spanAt(0), { fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY, offsetMs: 0 })
})
