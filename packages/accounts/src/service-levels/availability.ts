import { type AnnouncedWindow, excludedOf } from './maintenance.ts'
import { DEFAULT_DECIMALS, type ServiceLevelProfile } from './service-level-profile.ts'
import { lengthOf, type Span, within, without } from './span.ts'

const MINUTE_MS = 60_000

/** What a side of the service was in a year. */
export interface Availability {
  /** Rounded as the profile says. */
  readonly percent: number
  readonly outageMinutes: number
  /** Of outages that are left out of account because of maintenance. */
  readonly excludedMinutes: number
  readonly yearMinutes: number
  /** What is deducted. */
  readonly outages: readonly Span[]
}

export interface Measured {
  readonly year: Span
  readonly timeZone: string
  readonly outages: readonly Span[]
  /** Announced for the components that are looked at. */
  readonly windows: readonly AnnouncedWindow[]
}

/** `(1 − outage minutes ÷ minutes of the year) × 100` (SLA-01). Of a year that runs it is what comes out when nothing fails any more. */
export function availabilityOf(
  { year, timeZone, outages, windows }: Measured,
  { maintenance = [], decimals = DEFAULT_DECIMALS }: Pick<ServiceLevelProfile, 'maintenance' | 'decimals'>,
): Availability {
  const inYear = within(outages, [year])
  const deducted = without(inYear, excludedOf(inYear, maintenance, windows, timeZone))
  const outageMs = lengthOf(deducted)
  const yearMs = year.untilMs - year.fromMs
  return {
    percent: percentOf(outageMs, yearMs, decimals),
    outageMinutes: outageMs / MINUTE_MS,
    excludedMinutes: (lengthOf(inYear) - outageMs) / MINUTE_MS,
    yearMinutes: yearMs / MINUTE_MS,
    outages: deducted,
  }
}

/** Half up, in whole numbers, so that 98.995 is 99.00 and not what floating numbers make of it. */
function percentOf(outageMs: number, yearMs: number, decimals: number): number {
  const year = BigInt(Math.round(yearMs))
  const good = year - BigInt(Math.round(outageMs))
  const scale = 10n ** BigInt(decimals)
  return Number((good * 100n * scale * 2n + year) / (2n * year)) / Number(scale)
}

/** What is credited for an availability, in percent of the monthly fee: the step with the lowest limit above it. */
export function creditPercent(percent: number, credits: NonNullable<ServiceLevelProfile['credits']>): number {
  return credits.filter(({ below }) => percent < below).toSorted((a, b) => a.below - b.below)[0]?.percent ?? 0
}
