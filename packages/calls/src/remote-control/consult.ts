import type { TalkCommand } from '../bridge/bridge.ts'
import type { Placed } from '../exchange/calls.ts'
import { type NotControlled, talkOf } from './controlled.ts'

/**
 * A party calls somebody while the other waits, and what comes of that: as by the codes that its user could dial (CALL-01), with any phone,
 * over the line that it has already.
 */
export function consult(placed: Placed, command: TalkCommand): NotControlled | undefined {
  const { call, leg } = placed
  const { consultation } = call
  const consults = consultation?.by === leg && !consultation.settled
  if (consults === (command.kind === 'consult')) return 'not-now'
  if (consults && call.ringing !== undefined && !call.emergency) return whileRinging(placed, command)
  const talk = talkOf(placed)
  if (typeof talk === 'string') return talk
  return talk.command(leg, command) ? undefined : 'not-now'
}

/** It may stay with the first party, or leave it to the ringing. */
function whileRinging({ call }: Placed, { kind }: TalkCommand): NotControlled | undefined {
  if (kind === 'back') call.ringing?.giveUp()
  else if (kind === 'connect') call.consultation?.leave()
  else return 'not-now'
  return undefined
}
