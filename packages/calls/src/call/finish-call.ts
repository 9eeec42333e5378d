import type { Clock } from '@klinke/foundation'
import type { LegMedia } from '../call-records.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import type { Outcome } from '../outcome.ts'
import type { Call } from './call.ts'
import { CallOver } from './call-over.ts'

/** How long a call's end waits for the media engine's counters: a record without them is better than none. */
const COUNTERS_WITHIN_MS = 2000

/**
 * Ends the call: tells every party, writes the record, releases the media. Each step is taken whatever becomes of the
 * others. Settles when the parties have confirmed or are given up.
 */
export async function finishCall(call: Call, outcome: Outcome, clock: Clock): Promise<void> {
  const endedAtMs = clock.epochMs()
  const wasAnswered = call.state === 'answered'
  call.enterState('ending')
  const talking = [...call.calledLegs].find((leg) => leg.dialog !== undefined)
  const farewells = hangUpAll(call, outcome)
  await call.scope.close(new CallOver(outcome)).catch(() => undefined)
  const [callerMedia, calledMedia] = wasAnswered ? await counters(call, talking, clock) : []
  const sipStatus = outcome.kind === 'refused' ? outcome.status : undefined
  call.journal.ended({ cause: outcome.cause, sipStatus, callerMedia, calledMedia }, endedAtMs)
  await Promise.allSettled([call.media.close(), ...farewells])
}

function hangUpAll(call: Call, outcome: Outcome): Promise<void>[] {
  const reason = reasonFor(outcome)
  if (outcome.kind === 'refused') call.caller.refuse(outcome)
  // A leg that another scope has adopted goes on there.
  return call.legs.filter((leg) => leg.owner === call.scope).map((leg) => leg.hangUp(reason))
}

/** RFC 3326: what the parties still there are told. */
function reasonFor(outcome: Outcome): string | undefined {
  const given = outcome.kind === 'talked' ? outcome.reason : outcome.because
  if (given !== undefined) return given
  switch (outcome.cause) {
    case 'media-inactivity':
    case 'session-expired':
    case 'duration-limit':
      // Recovery on timer expiry (ITU-T Q.850 cause 102).
      return 'Q.850;cause=102'
    case 'drained':
      // Temporary failure (cause 41).
      return 'Q.850;cause=41'
    case 'error':
      // Interworking, unspecified (cause 127).
      return 'Q.850;cause=127'
    default:
      return undefined
  }
}

async function counters(call: Call, talking: OutboundLeg | undefined, clock: Clock): Promise<readonly (LegMedia | undefined)[]> {
  const { promise: late, resolve } = Promise.withResolvers<readonly undefined[]>()
  const timer = clock.after(COUNTERS_WITHIN_MS, () => resolve([]))
  const parties = talking === undefined ? [call.caller] : [call.caller, talking]
  try {
    return await Promise.race([Promise.all(parties.map((leg) => call.media.remove(leg.endpoint))), late])
  } catch {
    return []
  } finally {
    timer.cancel()
  }
}
