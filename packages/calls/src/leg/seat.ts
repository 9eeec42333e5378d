import type { Call } from '../call/call.ts'
import type { Refusal } from '../outcome.ts'
import type { Leg } from './leg.ts'

/** Room that a party outside takes, such as a channel of a trunk. Whoever has it leaves it once; it is free when all legs that sat there are gone. */
export interface Seat {
  readonly kind: 'seat'
  /** That leg of the call is there from now until it is over, in whatever call it is by then. */
  holds(leg: Leg, call: Call): void
  /** That leg, which sits there, has answered: from now on somebody pays for it. Absent: nobody wants to know. */
  answered?(leg: Leg, call: Call): void
  /** Nobody else comes. */
  leave(): void
}

/** Asked before a party is called. It may take a while, and rejects with nothing but `CallOver`. */
export type TakeSeat = (call: Call) => Promise<Seat | Refusal>
