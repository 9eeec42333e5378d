import type { Range } from './range.ts'

/** `hour`: each hour of the range; `hour-of-day`: all days together, by the hour that the clock shows; `day`: each day. */
export type Per = 'hour' | 'hour-of-day' | 'day'

export const PER = ['hour', 'hour-of-day', 'day'] as const satisfies readonly Per[]

const HOURS_OF_DAY = 24
const HOUR_MS = 3_600_000

/** Rows by their stretch of time, in order; a stretch that none is about has `none`. */
export function inTime<Row extends object>(
  rows: readonly (Row & { readonly key: string })[],
  range: Range,
  per: Per,
  none: Row,
): readonly (Row & { readonly at: string })[] {
  const found = new Map(rows.map(({ key, ...row }) => [key, row]))
  const expected = bucketsOf(range, per)
  // Where clocks change by half an hour, hours of the clock begin where nobody expects them.
  const keys = per === 'hour' ? [...new Set([...expected, ...found.keys()])].toSorted((a, b) => Number(a) - Number(b)) : expected
  return keys.map((key) => ({ ...none, ...found.get(key), at: labelOf(key, per, range.zone) }))
}

/**
 * All stretches of time that a report has rows for, in order, as `key` in SQL names them: an hour by its beginning in ms since 1970, the hour of a day by its
 * number, a day as `2026-10-25`.
 */
function bucketsOf({ first, last, from, to }: Range, per: Per): readonly string[] {
  if (per === 'hour-of-day') return Array.from({ length: HOURS_OF_DAY }, (_none, hour) => String(hour))
  if (per === 'hour') {
    const hours = Math.ceil((to.getTime() - from.getTime()) / HOUR_MS)
    return Array.from({ length: hours }, (_none, index) => String(from.getTime() + index * HOUR_MS))
  }
  return Array.from({ length: first.until(last).days + 1 }, (_none, index) => first.add({ days: index }).toString())
}

/** Where such a stretch begins, as the API says it: with the offset that holds there, `07:00`, or a day. */
function labelOf(key: string, per: Per, zone: string): string {
  if (per === 'day') return key
  if (per === 'hour-of-day') return `${key.padStart(2, '0')}:00`
  const at = Temporal.Instant.fromEpochMilliseconds(Number(key)).toZonedDateTimeISO(zone)
  return at.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
