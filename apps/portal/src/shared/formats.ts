import type { Language } from './texts.ts'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/** Times, durations and numbers as the language writes them. */
export interface Format {
  /** Day and time of day. */
  readonly dateTime: (iso: string) => string
  /** Time of day for today, else with the day. */
  readonly when: (iso: string) => string
  readonly date: (iso: string) => string
  readonly time: (iso: string) => string
  readonly number: (value: number) => string
  /** Minutes and seconds, hours where there are. */
  readonly duration: (seconds: number) => string
  /** Bytes in the unit that fits. */
  readonly bytes: (bytes: number) => string
  /** An amount of the API with its currency, to the cent. */
  readonly money: (money: { readonly amount: string; readonly currency: string }) => string
}

/** For a language; times are shown in the time zone of the browser unless one is given. */
export function formatIn(language: Language, timeZone?: string): Format {
  const locale = LOCALES[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone })
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const number = new Intl.NumberFormat(locale)
  return {
    dateTime: (iso) => both.format(new Date(iso)),
    when: (iso) => (day.format(new Date(iso)) === day.format(new Date()) ? time : both).format(new Date(iso)),
    date: (iso) => day.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    number: (value) => number.format(value),
    duration: durationText,
    bytes: (bytes) => bytesText(bytes, locale),
    money: ({ amount, currency }) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount)),
  }
}

/** `1:05`, or `1:01:05` from an hour on. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

function bytesText(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000 ** power)} ${UNITS[power] ?? 'B'}`
}
