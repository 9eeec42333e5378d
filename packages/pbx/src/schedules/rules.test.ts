import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newSchedule } from './rules.ts'

const base = { name: 'Büro', week: [{ days: ['mon'], from: '08:00', to: '17:00' }] }
const special = (more: object) => ({ ...base, specialDays: [{ name: 'x', from: '2026-12-24', hours: [], ...more }] })

const rows: readonly (readonly [what: string, schedule: object, valid: boolean])[] = [
  ['plain office hours', base, true],
  ['the end of the day', { ...base, week: [{ days: ['sat'], from: '20:00', to: '24:00' }] }, true],
  ['hours over midnight', { ...base, week: [{ days: ['sat'], from: '22:00', to: '06:00' }] }, false],
  ['half past 25', { ...base, week: [{ days: ['sat'], from: '08:00', to: '25:30' }] }, false],
  ['no day of the week', { ...base, week: [{ days: [], from: '08:00', to: '17:00' }] }, false],
  ['a Land that is none', { ...base, holidays: { land: 'XX' } }, false],
  ['holidays of a Land', { ...base, holidays: { land: 'BY', local: ['assumption-day'] } }, true],
  ['29 February of every year', special({ from: '02-29' }), true],
  ['29 February 2027', special({ from: '2027-02-29' }), false],
  ['30 February', special({ from: '02-30' }), false],
  ['the turn of the year, every year', special({ from: '12-27', to: '01-02' }), true],
  ['an end before its beginning', special({ from: '2026-12-27', to: '2026-12-01' }), false],
  ['an end without its year', special({ from: '2026-12-27', to: '12-28' }), false],
  ['a time zone', { ...base, timeZone: 'Europe/Vienna' }, true],
  ['a time zone that is none', { ...base, timeZone: 'Mars/Olympus' }, false],
]
for (const [what, schedule, valid] of rows) {
  test(`a schedule with ${what} is ${valid ? 'accepted' : 'refused'}`, () => {
    assert.equal(newSchedule.safeParse(schedule).success, valid)
  })
}
