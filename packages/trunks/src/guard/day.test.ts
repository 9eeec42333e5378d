import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDay } from './calendar-day.ts'
import { DayCounters } from './day-counters.ts'
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

test('what a call has reached is found without a look at the extensions that have called beside it', () => {
  const counters = new DayCounters(calendarDay(0, 'UTC'))
  const call = {
    tenantId: 'acme',
    number: '+4930',
    country: 'DE',
    isInternational: false,
    isChargeable: true,
    microsPerSecond: 0,
    isOffHours: false,
  }
  const calls = Array.from({ length: 100 }, (_, index) => ({ ...call, extensionId: `acme-${index}` }))
  for (const each of calls) counters.start(each, 0)
  let reads = 0
  const limits = {
    get minutesPerExtensionPerDay() {
      reads++
      return 1
    },
  }
  assert.equal(counters.reached(limits, 100, 60_000).length, 100)
  reads = 0
  const reached = { measure: 'minutesPerExtensionPerDay', extensionId: 'acme-7', limit: 1 }
  assert.deepEqual(counters.reached(limits, 100, 60_000, calls[7]), [reached])
  assert.equal(counters.nextMs(limits, 59_000, calls[7]), 60_000)
  assert.equal(reads, 2)
})
