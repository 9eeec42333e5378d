import type { Language } from '@klinke/platform'
import type { PromptId } from '../catalogue.ts'
import { numberPrompts, ordinalPrompts } from './numbers.ts'

const SECONDS_PER_MINUTE = 60
const MINUTES_PER_HOUR = 60
/** So long ago a day is said by its date, not by its weekday. */
const WEEK_DAYS = 7

/** A moment as messages are announced: "heute um neun Uhr dreißig", "on the twenty-first of November at nine thirty A. M.". */
export interface SpokenMoment {
  readonly epochMs: number
  readonly nowMs: number
  /** IANA name. */
  readonly timeZone: string
}

export function dateTimePrompts({ epochMs, nowMs, timeZone }: SpokenMoment, language: Language): readonly PromptId[] {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone)
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate()
  return [...datePrompts(moment.toPlainDate(), today, language), ...timePrompts(moment.hour, moment.minute, language)]
}

/** "um einundzwanzig Uhr fünf", "at nine oh five P. M.". */
export function timePrompts(hour: number, minute: number, language: Language): readonly PromptId[] {
  if (language === 'de') {
    return ['time-at', ...numberPrompts(hour, 'de', 'ein'), 'time-uhr', ...(minute === 0 ? [] : numberPrompts(minute, 'de'))]
  }
  const half: PromptId = hour < 12 ? 'time-am' : 'time-pm'
  const said = numberPrompts(hour % 12 === 0 ? 12 : hour % 12, 'en')
  if (minute === 0) return ['time-at', ...said, 'time-oclock', half]
  return ['time-at', ...said, ...(minute < 10 ? ['time-oh' as const] : []), ...numberPrompts(minute, 'en'), half]
}

/** Days near by have names. */
function datePrompts(date: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): readonly PromptId[] {
  const daysAgo = date.until(today, { largestUnit: 'day' }).days
  if (daysAgo === 0) return ['today']
  if (daysAgo === 1) return ['yesterday']
  if (daysAgo === -1) return ['tomorrow']
  if (daysAgo > 0 && daysAgo < WEEK_DAYS) return ['date-on-weekday', `weekday-${weekdayOf(date)}`]
  return [
    'date-on',
    ...ordinalPrompts(date.day, language),
    ...(language === 'en' ? ['date-of' as const] : []),
    `month-${monthOf(date)}`,
    ...yearPrompts(date, today, language),
  ]
}

/** Only of another year than this. */
function yearPrompts({ year }: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): readonly PromptId[] {
  if (year === today.year) return []
  if (language === 'de' || year % 100 < 10) return numberPrompts(year, language)
  return [...numberPrompts(Math.floor(year / 100), 'en'), ...numberPrompts(year % 100, 'en')]
}

/** "zwei Stunden und eine Minute", "one minute"; less than a minute in seconds, seconds of longer ones are left out. */
export function durationPrompts(seconds: number, language: Language): readonly PromptId[] {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < SECONDS_PER_MINUTE) return counted(whole, 'second', 'seconds', language)
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE)
  const [hours, rest] = [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR]
  if (hours === 0) return counted(rest, 'minute', 'minutes', language)
  const spokenHours = counted(hours, 'hour', 'hours', language)
  return rest === 0 ? spokenHours : [...spokenHours, 'and', ...counted(rest, 'minute', 'minutes', language)]
}

/** "eine Nachricht", "zwei Nachrichten": a number of feminine things. */
export function counted(number: number, one: PromptId, many: PromptId, language: Language): readonly PromptId[] {
  return [...numberPrompts(number, language, 'eine'), number === 1 ? one : many]
}

/** Place in a queue: "Sie sind auf Platz drei der Warteschlange", "You are third in the queue". */
export function positionPrompts(position: number, language: Language): readonly PromptId[] {
  if (position <= 1) return ['position-next']
  if (language === 'en' && position <= 99) return ['position-before', ...ordinalPrompts(position, language), 'position-after']
  return ['position-number-before', ...numberPrompts(position, language), 'position-after']
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

// Temporal counts both from 1 (ISO 8601); its types say only "number".
function weekdayOf({ dayOfWeek }: Temporal.PlainDate): Weekday {
  return dayOfWeek as Weekday
}

function monthOf({ month }: Temporal.PlainDate): Month {
  return month as Month
}
