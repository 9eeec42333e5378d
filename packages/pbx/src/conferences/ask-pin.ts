import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { type Pins, roleOf } from './pins.ts'
import type { RoomPinLock } from './room-pin-lock.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'
import { noticeSource } from './sounds.ts'

/** Wrong PINs until the caller is sent away (CONF-02). */
const TRIES = 3

/** PINs have 4 to 10 digits. */
export const MAX_PIN_DIGITS = 10

const INPUT = { maxDigits: MAX_PIN_DIGITS, terminator: '#', firstDigitSeconds: 10, interDigitSeconds: 4 } as const

/** What PINs are compared with, and what wrong ones lead to. */
export interface PinCheck {
  readonly pins: Pins
  readonly lock: RoomPinLock
}

/** No PIN is asked for: everybody is a participant. */
export function isOpenToAll({ participantPin, moderatorPin }: ConferenceRoom): boolean {
  return participantPin === undefined && moderatorPin === undefined
}

/** Who the caller is by its PIN, or why it is nobody. */
export async function askPin(
  call: Call,
  room: ConferenceRoom,
  { pins, lock }: PinCheck,
  context: CallContext,
): Promise<ConferenceRole | 'no-more-tries' | 'pin-locked'> {
  if (isOpenToAll(room)) return 'participant'
  const caller = call.principal.party.number
  for (let tried = 0; tried < TRIES; tried++) {
    // Only how it ended is noted, never the digits.
    const { digits } = await call.collect({ ...INPUT, prompt: noticeSource('ask-pin', context) })
    // Others may have guessed meanwhile.
    if (lock.isLocked(room.id, caller)) return 'pin-locked'
    const role = await call.scope.race(roleOf(digits, room, pins))
    if (role !== undefined) {
      if (digits !== '') lock.right(room.id, caller)
      return role
    }
    call.note('conference-pin-wrong', `${tried + 1} of ${TRIES}`)
    // Who types nothing does not guess.
    if (digits !== '') countWrong(lock, room, caller, context)
    if (lock.isLocked(room.id, caller)) return 'pin-locked'
    if (tried + 1 < TRIES) await call.play(noticeSource('wrong-pin', context))
  }
  return 'no-more-tries'
}

/** Those in the conference are not disturbed: it is told by the log and by REST. */
function countWrong(lock: RoomPinLock, room: ConferenceRoom, caller: string, { tenant, exchange }: CallContext): void {
  const locked = lock.wrong(room.id, caller)
  if (locked === undefined) return
  exchange.logger.warn('locked after wrong conference PINs', { tenant: tenant.id, room: room.id, locked, caller })
}
