import { isHolding } from '../bridge/holding.ts'
import type { Leg } from '../leg/leg.ts'
import type { Call } from './call.ts'

/**
 * Whoever talks with the leg, or sits in a conference with it, is not left in dead air when its phone vanishes: a soft signal is heard until
 * it is back or the inactivity time ends the call. Calls that are not anchored, and faxes, which a signal would spoil, are left as they are; in an emergency call that is made out of
 * one in which the leg was watched, it is not any more: a control centre hears what is there, and nothing that is made here (EMG-01).
 */
export function watchForStops(call: Call, leg: Leg): void {
  if (!call.anchored || call.relayLost || !call.parties.has(leg) || leg.arrival !== undefined || call.scope.closed) return
  call.media.watchForStops(leg.endpoint, !call.emergency && !call.carriesFax && call.profile.signalWhenMediaStops !== false)
}

/** A party has fallen silent without a word, or is heard again: the record tells, and in a conference it is away meanwhile. */
export function mediaStopped(call: Call, endpoint: string, stopped: boolean, silentMs: number): void {
  const leg = call.parties.at(endpoint)
  if (leg === undefined) return
  const seconds = (silentMs / 1000).toFixed(1)
  call.note(stopped ? 'media-stopped' : 'media-returned', `nothing from ${leg.party.number} for ${seconds} s`)
  call.bridge?.stops(leg, stopped)
  call.seatOf(leg)?.holds(leg, stopped || isHolding(call.media.direction(leg.endpoint)))
}
