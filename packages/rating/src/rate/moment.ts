import type { UsedLeg } from '../leg.ts'
import { type Match, matchOf, type Price, type Tariff } from '../tariff/tariff.ts'
import type { TariffTimeline } from '../tariff/timeline.ts'
import { DAY_MS, MINUTE_MS, type Month, monthNumber, monthText, weekday } from '../time/calendar.ts'
import { NO_PERIOD } from '../time/week.ts'
import type { RatingFault } from './rating.ts'

/** The place of `holiday` among the days. */
const HOLIDAY = 7

/** What holds for a leg at a moment, and until when the clock on the wall and the tariff leave it so. */
export interface Moment {
  readonly version: string
  readonly tariff: Tariff
  readonly match: Match
  /** Undefined: the zone has no price, because somebody else bills it. */
  readonly price: Price | undefined
  readonly period: number
  readonly month: Month
  readonly untilMs: number
}

/** What holds at `epochMs`; where nothing does, why. */
export function momentAt(epochMs: number, leg: UsedLeg, tariffs: TariffTimeline): Moment | RatingFault {
  const version = tariffs.at(epochMs)
  if (version === undefined) return 'no-tariff'
  const { tariff } = version
  const match = matchOf(tariff, leg.called)
  if (match === undefined) return 'no-zone'
  const time = civilTime(epochMs, tariff)
  const price = match.zone.prices.find((each) => applies(each, leg, time.period))
  if (price === undefined && (!match.zone.isSeparate || match.zone.prices.length > 0)) return 'no-price'
  return { ...time, version: version.id, tariff, match, price, untilMs: Math.min(time.untilMs, version.untilMs) }
}

/** The period and month of a moment, and when either may change: the next border of a period, midnight, or a change of the clocks. */
function civilTime(epochMs: number, { clock, week, holidays }: Tariff): Pick<Moment, 'period' | 'month' | 'untilMs'> {
  const { offsetMs, untilMs } = clock.spanAt(epochMs)
  const localMs = epochMs + offsetMs
  const day = Math.floor(localMs / DAY_MS)
  const msOfDay = localMs - day * DAY_MS
  const cell = week[holidays.has(day) ? HOLIDAY : weekday(day)]?.find(({ untilMinute }) => msOfDay < untilMinute * MINUTE_MS)
  const cellEndsMs = day * DAY_MS + (cell === undefined ? DAY_MS : cell.untilMinute * MINUTE_MS) - offsetMs
  return { period: cell?.period ?? NO_PERIOD, month: monthText(monthNumber(day)), untilMs: Math.min(cellEndsMs, untilMs) }
}

function applies({ periods, origins, media, callers }: Price, leg: UsedLeg, period: number): boolean {
  return (
    (periods?.has(period) ?? true) &&
    (origins?.includes(leg.origin) ?? true) &&
    (media?.includes(leg.medium) ?? true) &&
    (callers?.some((prefix) => leg.billedNumber.startsWith(prefix)) ?? true)
  )
}
