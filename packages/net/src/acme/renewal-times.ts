const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long before its end a certificate is renewed; of a short-lived one the last third. */
const BEFORE_END_MS = 30 * DAY_MS
const SHARE_OF_LIFE = 1 / 3
/** Servers that were started together do not all come at once. */
const SPREAD_MS = 12 * HOUR_MS

const FIRST_RETRY_MS = 2 * MINUTE_MS
/** Authorities count failures: Let's Encrypt allows five an hour for each name. */
const RETRY_FACTOR = 3
const LAST_RETRY_MS = 12 * HOUR_MS
const RETRY_SPREAD = 0.25
/** However long an authority says: once a day is no burden to it. */
const MAX_WAIT_MS = DAY_MS

/** When to renew, on the axis of the two. `chance` in [0, 1). */
export function renewAtMs(startsAtMs: number, endsAtMs: number, chance: number): number {
  const lifeMs = endsAtMs - startsAtMs
  const beforeMs = Math.min(BEFORE_END_MS, lifeMs * SHARE_OF_LIFE)
  return endsAtMs - beforeMs - chance * Math.min(SPREAD_MS, lifeMs * 0.05)
}

/** How long to wait after so many failures in a row. `chance` in [0, 1). */
export function retryInMs(failures: number, askedMs: number | undefined, chance: number): number {
  const ownMs = Math.min(FIRST_RETRY_MS * RETRY_FACTOR ** (failures - 1), LAST_RETRY_MS) * (1 + chance * RETRY_SPREAD)
  return Math.max(ownMs, Math.min(askedMs ?? 0, MAX_WAIT_MS))
}
