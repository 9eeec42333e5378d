import { hashPin, isPin } from '../pins/pin-hash.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'

/** PINs are never kept as such, nor written to a log. */
export interface Pins {
  hash(pin: string): Promise<string>
  matches(pin: string, hash: string): Promise<boolean>
}

/** Off the main thread, and in real time. */
export const scryptPins: Pins = { hash: hashPin, matches: isPin }

/** Whom a PIN makes its caller; undefined: nobody. No PIN at all is right where participants need none. */
export async function roleOf(pin: string, room: ConferenceRoom, pins: Pins): Promise<ConferenceRole | undefined> {
  if (pin === '') return room.participantPin === undefined ? 'participant' : undefined
  if (room.moderatorPin !== undefined && (await pins.matches(pin, room.moderatorPin))) return 'moderator'
  if (room.participantPin !== undefined && (await pins.matches(pin, room.participantPin))) return 'participant'
  return undefined
}
