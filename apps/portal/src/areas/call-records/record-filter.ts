import type { Query } from '../../api/operation.ts'

/** Which calls somebody wants to see; days as `2026-11-21` in the time zone of the browser. */
export interface RecordFilter {
  readonly direction?: NonNullable<Query<'GET /call-records'>['direction']>
  readonly from?: string
  /** This day is still in it. */
  readonly to?: string
}

/** The filter as the API takes it: whole days become instants, the last one up to its end. */
export function recordQuery({ direction, from, to }: RecordFilter): Pick<Query<'GET /call-records'>, 'direction' | 'from' | 'to'> {
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(from === undefined ? {} : { from: startOfDay(from, 0) }),
    ...(to === undefined ? {} : { to: startOfDay(to, 1) }),
  }
}

function startOfDay(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).toISOString()
}
