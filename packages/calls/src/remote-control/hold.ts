import type { Placed } from '../exchange/calls.ts'
import { unattended } from '../unattended.ts'
import { type NotControlled, talkOf } from './controlled.ts'

/**
 * The other party hears music and this one hears nothing, until it is taken back: by a program, by a key of the phone that was pressed to hold
 * and to take back, or by the end of the conversation. The phone is not asked, so that it works with each. `undefined`: done.
 */
export function hold(placed: Placed, held: boolean): NotControlled | undefined {
  const talk = talkOf(placed)
  if (typeof talk === 'string') return talk
  placed.leg.holdsByProgram = held
  unattended(talk.arrange())
  placed.call.parties.changed(placed.leg)
  return undefined
}
