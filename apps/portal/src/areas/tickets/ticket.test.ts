import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursAndMinutes, percentSpent } from './ticket.ts'

for (const [spentMinutes, percent] of [
  [0, 0],
  [120, 25],
  [480, 100],
  [900, 100],
] as const)
  test(`after ${spentMinutes} of 480 minutes the bar is at ${percent} per cent`, () =>
    assert.equal(percentSpent({ spentMinutes, promisedMinutes: 480 }), percent))

test('minutes are shown as hours and minutes, late ones too', () => {
  assert.deepEqual([0, 65, -125].map(hoursAndMinutes), ['0:00', '1:05', '2:05'])
})
