import type { UsedLeg } from '../leg.ts'
import { type RatingTerms, rateLeg } from './rate-leg.ts'
import type { Rating } from './rating.ts'

/**
 * Rates legs in the order in which they were answered, each once, whatever the order in which they are given: so the same bundles go to the
 * same legs each time, and late or repeated records change no sum.
 */
export function rateInOrder<Leg extends UsedLeg>(
  legs: Iterable<Leg>,
  terms: RatingTerms,
): readonly (readonly [leg: Leg, rating: Rating])[] {
  const each = new Map<string, Leg>()
  for (const leg of legs) if (!each.has(leg.id)) each.set(leg.id, leg)
  return [...each.values()].sort(byTime).map((leg) => [leg, rateLeg(leg, terms)])
}

function byTime(a: UsedLeg, b: UsedLeg): number {
  return (a.answeredAtMs ?? a.endedAtMs) - (b.answeredAtMs ?? b.endedAtMs) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
