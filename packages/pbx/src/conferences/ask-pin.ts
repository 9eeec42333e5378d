import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { type Pins, roleOf } from './pins.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'
import { noticeSource } from './sounds.ts'

/** Wrong PINs until the caller is sent away (CONF-02). */
const TRIES = 3

/** PINs have 4 to 10 digits. */
export const MAX_PIN_DIGITS = 10

const INPUT = { maxDigits: MAX_PIN_DIGITS, terminator: '#', firstDigitSeconds: 10, interDigitSeconds: 4 } as const

/** Who the caller is by its PIN; undefined when it knows none. In a room without PINs everybody is a participant, unasked. */
export async function askPin(call: Call, room: ConferenceRoom, pins: Pins, context: CallContext): Promise<ConferenceRole | undefined> {
  if (room.participantPin === undefined && room.moderatorPin === undefined) return 'participant'
  for (let tried = 0; tried < TRIES; tried++) {
    // Only how it ended is noted, never the digits.
    const { digits } = await call.collect({ ...INPUT, prompt: noticeSource('ask-pin', context) })
    const role = await call.scope.race(roleOf(digits, room, pins))
    if (role !== undefined) return role
    call.note('conference-pin-wrong', `${tried + 1} of ${TRIES}`)
    if (tried + 1 < TRIES) await call.play(noticeSource('wrong-pin', context))
  }
  return undefined
}
