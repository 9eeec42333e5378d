import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnnouncedWindow, earliestBegin, excludedOf, isExcluded } from './maintenance.ts'
import type { MaintenanceRule } from './service-level-profile.ts'
import { lengthOf, type Span } from './span.ts'

const ZONE = 'Europe/Berlin'
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds
const span = (from: string, until: string): Span => ({ fromMs: at(from), untilMs: at(until) })
const window = (from: string, until: string, announced: string, urgent = false): AnnouncedWindow => ({
  ...{ ...span(from, until), announcedMs: at(announced), urgent, components: ['signalling'] },
})

const TRUNKS: readonly MaintenanceRule[] = [{ days: ['sunday'], from: '00:00', to: '06:00' }, { notice: { workingDays: 5 } }]
const PACKAGES: readonly MaintenanceRule[] = [{ notice: { days: 7 } }, { urgent: true, notice: { hours: 1 } }]
const CHANNELS: readonly MaintenanceRule[] = [
  { from: '00:00', to: '06:00', unannounced: true, maxMinutes: 15 },
  { days: ['saturday'], from: '03:00', to: '08:00' },
  { urgent: true, from: '18:00', to: '08:00' },
]
const FLAT: readonly MaintenanceRule[] = [
  { from: '20:00', to: '06:00' },
  { days: ['tuesday', 'thursday'], from: '02:00', to: '08:00', unannounced: true, maxMinutes: 120 },
]

/** SLA-03: what is left out of account, in minutes. */
const EXCLUDED: readonly (readonly [
  what: string,
  rules: readonly MaintenanceRule[],
  outage: readonly Span[],
  windows: readonly AnnouncedWindow[],
  minutes: number,
])[] = [
  [
    '[T] Saturday to Sunday, announced the evening before',
    TRUNKS,
    [span('2026-11-22T01:00', '2026-11-22T03:00')],
    [window('2026-11-22T00:00', '2026-11-22T06:00', '2026-11-21T20:00')],
    120,
  ],
  ['[T] nothing was announced', TRUNKS, [span('2026-11-22T01:00', '2026-11-22T03:00')], [], 0],
  [
    '[T] only what is in the window',
    TRUNKS,
    [span('2026-11-22T05:00', '2026-11-22T07:00')],
    [window('2026-11-22T00:00', '2026-11-22T06:00', '2026-11-21T20:00')],
    60,
  ],
  [
    '[T] on a Wednesday, announced on the Monday of the week before: five working days',
    TRUNKS,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-16T12:00')],
    60,
  ],
  [
    '[T] the same, announced on Wednesday of the week before: the fifth working day is the day itself',
    TRUNKS,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-18T12:00')],
    0,
  ],
  [
    '[P] a week before',
    PACKAGES,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-17T23:00')],
    60,
  ],
  [
    '[P] six days before',
    PACKAGES,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-18T09:00')],
    0,
  ],
  [
    '[P] emergency, an hour before',
    PACKAGES,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-25T09:00', true)],
    60,
  ],
  [
    '[P] emergency, 59 minutes before',
    PACKAGES,
    [span('2026-11-25T10:00', '2026-11-25T11:00')],
    [window('2026-11-25T10:00', '2026-11-25T11:00', '2026-11-25T09:01', true)],
    0,
  ],
  [
    '[C] a quarter of an hour each night, whatever it was',
    CHANNELS,
    [span('2026-11-25T01:00', '2026-11-25T01:40'), span('2026-11-26T02:00', '2026-11-26T02:10')],
    [],
    25,
  ],
  [
    '[C] two faults of one night share the quarter',
    CHANNELS,
    [span('2026-11-25T01:00', '2026-11-25T01:10'), span('2026-11-25T03:00', '2026-11-25T03:20')],
    [],
    15,
  ],
  [
    '[C] Saturday 3 to 8, and beyond it not',
    CHANNELS,
    [span('2026-11-28T04:00', '2026-11-28T08:30')],
    [window('2026-11-28T03:00', '2026-11-28T09:00', '2026-11-20T12:00')],
    240,
  ],
  [
    '[C] urgent fixes outside 8 to 18',
    CHANNELS,
    [span('2026-11-25T19:00', '2026-11-25T20:00')],
    [window('2026-11-25T19:00', '2026-11-25T20:00', '2026-11-25T18:00', true)],
    60,
  ],
  [
    '[C] urgent fixes by day',
    CHANNELS,
    [span('2026-11-25T12:00', '2026-11-25T13:00')],
    [window('2026-11-25T12:00', '2026-11-25T13:00', '2026-11-25T11:00', true)],
    0,
  ],
  [
    '[F] announced, over midnight',
    FLAT,
    [span('2026-11-25T23:00', '2026-11-26T01:00')],
    [window('2026-11-25T22:00', '2026-11-26T02:00', '2026-11-24T12:00')],
    120,
  ],
  ['[F] Tuesday 2 to 8: two hours are not deducted', FLAT, [span('2026-11-24T05:00', '2026-11-24T08:00')], [], 120],
  ['[F] Wednesday: all of it is', FLAT, [span('2026-11-25T05:00', '2026-11-25T08:00')], [], 0],
  [
    '[F] nights of clock changes: 22:00 to 04:00 are seven hours',
    FLAT,
    [span('2026-10-24T22:00', '2026-10-25T04:00')],
    [window('2026-10-24T20:00', '2026-10-25T06:00', '2026-10-20T12:00')],
    420,
  ],
  [
    '[Q] no rule',
    [],
    [span('2026-11-25T05:00', '2026-11-25T08:00')],
    [window('2026-11-25T05:00', '2026-11-25T08:00', '2026-10-01T12:00')],
    0,
  ],
]

for (const [what, rules, outages, windows, minutes] of EXCLUDED)
  test(`left out of account: ${what}`, () => {
    assert.equal(lengthOf(excludedOf(outages, rules, windows, ZONE)) / 60_000, minutes)
  })

/** For how long the operator would have to wait. */
const EARLIEST: readonly (readonly [
  what: string,
  rules: readonly MaintenanceRule[],
  wished: AnnouncedWindow,
  earliest: string | undefined,
])[] = [
  [
    '[T] two hours by day: after five working days',
    TRUNKS,
    window('2026-11-24T10:00', '2026-11-24T12:00', '2026-11-23T12:00'),
    '2026-11-29T00:00',
  ],
  [
    '[T] eight hours do not fit into the night of Saturday',
    TRUNKS,
    window('2026-11-24T10:00', '2026-11-24T18:00', '2026-11-23T12:00'),
    '2026-12-01T00:00',
  ],
  ['[T] Christmas is no working day', TRUNKS, window('2026-12-28T10:00', '2026-12-28T18:00', '2026-12-21T12:00'), '2026-12-30T00:00'],
  ['[P] a week', PACKAGES, window('2026-11-24T10:00', '2026-11-24T12:00', '2026-11-23T12:00'), '2026-12-01T00:00'],
  ['[P] an emergency: an hour', PACKAGES, window('2026-11-23T12:30', '2026-11-23T13:00', '2026-11-23T12:00', true), '2026-11-23T13:00'],
  ['[F] this evening', FLAT, window('2026-11-23T14:00', '2026-11-23T16:00', '2026-11-23T12:00'), '2026-11-23T20:00'],
  ['no rule: never', [], window('2026-11-23T14:00', '2026-11-23T16:00', '2026-11-23T12:00'), undefined],
]

for (const [what, rules, wished, earliest] of EARLIEST)
  test(`the earliest time: ${what}`, () => {
    assert.equal(isExcluded(wished, rules, ZONE), false)
    const begin = earliestBegin(wished, rules, ZONE)
    assert.equal(begin, earliest === undefined ? undefined : at(earliest))
    if (begin === undefined) return
    const moved = { ...wished, fromMs: begin, untilMs: begin + wished.untilMs - wished.fromMs }
    assert.equal(isExcluded(moved, rules, ZONE), true, 'what is named is allowed')
  })
