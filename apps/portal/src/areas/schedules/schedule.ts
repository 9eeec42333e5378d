import type { Answer, Body } from '../../api/operation.ts'
import { parseHours, type WrittenWeek, weekOf, writtenHours, writtenWeek } from './hours.ts'

export type Schedule = Answer<'GET /schedules/{scheduleId}'>
type Holidays = NonNullable<Schedule['holidays']>
export type Land = Holidays['land']
export type LocalHoliday = Holidays['local'][number]

export const LAENDER: Readonly<Record<Land, string>> = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
}

export const LOCAL_HOLIDAYS: readonly LocalHoliday[] = ['assumption-day', 'corpus-christi', 'augsburg-peace-festival']

/** An exception, as it is filled in. */
export interface SpecialDay {
  readonly key: string
  readonly name: string
  /** As in a date field: 2026-12-24. */
  readonly from: string
  /** Empty: one day. */
  readonly to: string
  readonly everyYear: boolean
  readonly hours: string
}

export interface ScheduleValues {
  readonly name: string
  readonly week: WrittenWeek
  /** Null: holidays are days like others. */
  readonly land: Land | null
  readonly local: readonly LocalHoliday[]
  readonly holidayHours: string
  readonly specialDays: readonly SpecialDay[]
}

const OFFICE = '08:00–17:00'

/** Office hours, to begin with. */
export const NEW_SCHEDULE: ScheduleValues = {
  ...{ name: '', land: null, local: [], holidayHours: '', specialDays: [] },
  week: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: '', sun: '' },
}

/** For days of every year the field needs some year. */
const ANY_YEAR = '2024-'
const WITHOUT_YEAR = 5

export function newSpecialDay(): SpecialDay {
  return { key: crypto.randomUUID(), name: '', from: '', to: '', everyYear: false, hours: '' }
}

export function valuesOf({ name, week, holidays, specialDays }: Schedule): ScheduleValues {
  const dated = (day: string): string => (day.length === WITHOUT_YEAR ? ANY_YEAR + day : day)
  return {
    name,
    week: writtenWeek(week),
    land: holidays?.land ?? null,
    local: holidays?.local ?? [],
    holidayHours: writtenHours(holidays?.hours ?? []),
    specialDays: specialDays.map((day) => ({
      key: crypto.randomUUID(),
      name: day.name,
      from: dated(day.from),
      to: dated(day.to ?? ''),
      everyYear: day.from.length === WITHOUT_YEAR,
      hours: writtenHours(day.hours),
    })),
  }
}

/** As the API takes it. */
export function bodyOf({ name, week, land, local, holidayHours, specialDays }: ScheduleValues): Body<'POST /schedules'> {
  return {
    name: name.trim(),
    week: weekOf(week),
    holidays: land === null ? null : { land, local, hours: parseHours(holidayHours) ?? [] },
    specialDays: specialDays.map((day) => {
      const written = (date: string): string => (day.everyYear ? date.slice(ANY_YEAR.length) : date)
      return {
        name: day.name.trim(),
        from: written(day.from),
        ...(day.to === '' ? {} : { to: written(day.to) }),
        hours: parseHours(day.hours) ?? [],
      }
    }),
  }
}
