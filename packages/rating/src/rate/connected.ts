import type { UsedLeg } from '../leg.ts'
import type { RatingFault } from './rating.ts'

/** A record may be ahead of the clock of whoever rates it by so much. */
const CLOCKS_DIFFER_MS = 5 * 60_000
/** No telephone call was made here before, and none after; clocks that lost their time say 1970. */
const EARLIEST_MS = Date.UTC(2000, 0, 1)
const LATEST_MS = Date.UTC(2200, 0, 1)

const NUMBER = /^\+\d{1,15}$/

/** How long the connection was, in begun seconds; `none`: there was none; else why the record cannot be. */
export function connectedSeconds(
  { answeredAtMs, endedAtMs, called }: UsedLeg,
  knownAtMs: number | undefined,
): number | 'none' | RatingFault {
  if (answeredAtMs === undefined) return 'none'
  if (![answeredAtMs, endedAtMs].every((ms) => Number.isInteger(ms) && ms >= EARLIEST_MS && ms < LATEST_MS)) return 'not-a-time'
  if (endedAtMs < answeredAtMs) return 'ends-before-it-begins'
  if (knownAtMs !== undefined && endedAtMs > knownAtMs + CLOCKS_DIFFER_MS) return 'in-the-future'
  return NUMBER.test(called) ? Math.ceil((endedAtMs - answeredAtMs) / 1_000) : 'not-a-number'
}
