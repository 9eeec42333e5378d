import type { RingOutcome } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import { CARRIER_SILENT_SECONDS, isSilence, NOWHERE, type Persistence } from '../calls/ring-in-turn.ts'

/** A carrier that says it tries, and has rung no control centre by then, is left for the next one. */
export const UNRUNG_SECONDS = 8
/** However slow a carrier is, it is not waited for longer. */
const LONGEST_UNRUNG_SECONDS = 64
/** No round begins later: proxies and phones give up a call that nobody answers then (RFC 3261 §16.6, timer C). */
export const TRYING_SECONDS = 180
/** Who hears nothing while all refuse thinks that he is being connected: after so many rounds his phone says that he is not. */
export const REFUSED_ROUNDS = 3
/** From the beginning of one round to that of the next, if no place takes its time: twice as long each time. */
export const GAP_SECONDS = 2

/**
 * How long a place that has rung nobody is waited for: in each round twice as long, so that one which is only slow is reached in the end, and the
 * last of a round as long as all in the next one.
 */
export function unrungSeconds(round: number, isLast: boolean): number {
  return Math.min(LONGEST_UNRUNG_SECONDS, UNRUNG_SECONDS * 2 ** (round + (isLast ? 1 : 0)))
}

/**
 * Goes round the carriers until a control centre is rung and answers, the caller gives up, or nobody would still wait (EMG-01): where the last of them keeps
 * silent the first may be there again, or may have been only slow. The caller cannot be told in words meanwhile: the media of a call for help is never
 * answered here, so that it survives the media engine. So where all refuse it ends soon, and the phone tells him to find another way.
 */
export const untilHelped: NonNullable<Persistence['rounds']> = async ({ call, exchange: { clock } }, round) => {
  const untilMs = clock.nowMs() + TRYING_SECONDS * 1000
  let last: RingOutcome = NOWHERE
  let refusedRounds = 0
  for (let before = 0; ; before++) {
    const beganAtMs = clock.nowMs()
    const outcome = await round(before)
    if (outcome === undefined) return last
    if (outcome.kind === 'answered' || outcome.cause === 'cancelled' || call.ringsNobody) return outcome
    last = outcome
    const tookMs = clock.nowMs() - beganAtMs
    if (!isSilence(outcome) || tookMs < CARRIER_SILENT_SECONDS * 1000) refusedRounds++
    if (refusedRounds === REFUSED_ROUNDS || clock.nowMs() >= untilMs) return outcome
    call.note('emergency-again', `round ${before + 2}`)
    const gapMs = GAP_SECONDS * 1000 * 2 ** before
    if (tookMs < gapMs) await sleep(clock, gapMs - tookMs, call.scope.signal)
  }
}
