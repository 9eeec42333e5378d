import assert from 'node:assert/strict'
import { test } from 'node:test'
import { availabilityOf, creditPercent } from './availability.ts'
import { spanOf, yearOf } from './year.ts'

const ZONE = 'Europe/Berlin'
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const BEGIN_2026 = yearOf(day('2026-06-01'), 'calendar', day('2020-01-01'))

/** SLA-01: year, minutes of it. */
const YEARS: readonly (readonly [
  what: string,
  on: string,
  kind: 'contract' | 'calendar',
  begin: string,
  from: string,
  until: string,
  minutes: number,
])[] = [
  ['calendar year', '2026-06-01', 'calendar', '2020-01-01', '2026-01-01', '2026-12-31', 525_600],
  ['leap year', '2028-06-01', 'calendar', '2020-01-01', '2028-01-01', '2028-12-31', 527_040],
  [
    'calendar year, begun in the middle: the hour of the summer comes back',
    '2026-12-01',
    'calendar',
    '2026-07-15',
    '2026-07-15',
    '2026-12-31',
    170 * 1_440 + 60,
  ],
  ['contract year', '2027-03-01', 'contract', '2026-07-15', '2026-07-15', '2027-07-14', 525_600],
  ['the day on which the next one begins', '2027-07-15', 'contract', '2026-07-15', '2027-07-15', '2028-07-14', 527_040],
  ['contract of a leap day: its next year begins on one', '2027-02-28', 'contract', '2024-02-29', '2027-02-28', '2028-02-28', 527_040],
  ['before the contract has begun: its first', '2026-01-01', 'contract', '2026-07-15', '2026-07-15', '2027-07-14', 525_600],
]

for (const [what, on, kind, begin, from, until, minutes] of YEARS)
  test(`minutes of a ${what}`, () => {
    const year = yearOf(day(on), kind, day(begin))
    assert.deepEqual([String(year.from), String(year.until)], [from, until])
    const { fromMs, untilMs } = spanOf(year, ZONE)
    assert.equal((untilMs - fromMs) / 60_000, minutes)
  })

/** Outage in minutes of 2026, percent by two decimals. */
const PERCENTS: readonly (readonly [minutes: number, percent: number])[] = [
  [0, 100],
  // 60 ÷ 525,600 are 0.01141… %.
  [60, 99.99],
  [26, 100],
  // 26.28 minutes are 0.005 %: half up.
  [26.28, 100],
  [26.3, 99.99],
  [525.6, 99.9],
  [551.88, 99.9],
  [552, 99.89],
  [525_600, 0],
]

for (const [minutes, percent] of PERCENTS)
  test(`an outage of ${minutes} minutes in 2026 is an availability of ${percent} %`, () => {
    const year = spanOf(BEGIN_2026, ZONE)
    const outages = [{ fromMs: year.fromMs, untilMs: year.fromMs + minutes * 60_000 }]
    const found = availabilityOf({ year, timeZone: ZONE, outages, windows: [] }, {})
    assert.equal(found.percent, percent)
    assert.equal(found.outageMinutes, minutes)
  })

test('outages of two components at a time count once, those of other years not', () => {
  const year = spanOf(BEGIN_2026, ZONE)
  const hour = 3_600_000
  const outages = [
    { fromMs: year.fromMs - hour, untilMs: year.fromMs + hour },
    { fromMs: year.fromMs + hour / 2, untilMs: year.fromMs + 2 * hour },
    { fromMs: year.untilMs, untilMs: year.untilMs + hour },
  ]
  assert.equal(availabilityOf({ year, timeZone: ZONE, outages, windows: [] }, {}).outageMinutes, 120)
})

test('an outage of the night of the clock change is as long as it really was', () => {
  const year = spanOf(BEGIN_2026, ZONE)
  const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds
  const outages = [{ fromMs: at('2026-10-25T01:00'), untilMs: at('2026-10-25T04:00') }]
  assert.equal(availabilityOf({ year, timeZone: ZONE, outages, windows: [] }, {}).outageMinutes, 240)
})

test('the lowest step that applies is credited', () => {
  const steps = [
    { below: 99.9, percent: 5 },
    { below: 99, percent: 20 },
  ]
  assert.deepEqual(
    [99.9, 99.89, 99, 98.99].map((percent) => creditPercent(percent, steps)),
    [0, 5, 5, 20],
  )
  assert.equal(creditPercent(0, []), 0)
})
