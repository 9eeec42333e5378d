import type { Pins } from '../pins.ts'
import { DEFAULT_CONFERENCE_SETTINGS } from '../room-schema.ts'
import type { ConferenceRoom } from '../rules.ts'

/** PINs as they are, for flows on paper: no threads work there. */
export const plainPins: Pins = {
  hash: (pin) => Promise.resolve(pin),
  matches: (pin, hash) => Promise.resolve(pin === hash),
}

/** A room as it is unless something is said. */
export function room(more: Partial<ConferenceRoom> = {}): ConferenceRoom {
  const nothing = { participantPin: undefined, moderatorPin: undefined }
  return { ...DEFAULT_CONFERENCE_SETTINGS, id: 'room-1', name: 'Vertrieb', number: '700', ...nothing, ...more }
}
