import type { UsagePatterns } from '@klinke/accounts'
import type { CallCounts } from './call-window.ts'

/** Where the profile says nothing else. A dialler that has nobody free hangs up on who answers, and gives up those it does not need any more; who only wants to be seen as a missed call does so, too. */
export const USUAL_PATTERNS: { readonly [Threshold in keyof UsagePatterns]-?: number } = {
  fewestCalls: 20,
  fewestForDialler: 50,
  abandonedPercent: 5,
  rungOnlyPercent: 50,
  soundlessPercent: 50,
}

/** What calls look like together. */
export type UsagePattern = 'dialler' | 'signalling-only'

/**
 * Patterns of calls that need an agreement, or are not allowed (TRK-05, TRK-15, FRD-05). `dialler`: many calls, and one in twenty who answer
 * hears nobody. `signalling-only`: half of the calls carry no sound, given up before anybody could answer, or answered and silent.
 */
export function patternsOf(
  { attempts, answered, abandoned, rungOnly, withoutMedia }: CallCounts,
  thresholds: UsagePatterns = {},
): readonly UsagePattern[] {
  const { fewestCalls = USUAL_PATTERNS.fewestCalls, fewestForDialler = USUAL_PATTERNS.fewestForDialler } = thresholds
  const { abandonedPercent = USUAL_PATTERNS.abandonedPercent, rungOnlyPercent = USUAL_PATTERNS.rungOnlyPercent } = thresholds
  const { soundlessPercent = USUAL_PATTERNS.soundlessPercent } = thresholds
  const patterns: UsagePattern[] = []
  if (attempts >= fewestForDialler && answered > 0 && abandoned * 100 >= answered * abandonedPercent) patterns.push('dialler')
  const isRungOnly = rungOnly * 100 >= attempts * rungOnlyPercent
  const isSoundless = (rungOnly + withoutMedia) * 100 >= attempts * soundlessPercent
  if (attempts >= fewestCalls && (isRungOnly || isSoundless)) patterns.push('signalling-only')
  return patterns
}

/** The share of calls that were answered, in whole percent; undefined: too few calls to tell. */
export function answeredPercent(
  { attempts, answered }: CallCounts,
  { fewestCalls = USUAL_PATTERNS.fewestCalls }: UsagePatterns = {},
): number | undefined {
  return attempts < fewestCalls ? undefined : Math.floor((answered * 100) / attempts)
}
