import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { DEFAULT_SERVICE_HOURS, type ServiceHours } from './repair-profile.ts'
import { dueAt, repairTime, type Stop, serviceMs } from './ttr.ts'

const HOUR_MS = 3_600_000
const AROUND_THE_CLOCK: ServiceHours = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...{ from: '00:00', to: '24:00', nationalHolidays: true },
}
const ms = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
const written = (epochMs: number | undefined): string | undefined =>
  epochMs === undefined
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(epochMs)
        .toZonedDateTimeISO('Europe/Berlin')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
const stop = (from: string, until?: string): Stop => ({
  ...{ fromMs: ms(from), untilMs: until === undefined ? undefined : ms(until), reason: 'waiting-for-customer' },
})

/** SLA-02: eight hours, Monday to Friday 08–18 without national holidays. */
const DUE: readonly (readonly [what: string, opened: string, stops: readonly Stop[], due: string])[] = [
  ['within one day', '2026-11-16T08:00', [], '2026-11-16T16:00'],
  ['to the last minute of the day', '2026-11-16T10:00', [], '2026-11-16T18:00'],
  ['over the evening', '2026-11-16T16:30', [], '2026-11-17T14:30'],
  ['reported at night', '2026-11-16T03:12', [], '2026-11-16T16:00'],
  ['reported after hours', '2026-11-16T22:00', [], '2026-11-17T16:00'],
  ['over a weekend', '2026-11-20T17:00', [], '2026-11-23T15:00'],
  ['reported on a Sunday', '2026-11-22T12:00', [], '2026-11-23T16:00'],
  ['over Christmas: the 25th is a Friday', '2026-12-24T17:00', [], '2026-12-28T15:00'],
  ['over Easter', '2027-03-25T17:00', [], '2027-03-30T15:00'],
  ['Corpus Christi is no national holiday', '2026-06-03T17:00', [], '2026-06-04T15:00'],
  ['the day of unity is', '2025-10-02T17:00', [], '2025-10-06T15:00'],
  ['over the change to summer time', '2026-03-27T17:00', [], '2026-03-30T15:00'],
  ['over the change to winter time', '2026-10-23T17:00', [], '2026-10-26T15:00'],
  ['paused for two hours', '2026-11-16T08:00', [stop('2026-11-16T10:00', '2026-11-16T12:00')], '2026-11-16T18:00'],
  ['paused over night costs nothing', '2026-11-16T14:00', [stop('2026-11-16T19:00', '2026-11-17T07:00')], '2026-11-17T12:00'],
  ['paused until the data was complete', '2026-11-16T08:00', [stop('2026-11-16T08:00', '2026-11-17T09:00')], '2026-11-17T17:00'],
  [
    'paused twice',
    '2026-11-16T08:00',
    [stop('2026-11-16T09:00', '2026-11-16T10:00'), stop('2026-11-16T11:00', '2026-11-16T12:00')],
    '2026-11-16T18:00',
  ],
  ['paused when it was too late anyway', '2026-11-16T08:00', [stop('2026-11-16T17:00', '2026-11-16T17:30')], '2026-11-16T16:00'],
]

for (const [what, opened, stops, due] of DUE)
  test(`SLA-02, time to repair: ${what}`, () => {
    assert.equal(written(dueAt({ openedMs: ms(opened), stops }, 8 * HOUR_MS, DEFAULT_SERVICE_HOURS)), due)
  })

test('the nights in which clocks change have 23 and 25 hours where every hour counts', () => {
  assert.equal(serviceMs(AROUND_THE_CLOCK, ms('2026-03-29T00:00'), ms('2026-03-30T00:00')), 23 * HOUR_MS)
  assert.equal(serviceMs(AROUND_THE_CLOCK, ms('2026-10-25T00:00'), ms('2026-10-26T00:00')), 25 * HOUR_MS)
  assert.equal(written(dueAt({ openedMs: ms('2026-10-24T22:00'), stops: [] }, 8 * HOUR_MS, AROUND_THE_CLOCK)), '2026-10-25T05:00')
})

test('while it stands still nothing is spent and nothing falls due; afterwards it goes on; late is said as what is below nothing', () => {
  const openedMs = ms('2026-11-16T08:00')
  const at = (now: string, ...stops: readonly Stop[]) => repairTime({ openedMs, stops }, 8, DEFAULT_SERVICE_HOURS, ms(now))
  const waiting = at('2026-11-18T12:00', stop('2026-11-16T11:00'))
  assert.deepEqual([waiting.spentMs, waiting.dueMs, waiting.isMissed], [3 * HOUR_MS, undefined, false])
  const running = at('2026-11-18T12:00', stop('2026-11-16T11:00', '2026-11-18T10:00'))
  assert.deepEqual([running.spentMs, written(running.dueMs)], [5 * HOUR_MS, '2026-11-18T15:00'])
  const late = at('2026-11-16T17:30')
  assert.deepEqual([late.remainingMs, late.isMissed], [-1.5 * HOUR_MS, true])
})

test('wherever time is split its parts sum up, and what is due is when all of it is spent', () => {
  const random = seededRandom(58)
  const begin = ms('2026-01-01T00:00')
  for (let round = 0; round < 200; round++) {
    const openedMs = begin + below(random, 500 * 24 * 60) * 60_000
    const nowMs = openedMs + below(random, 30 * 24 * 60) * 60_000
    const between = openedMs + below(random, (nowMs - openedMs) / 60_000 + 1) * 60_000
    const whole = serviceMs(DEFAULT_SERVICE_HOURS, openedMs, nowMs)
    assert.equal(serviceMs(DEFAULT_SERVICE_HOURS, openedMs, between) + serviceMs(DEFAULT_SERVICE_HOURS, between, nowMs), whole)
    const stops: Stop[] = between < nowMs ? [{ fromMs: between, untilMs: nowMs, reason: 'waiting-for-customer' }] : []
    const due = dueAt({ openedMs, stops }, 8 * HOUR_MS, DEFAULT_SERVICE_HOURS)
    assert.ok(due !== undefined)
    const atDue = repairTime({ openedMs, stops: stops.filter(({ fromMs }) => fromMs < due) }, 8, DEFAULT_SERVICE_HOURS, due)
    assert.deepEqual([atDue.remainingMs, atDue.isMissed], [0, false])
    assert.ok(repairTime({ openedMs, stops }, 8, DEFAULT_SERVICE_HOURS, nowMs).spentMs <= whole)
  }
})
