import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TickSchedule } from './tick-schedule.ts'

test('a late tick does not move the ones after it', () => {
  const schedule = new TickSchedule(1000, 20)
  assert.equal(schedule.take(1019), false)
  assert.equal(schedule.take(1033), true)
  assert.equal(schedule.delayMs(1033), 7)
  assert.equal(schedule.take(1040), true)
  assert.equal(schedule.delayMs(1041), 19)
})

test('ticks missed in a short stall are made up for', () => {
  const schedule = new TickSchedule(0, 20)
  let ticks = 0
  while (schedule.take(100)) ticks++
  assert.equal(ticks, 5)
})

test('ticks missed in a stall of more than a second are given up', () => {
  const schedule = new TickSchedule(0, 20)
  let ticks = 0
  while (schedule.take(60_000)) ticks++
  assert.equal(ticks, 1)
  assert.equal(schedule.delayMs(60_000), 20)
})

test('a late tick tells when it was due', () => {
  const schedule = new TickSchedule(0, 20)
  assert.deepEqual([schedule.take(47), schedule.takenMs, schedule.take(47), schedule.takenMs], [true, 20, true, 40])
})
