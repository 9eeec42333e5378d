import { easterSunday } from './easter.ts'
import { LAENDER, type Land, type LocalHoliday } from './land.ts'

/** A public holiday (gesetzlicher Feiertag). */
export interface Holiday {
  /** Stable kebab-case name. */
  readonly name: string
  readonly title: { readonly de: string; readonly en: string }
  /** `2026-12-25` */
  readonly date: string
}

interface HolidayRule {
  readonly name: string
  readonly de: string
  readonly en: string
  readonly laender: readonly Land[]
  readonly date: (year: number) => Temporal.PlainDate
  /** First year; absent: before any that matters. */
  readonly since?: number
  /** The only years. */
  readonly years?: readonly number[]
}

const LUTHERAN: readonly Land[] = ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH']
const CATHOLIC: readonly Land[] = ['BW', 'BY', 'NW', 'RP', 'SL']

const on =
  (month: number, day: number) =>
  (year: number): Temporal.PlainDate =>
    Temporal.PlainDate.from({ year, month, day })

const easterPlus =
  (days: number) =>
  (year: number): Temporal.PlainDate =>
    easterSunday(year).add({ days })

/** The Wednesday before 23 November: eleven days before the first Sunday of Advent. */
function repentanceDay(year: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month: 11, day: 22 })
  return last.subtract({ days: (last.dayOfWeek + 4) % 7 })
}

/** By the Feiertagsgesetze of the Länder, as of 2026; 3 October is federal law (Einigungsvertrag art. 2). */
const RULES: readonly HolidayRule[] = [
  { name: 'new-year', de: 'Neujahr', en: "New Year's Day", laender: LAENDER, date: on(1, 1) },
  { name: 'epiphany', de: 'Heilige Drei Könige', en: 'Epiphany', laender: ['BW', 'BY', 'ST'], date: on(1, 6) },
  { name: 'womens-day', de: 'Internationaler Frauentag', en: "International Women's Day", laender: ['BE'], date: on(3, 8), since: 2019 },
  { name: 'womens-day', de: 'Internationaler Frauentag', en: "International Women's Day", laender: ['MV'], date: on(3, 8), since: 2023 },
  { name: 'good-friday', de: 'Karfreitag', en: 'Good Friday', laender: LAENDER, date: easterPlus(-2) },
  { name: 'easter-sunday', de: 'Ostersonntag', en: 'Easter Sunday', laender: ['BB'], date: easterPlus(0) },
  { name: 'easter-monday', de: 'Ostermontag', en: 'Easter Monday', laender: LAENDER, date: easterPlus(1) },
  { name: 'labour-day', de: 'Tag der Arbeit', en: 'Labour Day', laender: LAENDER, date: on(5, 1) },
  { name: 'liberation-day', de: 'Tag der Befreiung', en: 'Liberation Day', laender: ['BE'], date: on(5, 8), years: [2020, 2025] },
  { name: 'ascension-day', de: 'Christi Himmelfahrt', en: 'Ascension Day', laender: LAENDER, date: easterPlus(39) },
  { name: 'whit-sunday', de: 'Pfingstsonntag', en: 'Whit Sunday', laender: ['BB'], date: easterPlus(49) },
  { name: 'whit-monday', de: 'Pfingstmontag', en: 'Whit Monday', laender: LAENDER, date: easterPlus(50) },
  { name: 'corpus-christi', de: 'Fronleichnam', en: 'Corpus Christi', laender: [...CATHOLIC, 'HE'], date: easterPlus(60) },
  { name: 'uprising-day', de: '75. Jahrestag des 17. Juni 1953', en: 'Uprising of 1953', laender: ['BE'], date: on(6, 17), years: [2028] },
  { name: 'assumption-day', de: 'Mariä Himmelfahrt', en: 'Assumption Day', laender: ['SL'], date: on(8, 15) },
  { name: 'childrens-day', de: 'Weltkindertag', en: "World Children's Day", laender: ['TH'], date: on(9, 20), since: 2019 },
  { name: 'german-unity-day', de: 'Tag der Deutschen Einheit', en: 'German Unity Day', laender: LAENDER, date: on(10, 3) },
  { name: 'reformation-day', de: 'Reformationstag', en: 'Reformation Day', laender: LUTHERAN, date: on(10, 31), since: 2018 },
  { name: 'all-saints', de: 'Allerheiligen', en: "All Saints' Day", laender: CATHOLIC, date: on(11, 1) },
  { name: 'repentance-day', de: 'Buß- und Bettag', en: 'Day of Repentance and Prayer', laender: ['SN'], date: repentanceDay },
  { name: 'christmas-day', de: '1. Weihnachtstag', en: 'Christmas Day', laender: LAENDER, date: on(12, 25) },
  { name: 'boxing-day', de: '2. Weihnachtstag', en: 'Second Day of Christmas', laender: LAENDER, date: on(12, 26) },
]

/** Where a local holiday can be had, and when it is. */
const LOCAL: Readonly<Record<LocalHoliday, HolidayRule>> = {
  'assumption-day': { name: 'assumption-day', de: 'Mariä Himmelfahrt', en: 'Assumption Day', laender: ['BY'], date: on(8, 15) },
  'corpus-christi': { name: 'corpus-christi', de: 'Fronleichnam', en: 'Corpus Christi', laender: ['SN', 'TH'], date: easterPlus(60) },
  'augsburg-peace-festival': {
    name: 'augsburg-peace-festival',
    de: 'Augsburger Hohes Friedensfest',
    en: 'Augsburg Peace Festival',
    laender: ['BY'],
    date: on(8, 8),
  },
}

/** The holidays of a Land in a year, in order; `local` names those that hold in the municipality besides. */
export function holidaysOf(land: Land, year: number, local: readonly LocalHoliday[] = []): readonly Holiday[] {
  return [...RULES, ...local.map((name) => LOCAL[name])]
    .filter((rule) => rule.laender.includes(land) && year >= (rule.since ?? 0) && (rule.years?.includes(year) ?? true))
    .map(({ name, de, en, date }) => ({ name, title: { de, en }, date: date(year).toString() }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The holidays that all Länder have, in order: since 1995 nine a year. */
export function nationalHolidays(year: number): readonly Holiday[] {
  const everywhere = new Set(RULES.filter(({ laender }) => laender === LAENDER).map(({ name }) => name))
  // Any Land has all of them.
  return holidaysOf('NW', year).filter(({ name }) => everywhere.has(name))
}

/** The holiday on a day (`2026-12-25`), if it is one. */
export function holidayOn(land: Land, date: string, local: readonly LocalHoliday[] = []): Holiday | undefined {
  return holidaysOf(land, Number(date.slice(0, 4)), local).find((holiday) => holiday.date === date)
}
