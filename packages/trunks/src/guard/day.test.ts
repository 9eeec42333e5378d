import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDay } from './calendar-day.ts'
import { Meter } from './meter.ts'

for (const [date, hours] of [
  ['2026-03-29', 23],
  ['2026-07-01', 24],
  ['2026-10-25', 25],
] as const) {
  test(`${date} has ${hours} hours in Berlin`, () => {
    const day = calendarDay(Date.parse(`${date}T10:00:00Z`), 'Europe/Berlin')
    assert.deepEqual([day.date, (day.endMs - day.startMs) / 3_600_000], [date, hours])
    assert.equal(calendarDay(day.endMs, 'Europe/Berlin').startMs, day.endMs)
  })
}

test('a meter knows what is used at any moment, and when an amount will be', () => {
  const meter = new Meter(0)
  meter.changeRate(2, 1_000)
  assert.equal(meter.used(2_500), 3)
  assert.equal(meter.reachesAtMs(10, 2_500), 6_000)
  meter.changeRate(-2, 3_000)
  assert.equal(meter.used(9_000), 4)
  assert.equal(meter.reachesAtMs(10, 9_000), undefined)
  assert.equal(meter.reachesAtMs(4, 9_000), 9_000)
})

test('at midnight a meter is empty and runs on', () => {
  const meter = new Meter(0)
  meter.changeRate(3, 0)
  meter.beginAgain(10_000)
  assert.equal(meter.used(12_000), 6)
})
