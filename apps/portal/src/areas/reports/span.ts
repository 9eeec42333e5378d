/** Whole days as the API takes them. */
export interface Days {
  readonly from: string
  readonly to: string
}

export const SPANS = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month', 'last-month', 'own'] as const
export type Span = (typeof SPANS)[number]

/** A year; a quarter with a row for each hour. The server refuses more. */
export const MAX_DAYS = 366
export const MAX_HOURLY_DAYS = 92

const DAY_MS = 86_400_000

/** The days that a span means on the day `today`; undefined for days that somebody says. */
export function daysOf(span: Span, today: string): Days | undefined {
  switch (span) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: daysBefore(today, 1), to: daysBefore(today, 1) }
    case 'last-7-days':
      return { from: daysBefore(today, 6), to: today }
    case 'last-30-days':
      return { from: daysBefore(today, 29), to: today }
    case 'this-month':
      return { from: firstOfMonth(today), to: today }
    case 'last-month': {
      const last = daysBefore(firstOfMonth(today), 1)
      return { from: firstOfMonth(last), to: last }
    }
    case 'own':
      return undefined
  }
}

/** How many days that are; less than 1 when the last is before the first. */
export function countDays({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

/** The day it is here. */
export function dayHere(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`
}
