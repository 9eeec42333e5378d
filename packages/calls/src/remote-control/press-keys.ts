import type { Placed } from '../exchange/calls.ts'
import { unattended } from '../unattended.ts'
import type { NotControlled } from './controlled.ts'

/** Presses keys in place of a party's user: whom it talks to gets them, or the exchange itself where that leads the party through a menu. */
export function pressKeys({ call, leg }: Placed, digits: string): NotControlled | undefined {
  if (!call.parties.has(leg) || leg.state !== 'answered') return leg.state === 'ended' ? 'gone' : 'not-talking'
  if (!call.anchored) return 'not-anchored'
  const talk = call.bridge?.joins(leg) === true ? call.bridge : undefined
  if (talk !== undefined) unattended(call.media.press(talk.other(leg).endpoint, digits))
  else for (const digit of digits) leg.digits.pressed(digit, 'info')
  return undefined
}
