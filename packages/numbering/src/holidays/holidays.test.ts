import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterSunday } from './easter.ts'
import { holidayOn, holidaysOf, nationalHolidays } from './holidays.ts'
import { LAENDER, type Land, type LocalHoliday } from './land.ts'

/** Year → Easter Sunday, Ascension Day, Whit Monday, Corpus Christi, Day of Repentance: month and day as in printed calendars. */
const movable: readonly (readonly [year: number, ...dates: readonly [string, string, string, string, string]])[] = [
  [2024, '03-31', '05-09', '05-20', '05-30', '11-20'],
  [2025, '04-20', '05-29', '06-09', '06-19', '11-19'],
  [2026, '04-05', '05-14', '05-25', '06-04', '11-18'],
  [2027, '03-28', '05-06', '05-17', '05-27', '11-17'],
  [2028, '04-16', '05-25', '06-05', '06-15', '11-22'],
  [2029, '04-01', '05-10', '05-21', '05-31', '11-21'],
  [2030, '04-21', '05-30', '06-10', '06-20', '11-20'],
]
for (const [year, easter, ascension, whitMonday, corpusChristi, repentance] of movable) {
  test(`the movable feasts of ${year} are where the calendar has them`, () => {
    assert.equal(easterSunday(year).toString(), `${year}-${easter}`)
    assert.equal(holidayOn('NW', `${year}-${ascension}`)?.name, 'ascension-day')
    assert.equal(holidayOn('NW', `${year}-${whitMonday}`)?.name, 'whit-monday')
    assert.equal(holidayOn('NW', `${year}-${corpusChristi}`)?.name, 'corpus-christi')
    assert.equal(holidayOn('SN', `${year}-${repentance}`)?.name, 'repentance-day')
  })
}

for (const [year, easter] of [
  [1961, '04-02'],
  [2000, '04-23'],
  [2038, '04-25'],
  [2285, '03-22'],
] as const) {
  test(`Easter ${year}, at an edge of its range or of a century, is on ${easter}`, () => {
    assert.equal(easterSunday(year).toString(), `${year}-${easter}`)
  })
}

const EVERYWHERE = [
  'new-year',
  'good-friday',
  'easter-monday',
  'labour-day',
  'ascension-day',
  'whit-monday',
  'german-unity-day',
  'christmas-day',
  'boxing-day',
]

/** What each Land has beyond the nine that all have. */
const own: Readonly<Record<Land, readonly string[]>> = {
  BB: ['easter-sunday', 'whit-sunday', 'reformation-day'],
  BE: ['womens-day'],
  BW: ['epiphany', 'corpus-christi', 'all-saints'],
  BY: ['epiphany', 'corpus-christi', 'all-saints'],
  HB: ['reformation-day'],
  HE: ['corpus-christi'],
  HH: ['reformation-day'],
  MV: ['womens-day', 'reformation-day'],
  NI: ['reformation-day'],
  NW: ['corpus-christi', 'all-saints'],
  RP: ['corpus-christi', 'all-saints'],
  SH: ['reformation-day'],
  SL: ['corpus-christi', 'assumption-day', 'all-saints'],
  SN: ['reformation-day', 'repentance-day'],
  ST: ['epiphany', 'reformation-day'],
  TH: ['childrens-day', 'reformation-day'],
}
for (const land of LAENDER) {
  test(`${land} has its own holidays beside the nine of all Länder, in every ordinary year`, () => {
    for (const year of [2024, 2026, 2027, 2029, 2030]) {
      const names = holidaysOf(land, year).map(({ name }) => name)
      assert.deepEqual(names.toSorted(), [...EVERYWHERE, ...own[land]].toSorted(), String(year))
    }
  })
}

const single: readonly (readonly [land: Land, date: string, name: string | undefined])[] = [
  ['BE', '2020-05-08', 'liberation-day'],
  ['BE', '2025-05-08', 'liberation-day'],
  ['BE', '2026-05-08', undefined],
  ['BB', '2025-05-08', undefined],
  ['BE', '2028-06-17', 'uprising-day'],
  ['MV', '2022-03-08', undefined],
  ['MV', '2023-03-08', 'womens-day'],
  ['BE', '2018-03-08', undefined],
  ['HH', '2026-12-24', undefined],
]
for (const [land, date, name] of single) {
  test(`${date} is ${name ?? 'no holiday'} in ${land}`, () => assert.equal(holidayOn(land, date)?.name, name))
}

const local: readonly (readonly [land: Land, date: string, local: LocalHoliday, name: string | undefined])[] = [
  ['BY', '2026-08-15', 'assumption-day', 'assumption-day'],
  ['BY', '2026-08-08', 'augsburg-peace-festival', 'augsburg-peace-festival'],
  ['TH', '2026-06-04', 'corpus-christi', 'corpus-christi'],
  ['HH', '2026-06-04', 'corpus-christi', undefined],
]
for (const [land, date, which, name] of local) {
  test(`${which} on ${date} ${name ? 'can be had' : 'is nowhere'} in ${land}`, () => {
    assert.equal(holidayOn(land, date), undefined)
    assert.equal(holidayOn(land, date, [which])?.name, name)
  })
}

test('holidays come in the order of the year', () => {
  const dates = holidaysOf('BY', 2026).map(({ date }) => date)
  assert.deepEqual(dates, dates.toSorted())
})

test('nine holidays are those of all Germany', () => {
  const names = nationalHolidays(2026).map(({ name }) => name)
  assert.deepEqual(names, [
    ...['new-year', 'good-friday', 'easter-monday', 'labour-day', 'ascension-day', 'whit-monday', 'german-unity-day'],
    ...['christmas-day', 'boxing-day'],
  ])
  for (const land of LAENDER) for (const { date } of nationalHolidays(2027)) assert.ok(holidayOn(land, date), `${land} ${date}`)
})
