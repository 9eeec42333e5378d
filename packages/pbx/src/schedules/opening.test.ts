import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOpen, nextChangeMs, openingAt } from './opening.ts'
import type { Schedule } from './schedule.ts'

const OFFICE: Schedule = {
  id: 's',
  name: 'Büro',
  timeZone: 'Europe/Berlin',
  week: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '12:00' },
    { days: ['mon', 'tue', 'wed', 'thu'], from: '13:00', to: '17:00' },
  ],
  holidays: { land: 'NW', local: [], hours: [] },
  specialDays: [
    { name: 'Heiligabend', from: '12-24', to: '12-24', hours: [{ from: '09:00', to: '11:00' }] },
    { name: 'Betriebsferien', from: '12-27', to: '01-02', hours: [] },
    { name: 'Verkaufsoffen', from: '2026-10-03', to: '2026-10-03', hours: [{ from: '10:00', to: '14:00' }] },
  ],
}
const at = (text: string, timeZone = OFFICE.timeZone): number => Temporal.ZonedDateTime.from(`${text}[${timeZone}]`).epochMilliseconds

const rows: readonly (readonly [when: string, open: boolean, why: string, next: string])[] = [
  ['2026-11-16T07:59:59', false, 'week', '2026-11-16T08:00'],
  ['2026-11-16T08:00', true, 'week', '2026-11-16T12:00'],
  ['2026-11-16T12:00', false, 'week', '2026-11-16T13:00'],
  ['2026-11-20T14:00', false, 'week', '2026-11-23T08:00'],
  ['2026-11-21T10:00', false, 'week', '2026-11-23T08:00'],
  ['2026-05-01T10:00', false, 'Tag der Arbeit', '2026-05-04T08:00'],
  ['2026-06-04T10:00', false, 'Fronleichnam', '2026-06-05T08:00'],
  ['2026-12-24T10:00', true, 'Heiligabend', '2026-12-24T11:00'],
  ['2026-12-24T14:05', false, 'Heiligabend', '2027-01-04T08:00'],
  ['2026-12-31T10:00', false, 'Betriebsferien', '2027-01-04T08:00'],
  ['2027-01-01T10:00', false, 'Betriebsferien', '2027-01-04T08:00'],
  ['2026-10-03T11:00', true, 'Verkaufsoffen', '2026-10-03T14:00'],
  ['2027-10-04T11:00', true, 'week', '2027-10-04T12:00'],
]
for (const [when, open, why, next] of rows) {
  test(`CALL-10: at ${when} the office is ${open ? 'open' : 'closed'} (${why}) until ${next}`, () => {
    assert.deepEqual(openingAt(OFFICE, at(when)), { open, why })
    assert.equal(nextChangeMs(OFFICE, at(when)), at(next))
  })
}

test('summer time: eight in the morning is eight on the clock, before and after it changes', () => {
  assert.equal(nextChangeMs(OFFICE, at('2026-03-27T14:00')), Date.parse('2026-03-30T06:00:00Z'))
  assert.equal(nextChangeMs(OFFICE, at('2026-10-23T14:00')), Date.parse('2026-10-26T07:00:00Z'))
})

function nightly(from: string, to: string): Schedule {
  return { ...OFFICE, week: [{ days: ['sun'], from, to }], holidays: undefined, specialDays: [] }
}

test('a time that summer time leaves out is taken an hour later, and of one that comes twice the first counts', () => {
  const spring = nightly('02:30', '05:00')
  assert.equal(nextChangeMs(spring, at('2026-03-29T01:00')), Date.parse('2026-03-29T01:30:00Z'))
  assert.equal(isOpen(spring, Date.parse('2026-03-29T01:29:59Z')), false)
  const autumn = nightly('01:00', '02:30')
  assert.equal(nextChangeMs(autumn, at('2026-10-25T01:30')), Date.parse('2026-10-25T00:30:00Z'))
  assert.equal(isOpen(autumn, Date.parse('2026-10-25T01:15:00Z')), false, 'a quarter past two for the second time')
})

test('hours until midnight go on the next day without a change between', () => {
  const night = {
    ...OFFICE,
    week: [
      { days: ['fri'], from: '22:00', to: '24:00' },
      { days: ['sat'], from: '00:00', to: '06:00' },
    ],
  } as const
  assert.equal(isOpen(night, at('2026-11-20T23:59:59')), true)
  assert.equal(nextChangeMs(night, at('2026-11-20T22:00')), at('2026-11-21T06:00'))
})

test('what is always open, or never, has no next change', () => {
  const always = {
    ...OFFICE,
    week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }],
    holidays: undefined,
    specialDays: [],
  } as const
  assert.equal(nextChangeMs(always, at('2026-11-20T22:00')), undefined)
  assert.equal(nextChangeMs({ ...always, week: [] }, at('2026-11-20T22:00')), undefined)
})

test('another time zone has its own hours', () => {
  const london = { ...OFFICE, timeZone: 'Europe/London' }
  assert.equal(isOpen(london, at('2026-11-16T08:30')), false)
  assert.equal(isOpen(london, at('2026-11-16T08:30', 'Europe/London')), true)
})
