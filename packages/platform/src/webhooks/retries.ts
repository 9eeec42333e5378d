/** Pauses before each further attempt, in seconds: soon at first, a day in all. */
const PAUSES_SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_000]

/** How long to wait after so many attempts; undefined: no more. */
export function pauseAfter(attempts: number): number | undefined {
  return PAUSES_SECONDS[attempts - 1]
}

/** A receiver that has taken nothing for so long is not sent anything any more. */
export const DISABLED_AFTER_MS = 24 * 3_600_000
