import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Schedule } from '../schedules/schedule.ts'
import { dueBecause } from './due.ts'
import { DEFAULT_HOT_DESK_SETTINGS, type HotDeskSettings } from './hot-desks.ts'

const OFFICE: Schedule = {
  ...{ id: 'office', name: 'Büro', timeZone: 'Europe/Berlin', holidays: undefined, specialDays: [] },
  week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }],
}
const at = (text: string): number => Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).epochMilliseconds
const CLOSED: Partial<HotDeskSettings> = { logOutWhenClosed: { kind: 'schedule', targetId: 'office' } }

const rows: readonly (readonly [settings: Partial<HotDeskSettings>, since: string, now: string, because: string | undefined])[] = [
  [{}, '2026-11-16T09:00', '2026-12-16T09:00', undefined],
  [{ logOutAfterHours: 8 }, '2026-11-16T09:00', '2026-11-16T16:59', undefined],
  [{ logOutAfterHours: 8 }, '2026-11-16T09:00', '2026-11-16T17:00', 'hours'],
  [{ logOutAt: '20:00' }, '2026-11-16T09:00', '2026-11-16T19:59', undefined],
  [{ logOutAt: '20:00' }, '2026-11-16T09:00', '2026-11-16T20:00', 'time'],
  [{ logOutAt: '20:00' }, '2026-11-16T20:00', '2026-11-17T19:59', undefined],
  [{ logOutAt: '20:00' }, '2026-11-16T20:00', '2026-11-17T20:00', 'time'],
  [{ logOutAt: '02:30' }, '2026-03-28T22:00', '2026-03-29T03:30', 'time'],
  [CLOSED, '2026-11-16T09:00', '2026-11-16T16:59', undefined],
  [CLOSED, '2026-11-16T09:00', '2026-11-16T17:00', 'closed'],
  [CLOSED, '2026-11-16T18:00', '2026-11-17T12:00', undefined],
  [CLOSED, '2026-11-16T18:00', '2026-11-17T17:00', 'closed'],
  [{ logOutWhenClosed: { kind: 'schedule', targetId: 'gone' } }, '2026-11-16T09:00', '2026-11-20T09:00', undefined],
]
for (const [settings, since, now, because] of rows) {
  test(`DEV-05: with ${JSON.stringify(settings)} who logged in at ${since} is ${because ? `logged out (${because})` : 'there'} at ${now}`, () => {
    const clock = { nowMs: at(now), timeZone: 'Europe/Berlin', schedules: new Map([[OFFICE.id, OFFICE]]) }
    assert.equal(dueBecause(at(since), { ...DEFAULT_HOT_DESK_SETTINGS, ...settings }, clock), because)
  })
}
