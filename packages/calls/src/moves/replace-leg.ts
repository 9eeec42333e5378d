import type { MediaSource } from '@klinke/rtp'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'

export const RINGBACK: MediaSource = { kind: 'signal', signal: 'ringback' }

/**
 * `leg`, which is in the call already, takes the place of `old`: in its conversation, or as the party on whose behalf the call is
 * led. It hears what `old` heard. `old` gets BYE. False when `old` has no place that could be taken.
 */
export function replaceLeg(call: Call, old: Leg, leg: Leg): boolean {
  if (call.gathering?.has(old) === true) {
    call.parties.succeeds(old, leg)
    call.note('replaced', `${old.party.number} by ${leg.party.number}`)
    call.gathering.replace(old, leg)
    call.parties.release(old)
    return true
  }
  const led = call.principal === old
  const bridge = call.bridge?.joins(old) === true ? call.bridge : undefined
  if (!led && bridge === undefined) return false
  if (led) call.parties.lead(leg)
  call.parties.succeeds(old, leg)
  call.note('replaced', `${old.party.number} by ${leg.party.number}`)
  if (bridge !== undefined) void settled(bridge.replace(old, leg))
  else void settled(hearTheSame(call, leg))
  call.parties.release(old)
  return true
}

/** What fails here is told by the media's events or by the leg's end. */
async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined)
}

async function hearTheSame(call: Call, leg: Leg): Promise<void> {
  await leg.arrival
  const source = call.parties.background ?? (call.ringing === undefined ? undefined : RINGBACK)
  if (source !== undefined && call.principal === leg && !call.scope.closed) await call.media.play(leg.endpoint, source)
}
