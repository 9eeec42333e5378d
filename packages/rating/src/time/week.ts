import { DAYS, type PeriodData } from '../tariff/tariff-data.ts'
import { MINUTES_OF_DAY, minuteOfDay } from './calendar.ts'

/** No period has this moment. */
export const NO_PERIOD = -1

/** A part of a day with one period, or none. */
export interface Cell {
  /** Minutes since midnight. */
  readonly untilMinute: number
  /** Index of the period, or `NO_PERIOD`. */
  readonly period: number
}

/** The parts of each day, by its place in `DAYS`. Together they fill it. */
export type Week = readonly (readonly Cell[])[]

interface Span {
  readonly from: number
  readonly until: number
  readonly period: number
}

/** Periods that overlap are a fault of the tariff (`checkTariff`); here the first one holds. */
export function weekOf(periods: readonly PeriodData[]): Week {
  return DAYS.map((day) => {
    const spans = periods.flatMap((period, index) => (period.days.includes(day) ? [spanOf(period, index)] : []))
    const borders = [...new Set([MINUTES_OF_DAY, ...spans.flatMap(({ from, until }) => [from, until])])].filter((at) => at > 0)
    return borders
      .toSorted((a, b) => a - b)
      .map((untilMinute) => ({
        untilMinute,
        period: spans.find(({ from, until }) => from < untilMinute && until >= untilMinute)?.period ?? NO_PERIOD,
      }))
  })
}

function spanOf({ from, until }: PeriodData, period: number): Span {
  return { from: minuteOfDay(from) ?? 0, until: minuteOfDay(until) ?? 0, period }
}
