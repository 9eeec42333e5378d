import type { EndCause } from '../call-records.ts'
import type { Leg } from '../leg/leg.ts'
import type { Outcome } from '../outcome.ts'
import type { Call } from './call.ts'
import type { CallJournal } from './call-journal.ts'
import { CallOver } from './call-over.ts'
import { countMedia, countSoFar } from './count-media.ts'
import { closeDigits } from './parties.ts'

/** How long a call's end waits for the media engine's counters: a record without them is better than none. */
const COUNTERS_WITHIN_MS = 2000

/**
 * Ends the call: tells every party, writes the records, releases the media. Each step is taken whatever becomes of the
 * others. Settles when the parties have confirmed or are given up.
 */
export async function finishCall(call: Call, outcome: Outcome): Promise<void> {
  const endedAtMs = call.clock.epochMs()
  call.enterState('ending')
  const legs = [...call.legs]
  const farewells = hangUpAll(call, legs, outcome)
  // What fails in the scope of the call as it closes keeps no step below from being taken.
  await call.scope.close(new CallOver(outcome)).catch(() => undefined)
  for (const leg of legs) {
    closeDigits(leg)
    call.parties.changed(leg)
  }
  await endRecords(call, legs, outcome, endedAtMs)
  await call.parties.departed()
  await Promise.allSettled([call.media.close(), ...farewells])
}

function hangUpAll(call: Call, legs: readonly Leg[], outcome: Outcome): Promise<void>[] {
  const reason = reasonFor(outcome)
  if (outcome.kind === 'refused') call.caller?.refuse(outcome)
  // A leg that another scope has adopted goes on there.
  return legs.filter((leg) => leg.owner === call.scope).map((leg) => leg.hangUp(reason))
}

/** A record with a party that another call has taken over stays open there. */
function goesOnElsewhere(journal: CallJournal, call: Call): boolean {
  if (journal.over) return false
  for (const leg of journal.parties) {
    const where = leg.state === 'ended' ? undefined : call.parties.whereabouts(leg)
    if (where === undefined || where.scope.closed) continue
    where.parties.keeps(journal)
    return true
  }
  return false
}

/** RFC 3326: what the parties still there are told. */
export function reasonFor(outcome: Outcome): string | undefined {
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
    case 'incompatible':
      // An answer that came too late to refuse the call by: incompatible destination (cause 88).
      return 'Q.850;cause=88'
    case 'error':
      // Interworking, unspecified (cause 127).
      return 'Q.850;cause=127'
    default:
      return undefined
  }
}

/** Ends the records that end with this call; one with a party elsewhere gets the counters of those that end here, whose media closes now. */
async function endRecords(call: Call, legs: readonly Leg[], outcome: Outcome, endedAtMs: number): Promise<void> {
  const { journals } = call.parties
  const ending = journals.filter((journal) => !goesOnElsewhere(journal, call))
  const goingOn = journals.filter((journal) => !ending.includes(journal))
  const endingHere = goingOn.flatMap(({ measured }) => measured).filter((leg) => leg !== undefined && legs.includes(leg))
  if (journals.some(({ wasAnswered }) => wasAnswered)) await counters(call, [...ending.flatMap(({ measured }) => measured), ...endingHere])
  for (const journal of ending) endRecord(journal, outcome, endedAtMs)
}

async function counters(call: Call, legs: readonly (Leg | undefined)[]): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = call.clock.after(COUNTERS_WITHIN_MS, resolve)
  const counted = legs.filter((leg) => leg !== undefined).map((leg) => countedWhereItIs(call, leg))
  await Promise.race([Promise.all(counted), late])
  timer.cancel()
}

/** The media of a leg that another call has taken over is there; as long as it talks there, nobody may give it back. */
function countedWhereItIs(call: Call, leg: Leg): Promise<void> {
  const { media } = call.parties.whereabouts(leg) ?? call
  return media === call.media || leg.state === 'ended' ? countMedia(media, leg) : countSoFar(media, leg)
}

/** A call that is refused after the answer was answered all the same; and an attempt that came to nothing in a call that talked was cancelled. */
function endRecord(journal: CallJournal, outcome: Outcome, endedAtMs: number): void {
  if (journal.wasAnswered) journal.end(outcome.cause, endedAtMs)
  else if (outcome.kind === 'refused') journal.refused(outcome.cause, outcome.status, endedAtMs)
  else journal.refused(isHangUp(outcome.cause) ? 'cancelled' : outcome.cause, 487, endedAtMs)
}

function isHangUp(cause: EndCause): boolean {
  return cause === 'hung-up-by-caller' || cause === 'hung-up-by-called'
}
