import { type Random, uniform } from '@klinke/foundation'

/** What a failure calls for: an outage may be over soon; an account that is refused will be so again, and carriers lock out who hammers. */
export type FailureKind = 'outage' | 'refusal'

const BASE_MS: Readonly<Record<FailureKind, number>> = { outage: 5_000, refusal: 60_000 }
const MAX_MS: Readonly<Record<FailureKind, number>> = { outage: 5 * 60_000, refusal: 60 * 60_000 }
/** The longest wait that a `Retry-After` can make. */
const MAX_ASKED_MS = 60 * 60_000

/**
 * How long to wait before trying again after `failures` failures in a row: doubling up to a limit, of which half to
 * the whole by chance, so that lines that failed together do not come back together (RFC 5626 §4.5).
 *
 * @param askedSeconds `Retry-After` of the answer (RFC 3261 §20.33); not before that.
 */
export function retryDelayMs(kind: FailureKind, failures: number, random: Random, askedSeconds = 0): number {
  const upperMs = Math.min(MAX_MS[kind], BASE_MS[kind] * 2 ** Math.min(failures - 1, 16))
  const delayMs = upperMs * (0.5 + uniform(random) / 2)
  return Math.max(delayMs, Math.min(askedSeconds * 1000, MAX_ASKED_MS))
}
