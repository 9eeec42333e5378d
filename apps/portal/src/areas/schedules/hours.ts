/** Opening hours of a day, as the API takes them: `to` is not included, 24:00 is the end of the day. */
export interface Hours {
  readonly from: string
  readonly to: string
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Hours of several weekdays, as the API takes them. */
export interface WeekHours extends Hours {
  readonly days: readonly Weekday[]
}

/** What is written for each weekday, such as `8-12, 13:00-17:30`; empty: closed. */
export type WrittenWeek = Readonly<Record<Weekday, string>>

const MINUTES_OF_HOUR = 60
const MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR

/** Hours as people write them: `8-12, 13:00–17:30`. Undefined: not understood, or an end before its beginning. */
export function parseHours(written: string): readonly Hours[] | undefined {
  const parts = written.split(/[,;]/).map((part) => part.trim())
  const hours = parts.filter((part) => part !== '').map(parseRange)
  return hours.every((each) => each !== undefined) ? hours : undefined
}

function parseRange(written: string): Hours | undefined {
  const [from, to, more] = written.split(/\s*(?:-|–|bis|to)\s*/).map(parseTime)
  return from !== undefined && to !== undefined && more === undefined && from < to ? { from, to } : undefined
}

function parseTime(written: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/.exec(written.trim()) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : undefined
}

export function writtenHours(hours: readonly Hours[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ')
}

export function writtenWeek(week: readonly WeekHours[]): WrittenWeek {
  const of = (day: Weekday): string =>
    writtenHours(week.filter(({ days }) => days.includes(day)).toSorted((a, b) => a.from.localeCompare(b.from)))
  return { mon: of('mon'), tue: of('tue'), wed: of('wed'), thu: of('thu'), fri: of('fri'), sat: of('sat'), sun: of('sun') }
}

/** The week as the API takes it: days with the same hours in one entry. What is not understood is left out. */
export function weekOf(written: WrittenWeek): readonly WeekHours[] {
  const days = new Map<string, { readonly hours: Hours; readonly days: Weekday[] }>()
  for (const day of WEEKDAYS) {
    for (const hours of parseHours(written[day]) ?? []) {
      const key = `${hours.from} ${hours.to}`
      const entry = days.get(key) ?? { hours, days: [] }
      entry.days.push(day)
      days.set(key, entry)
    }
  }
  return [...days.values()].map((entry) => ({ ...entry.hours, days: entry.days }))
}

/** Where hours stand in the picture of a day, in percent of it. */
export function placeOf({ from, to }: Hours): { readonly startPercent: number; readonly widthPercent: number } {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return { startPercent: (100 * start) / MINUTES_OF_DAY, widthPercent: (100 * (end - start)) / MINUTES_OF_DAY }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * MINUTES_OF_HOUR + minutes
}
