import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'

/** Why a leg stays where it is. */
export type NotMoved =
  /** It has hung up, or another call was faster. */
  | 'gone'
  /** One of the calls is ending. */
  | 'ending'
  /** The parties exchange media themselves, or it is an emergency call, which nobody takes apart. */
  | 'not-anchored'
  /** No tenant takes part in both calls. */
  | 'foreign'

/**
 * Moves an answered leg from one call to another: who owns it at once, its media as fast as the engine can (`leg.arrival`). Nobody
 * asks its phone. It hears silence until it is connected. `from` learns of it: its bridge settles with `taken`, or, if it
 * was led on behalf of that leg, it ends. Records follow their parties (`CallJournal`). `undefined` when the leg has moved.
 */
export function takeOver(leg: Leg, from: Call, to: Call): NotMoved | undefined {
  const why = whyNot(leg, from, to)
  if (why !== undefined) return why
  if (leg.hasDigits) leg.digits.interrupt()
  leg.adopt(to.scope)
  const moving = adoptMedia(leg, from, to)
  leg.arrival = moving
  from.parties.departs(leg, to, moving)
  to.parties.arrives(leg)
  to.limit.takes(leg, from.limit)
  const talking = from.bridge
  if (talking?.joins(leg) === true) talking.taken(leg)
  else if (from.principal === leg) from.end(talked('hung-up-by-caller'))
  from.note('taken-over', leg.party.number)
  return undefined
}

function whyNot(leg: Leg, from: Call, to: Call): NotMoved | undefined {
  if (from === to || !from.parties.has(leg) || leg.owner !== from.scope || leg.dialog?.over !== false) return 'gone'
  if (isEnding(from) || isEnding(to)) return 'ending'
  if (!from.anchored || !to.anchored) return 'not-anchored'
  return to.tenants.some((tenant) => from.tenants.includes(tenant)) ? undefined : 'foreign'
}

function isEnding(call: Call): boolean {
  return call.scope.closed || call.state === 'ending'
}

/** A leg whose media cannot follow hears nothing any more, so it goes. */
async function adoptMedia(leg: Leg, from: Call, to: Call): Promise<void> {
  try {
    leg.endpoint = await to.media.adopt(leg.endpoint, from.media, to.parties.newEndpointId('joined'))
  } catch {
    to.note('media-not-moved', leg.party.number)
    unattended(leg.hangUp('Q.850;cause=47'))
  } finally {
    leg.arrival = undefined
    if (to.parties.has(leg) && !to.scope.closed) to.parties.changed(leg)
  }
}
