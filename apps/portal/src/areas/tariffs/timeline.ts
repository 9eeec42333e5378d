/** A version as it is drawn: days as the API has them. */
export interface TimedVersion {
  readonly id: string
  readonly validFrom: string
  /** Last day; null: until another one begins. */
  readonly validUntil: string | null
  readonly state: 'past' | 'current' | 'planned' | 'withdrawn'
}

/** A version's place in the picture, in per cent of its width. */
export interface Bar {
  readonly id: string
  readonly state: TimedVersion['state']
  readonly from: number
  readonly width: number
}

export interface Picture {
  readonly bars: readonly Bar[]
  /** Where today is. */
  readonly today: number
  /** Days at both ends. */
  readonly first: string
  readonly last: string
}

const DAY_MS = 86_400_000
/** So many days before and after today are shown, and as many more as a planned version needs. */
const BEFORE_DAYS = 365
const AFTER_DAYS = 180
const LEAST_WIDTH = 1

/** Which version holds when, as a picture around today (`2026-11-22`). */
export function pictureOf(versions: readonly TimedVersion[], today: string): Picture {
  const now = dayNumber(today)
  const begins = versions.map(({ validFrom }) => dayNumber(validFrom))
  const first = Math.max(now - BEFORE_DAYS, Math.min(now - 30, ...begins))
  const last = Math.max(now + AFTER_DAYS, ...begins.map((begin) => begin + 60))
  const placed = (day: number): number => (Math.min(Math.max(day, first), last) - first) / (last - first)
  const bars = versions.flatMap(({ id, state, validFrom, validUntil }) => {
    const [from, until] = [placed(dayNumber(validFrom)), placed(validUntil === null ? last : dayNumber(validUntil) + 1)]
    return until <= from ? [] : [{ id, state, from: percent(from), width: Math.max(LEAST_WIDTH, percent(until - from)) }]
  })
  return { bars, today: percent(placed(now)), first: dayText(first), last: dayText(last) }
}

function percent(part: number): number {
  return Math.round(part * 1_000) / 10
}

function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
