import type { Bridge } from '../bridge/bridge.ts'
import type { Placed } from '../exchange/calls.ts'

/** Why a program cannot do something with a party of a call. */
export type NotControlled =
  /** It has hung up, or was moved meanwhile. */
  | 'gone'
  /** It talks to nobody now: it rings, waits, or is in a conference. */
  | 'not-talking'
  /** The parties exchange media themselves, so that nothing can be done between them. */
  | 'not-anchored'
  /** Nobody takes a call for help apart (EMG-01). */
  | 'emergency'
  /** What is asked for does not fit what the party is doing. */
  | 'not-now'
  /** The number cannot be called by it. */
  | 'unreachable'

/** The conversation of an extension's party that a program may change, or why it may not. */
export function talkOf({ call, leg }: Placed): Bridge | NotControlled {
  if (!call.parties.has(leg) || leg.state === 'ended') return 'gone'
  if (call.emergency) return 'emergency'
  if (!call.anchored) return 'not-anchored'
  return call.bridge?.joins(leg) === true ? call.bridge : 'not-talking'
}
