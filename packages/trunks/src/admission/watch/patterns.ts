import type { CallCounts } from './call-window.ts'

/** Fewer calls in an hour say nothing. */
export const FEWEST_ATTEMPTS = 20
const FEWEST_FOR_DIALLER = 50

/** Of the answered calls: a dialler that has nobody free hangs up on who answers. */
const ABANDONED_SHARE = 0.05
/** Of all calls: a dialler gives up those it does not need any more; who only wants to be seen as a missed call as well. */
const RUNG_ONLY_SHARE = 0.5
/** Of all calls: those which carry no sound. */
const WITHOUT_MEDIA_SHARE = 0.5

/** What calls look like together. */
export type UsagePattern = 'dialler' | 'signalling-only'

/**
 * Patterns of calls that need an agreement, or are not allowed (TRK-05, TRK-15, FRD-05). `dialler`: many calls, and one in twenty who answer
 * hears nobody. `signalling-only`: half of the calls carry no sound, given up before anybody could answer, or answered and silent.
 */
export function patternsOf({ attempts, answered, abandoned, rungOnly, withoutMedia }: CallCounts): readonly UsagePattern[] {
  const patterns: UsagePattern[] = []
  if (attempts >= FEWEST_FOR_DIALLER && answered > 0 && abandoned / answered >= ABANDONED_SHARE) patterns.push('dialler')
  const soundless = rungOnly + withoutMedia
  if (attempts >= FEWEST_ATTEMPTS && (rungOnly / attempts >= RUNG_ONLY_SHARE || soundless / attempts >= WITHOUT_MEDIA_SHARE)) {
    patterns.push('signalling-only')
  }
  return patterns
}

/** The share of calls that were answered, in whole percent; undefined: too few calls to tell. */
export function answeredPercent({ attempts, answered }: CallCounts): number | undefined {
  return attempts < FEWEST_ATTEMPTS ? undefined : Math.floor((answered * 100) / attempts)
}
