import type { Refusal } from '../outcome.ts'

/**
 * Among the refusals of one class the more telling is better: someone who is busy or has declined is there, a phone
 * that does not answer may be another's, one that is unknown or gone says least.
 */
const TELLING: readonly Refusal['cause'][] = [
  'busy',
  'declined',
  'no-answer',
  'incompatible',
  'forbidden',
  'congestion',
  'not-found',
  'unreachable',
]

/** Best response of a fork: a 6xx if there is one, else of the lowest class (RFC 3261 §16.7 step 6). `undefined` of none. */
export function bestRefusal(refusals: readonly Refusal[]): Refusal | undefined {
  let best: Refusal | undefined
  for (const refusal of refusals) if (best === undefined || isBetter(refusal, best)) best = refusal
  return best
}

function isBetter(a: Refusal, b: Refusal): boolean {
  const byClass = classRank(a.status) - classRank(b.status)
  return byClass === 0 ? telling(a) < telling(b) : byClass < 0
}

function classRank(status: number): number {
  return status >= 600 ? 0 : Math.floor(status / 100)
}

function telling({ cause }: Refusal): number {
  const rank = TELLING.indexOf(cause)
  return rank < 0 ? TELLING.length : rank
}
