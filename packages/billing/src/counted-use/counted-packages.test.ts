import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PackagePeriod } from '@klinke/accounts'
import { seededRandom } from '@klinke/foundation'
import { countedPackages } from './counted-packages.ts'

const ZONE = 'Europe/Berlin'
const at = (time: string): number => Temporal.PlainDateTime.from(time).toZonedDateTime(ZONE).epochMilliseconds

type Had = readonly [extension: string, userPackage: string, from: string, until?: string | undefined, site?: string]
const periods = (...had: readonly Had[]): readonly PackagePeriod[] =>
  had.map(([extensionId, userPackage, from, until, siteId]) => ({
    ...{ extensionId, userPackage, siteId, fromMs: at(from) },
    untilMs: until === undefined ? undefined : at(until),
  }))

/** `basic: 1 2-14 | 2 3-30`. */
function counted(month: string, ...had: readonly Had[]): readonly string[] {
  return countedPackages(periods(...had), Temporal.PlainYearMonth.from(month), ZONE).map(
    ({ item, subject, siteId, from, until, quantity }) =>
      `${item} ${subject}${siteId === undefined ? '' : `@${siteId}`} ${from.day}-${until?.day} ×${quantity}`,
  )
}

const ROWS: readonly (readonly [what: string, had: readonly Had[], found: readonly string[]])[] = [
  ['who has it all the month', [['10', 'basic', '2026-01-01T12:00']], ['basic 10 1-30 ×1']],
  ['who had it before', [['10', 'basic', '2026-01-01T12:00', '2026-10-31T23:59']], []],
  ['who had it until the very begin of the month', [['10', 'basic', '2026-01-01T12:00', '2026-11-01T00:00']], []],
  ['who has it for a minute', [['10', 'basic', '2026-11-30T23:59']], ['basic 10 30-30 ×1']],
  [
    'who goes over to another package: each counts on that day',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-12T09:00'],
      ['10', 'comfort', '2026-11-12T09:00'],
    ],
    ['basic 10 1-12 ×1', 'comfort 10 12-30 ×1'],
  ],
  [
    'a successor on the same day is no further licence',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-12T09:00'],
      ['11', 'basic', '2026-11-12T10:00'],
    ],
    ['basic 10 1-12 ×1', 'basic 11 13-30 ×1'],
  ],
  [
    'a successor who begins an hour before is one',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-12T11:00'],
      ['11', 'basic', '2026-11-12T10:00'],
    ],
    ['basic 10 1-12 ×1', 'basic 11 12-30 ×1'],
  ],
  [
    'two who change packages with each other are no further licence',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-20T09:00'],
      ['11', 'comfort', '2026-10-01T12:00', '2026-11-20T09:00'],
      ['10', 'comfort', '2026-11-20T09:00'],
      ['11', 'basic', '2026-11-20T09:00'],
    ],
    ['basic 10 1-20 ×1', 'basic 11 21-30 ×1', 'comfort 11 1-20 ×1', 'comfort 10 21-30 ×1'],
  ],
  [
    'who moves to another site counts there',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-12T09:00', 'north'],
      ['10', 'basic', '2026-11-12T09:00', undefined, 'south'],
    ],
    ['basic 10@north 1-12 ×1', 'basic 10@south 13-30 ×1'],
  ],
  [
    'who has none for some days has two rows',
    [
      ['10', 'basic', '2026-10-01T12:00', '2026-11-03T09:00'],
      ['10', 'basic', '2026-11-06T09:00', '2026-11-06T10:00'],
    ],
    ['basic 10 1-3 ×1', 'basic 10 6-6 ×1'],
  ],
]
for (const [what, had, found] of ROWS) test(`[P] BIL-03: ${what}`, () => assert.deepEqual(counted('2026-11', ...had), found))

test('days are those of the customer’s time zone, also in nights in which clocks change', () => {
  assert.deepEqual(counted('2026-10', ['10', 'basic', '2026-10-25T23:30', '2026-10-25T23:45']), ['basic 10 25-25 ×1'])
  assert.deepEqual(counted('2026-03', ['10', 'basic', '2026-03-29T00:00', '2026-03-30T00:00']), ['basic 10 29-29 ×1'])
})

test('whatever happens, a day counts as many as had the package at the same time', () => {
  const random = seededRandom(405)
  const month = Temporal.PlainYearMonth.from('2026-11')
  const [first, hours] = [at('2026-11-01T00:00'), 30 * 24]
  for (let round = 0; round < 50; round++) {
    const had = Array.from({ length: 12 }, (_none, index): PackagePeriod => {
      const from = random.uint32() % hours
      const length = 1 + (random.uint32() % 60)
      const [fromMs, untilMs] = [first + from * 3_600_000, first + (from + length) * 3_600_000]
      return { extensionId: String(index), userPackage: 'basic', siteId: undefined, fromMs, untilMs }
    })
    const rows = countedPackages(had, month, ZONE)
    for (let day = 1; day <= 30; day++) {
      const date = month.toPlainDate({ day })
      const of = rows.filter(({ from, until = from }) => from.day <= day && date.day <= until.day).length
      const byHour = Array.from({ length: 24 }, (_none, hour) => first + ((day - 1) * 24 + hour) * 3_600_000).map(
        (instant) => had.filter(({ fromMs, untilMs = 0 }) => fromMs <= instant && untilMs > instant).length,
      )
      assert.equal(of, Math.max(...byHour), `round ${round}, day ${day}`)
    }
  }
})
