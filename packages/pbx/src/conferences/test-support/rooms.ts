import type { Pins } from '../pins.ts'
import { DEFAULT_CONFERENCE_SETTINGS } from '../room-schema.ts'
import type { ConferenceRoom } from '../rules.ts'
import type { NameFiles } from '../spoken-name.ts'

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

/** Names on paper: those that have not been deleted. */
export class PaperNames implements NameFiles {
  readonly kept = new Set<string>()
  #count = 0

  readonly create = (): Promise<string> => {
    const path = `/names/${++this.#count}.wav`
    this.kept.add(path)
    return Promise.resolve(path)
  }

  readonly remove = (path: string): Promise<void> => {
    this.kept.delete(path)
    return Promise.resolve()
  }
}
