const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Pauses after the first attempts that failed; then it is tried every hour. */
const FIRST_PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS]
/** A mail server that is down for a day, or over a weekend, loses nothing; then somebody has to look. */
export const GIVE_UP_AFTER_ATTEMPTS = 75

/** Milliseconds until the next attempt; undefined: given up, which the operator sees. */
export function pauseAfter(attempts: number): number | undefined {
  if (attempts >= GIVE_UP_AFTER_ATTEMPTS) return undefined
  return FIRST_PAUSES_MS[attempts - 1] ?? HOUR_MS
}
