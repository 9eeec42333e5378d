import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PeriodData, TariffData } from '../tariff/tariff-data.ts'
import { at, leg, PER_MINUTE, PER_SECOND, rated, timeline, zone } from '../test-support/tariffs.ts'

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const PERIODS: readonly PeriodData[] = [{ name: 'day', days: WORKDAYS, from: '08:00', until: '18:00' }]

/** A euro by day, ten cents otherwise; `more` changes the tariff. */
function byDay(more: Partial<TariffData> = {}): Partial<TariffData> {
  const prices = [{ perMinute: '1', periods: ['day'] }, { perMinute: '0.10' }]
  return {
    ...{ periods: PERIODS, holidays: ['2026-12-25'], increment: PER_SECOND, priceAt: 'split' },
    ...{ zones: [zone('all', prices)], prefixes: [{ prefix: '+49', zone: 'all' }] },
    ...more,
  }
}

/** Where the pieces begin, their seconds, and the row that priced them. */
function pieces(from: string, seconds: number, ...versions: readonly Partial<TariffData>[]): readonly string[] {
  const { pieces: all, billedSeconds } = rated(leg({ answeredAtMs: at(from) }, seconds), timeline(...versions))
  assert.equal(
    all.reduce((sum, piece) => sum + piece.seconds, 0),
    billedSeconds,
  )
  return all.map(({ fromSecond, seconds: own, row, version }) => `${fromSecond}+${own} ${version}/${row}`)
}

test('a call over the border of a period is cut there by the second where the tariff splits', () => {
  assert.deepEqual(pieces('2026-11-23T17:59:30', 90, byDay()), ['0+30 v1/0', '30+60 v1/1'])
  assert.deepEqual(pieces('2026-11-23T07:59:59', 2, byDay()), ['0+1 v1/1', '1+1 v1/0'])
})

test('and has the price of the answer to its end where it does not', () => {
  assert.deepEqual(pieces('2026-11-23T17:59:30', 90, byDay({ priceAt: 'start' })), ['0+90 v1/0'])
})

test('an increment that begins before the border belongs to the time before, whole', () => {
  assert.deepEqual(pieces('2026-11-23T17:58:30', 150, byDay({ increment: PER_MINUTE })), ['0+120 v1/0', '120+60 v1/1'])
  // 18:00 exactly begins the new one.
  assert.deepEqual(pieces('2026-11-23T17:59:00', 120, byDay({ increment: PER_MINUTE })), ['0+60 v1/0', '60+60 v1/1'])
})

test('a call that lasts over a whole day goes through each period in turn', () => {
  assert.deepEqual(pieces('2026-11-23T17:00', 86_400, byDay()), ['0+3600 v1/0', '3600+50400 v1/1', '54000+32400 v1/0'])
})

test('midnight before a holiday ends the workday, and the day after begins again', () => {
  const allDay = [{ name: 'day', days: WORKDAYS, from: '00:00', until: '24:00' }] as const
  assert.deepEqual(pieces('2026-12-24T23:59', 120, byDay({ periods: allDay })), ['0+60 v1/0', '60+60 v1/1'])
  assert.deepEqual(pieces('2026-12-21T23:59', 120, byDay({ periods: allDay })), ['0+120 v1/0'])
})

test('at the end of a month the pieces belong to their months', () => {
  const { pieces: all } = rated(leg({ answeredAtMs: at('2026-11-30T23:59') }, 120), timeline(byDay()))
  assert.deepEqual(
    all.map(({ month, seconds }) => [month, seconds]),
    [
      ['2026-11', 60],
      ['2026-12', 60],
    ],
  )
  const whole = rated(leg({ answeredAtMs: at('2026-11-30T23:59') }, 120), timeline(byDay({ priceAt: 'start' })))
  assert.deepEqual(
    whole.pieces.map(({ month }) => month),
    ['2026-11'],
  )
})

test('a call over a change of tariff has the new price from midnight where it splits, else the old one', () => {
  const dearer = byDay({ validFrom: '2026-12-01', zones: [zone('all', [{ perMinute: '2' }])] })
  assert.deepEqual(pieces('2026-11-30T23:59', 120, byDay(), dearer), ['0+60 v1/1', '60+60 v2/0'])
  assert.deepEqual(pieces('2026-11-30T23:59', 120, byDay({ priceAt: 'start' }), dearer), ['0+120 v1/1'])
})

/** A period at half past two, in the two nights in which clocks change. */
const NIGHTS: readonly (readonly [what: string, from: string, seconds: number, pieces: readonly string[]])[] = [
  // 02:15 to 03:15 by the clock that goes back at 03:00: 02:15–02:30, 02:30–03:00 cheap, 02:00–02:30 again, 02:30–03:00 cheap again, 03:00–03:15.
  ['in autumn half past two comes twice', '2026-10-25T02:15+02:00', 7_200, ['0+900', '900+1800', '2700+1800', '4500+1800', '6300+900']],
  ['in autumn the second half past two alone', '2026-10-25T02:30+01:00', 1_800, ['0+1800']],
  ['in spring it does not come', '2026-03-29T01:45+01:00', 3_600, ['0+3600']],
]

for (const [what, from, seconds, expected] of NIGHTS)
  test(`when clocks change, periods go by the clock on the wall, and a call is as long as it was: ${what}`, () => {
    const nights = [{ name: 'night', days: ['sun'], from: '02:30', until: '03:00' }] as const
    const prices = [{ perMinute: '0.10', periods: ['night'] }, { perMinute: '1' }]
    const { pieces: all, amount } = rated(
      leg({ answeredAtMs: at(from) }, seconds),
      timeline(byDay({ periods: nights, zones: [zone('all', prices)] })),
    )
    assert.deepEqual(
      all.map((piece) => `${piece.fromSecond}+${piece.seconds}`),
      expected,
    )
    assert.equal(
      amount,
      all.reduce((sum, piece) => sum + piece.microsPerMinute * BigInt(piece.seconds), 0n),
    )
  })
