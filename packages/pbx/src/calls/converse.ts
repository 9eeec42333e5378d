import type { Call, Leg, Outcome } from '@klinke/calls'
import type { CallContext } from './context.ts'

/** Lets the caller talk to the party that answered. Every flow of the PBX ends its ringing here, so that what parties may do in a call is the same everywhere. */
export function converse(call: Call, leg: Leg, { exchange, comeBack }: CallContext): Promise<Outcome> {
  return exchange.converse(call, leg, { comeBack })
}
