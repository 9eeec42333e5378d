import type { Call } from '../call/call.ts'
import type { Placed } from '../exchange/calls.ts'
import { refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { NotControlled } from './controlled.ts'

/**
 * A party hangs up, gives up calling, or declines the call that rings at it, as its user would at the phone.
 *
 * @param byItsUser who asks is the user of the party: nobody else ends a call for help (EMG-01)
 */
export function hangUp({ call, leg }: Placed, byItsUser: boolean): NotControlled | undefined {
  if (!call.parties.has(leg) || leg.state === 'ended') return 'gone'
  if (call.emergency && !byItsUser) return 'emergency'
  if (leg.dialog !== undefined) unattended(leg.dialog.leave())
  else if (leg === call.caller) giveUp(call)
  else if (call.ringing?.decline(leg) !== true) return 'not-now'
  return undefined
}

/** As its CANCEL would. */
function giveUp(call: Call): void {
  if (call.principal === call.caller) call.end(refused('cancelled', 487))
  else if (call.caller !== undefined) call.parties.release(call.caller)
}
