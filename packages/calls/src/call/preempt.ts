import type { Leg } from '../leg/leg.ts'
import { refused, talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Call } from './call.ts'

/** RFC 4411 §5.5: the network has taken the resources for a call that comes before this one. */
const FOR_HELP = 'preemption;cause=5;text="Network Preemption"'

/**
 * Ends a party at once, and with it its call, because an emergency call needs its channel (EMG-01). In a conference, or beside others that
 * talk, it goes alone. `first` is the call that the leg was in at first. False for a call that is one for help itself.
 */
export function preempt(leg: Leg, first: Call): boolean {
  const call = first.parties.whereabouts(leg) ?? first
  if (call.emergency) return false
  call.note('preempted', leg.party.number)
  const goesAlone = call.parties.leaderless || call.parties.isBeside(leg)
  // The channel is to be free now, not when all that ends with the call has been seen to.
  if (leg !== call.caller || leg.dialog !== undefined) unattended(leg.hangUp(FOR_HELP))
  if (goesAlone) return true
  call.end(call.state === 'answered' ? talked('preempted', FOR_HELP) : refusal)
  call.caller?.refuse(refusal)
  return true
}

const refusal = { ...refused('preempted', 486), because: FOR_HELP, headers: [['Reason', FOR_HELP]] } as const
