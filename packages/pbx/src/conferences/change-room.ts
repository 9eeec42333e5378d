import type { Pins } from './pins.ts'
import { ConferenceNeedsModerator, ConferencePinsAlike, type ConferenceRoomChange } from './room-schema.ts'
import { type StoredRoom, settingsOf } from './store.ts'

/** The room with what was asked for; PINs become hashes. Throws `ConferencePinsAlike` or `ConferenceNeedsModerator`. */
export async function changedRoom<R extends Omit<StoredRoom, 'id'>>(before: R, change: ConferenceRoomChange, pins: Pins): Promise<R> {
  const { name, number, participantPin, moderatorPin, ...settings } = change
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  const room = {
    ...before,
    ...settingsOf({ ...before, ...given }),
    name: name ?? before.name,
    number: number === undefined ? before.number : (number ?? undefined),
    participantPin: await hashed(participantPin, before.participantPin, pins),
    moderatorPin: await hashed(moderatorPin, before.moderatorPin, pins),
  }
  if (room.waitForModerator && room.moderatorPin === undefined) throw new ConferenceNeedsModerator()
  if ((await opens(participantPin, room.moderatorPin, pins)) || (await opens(moderatorPin, room.participantPin, pins))) {
    throw new ConferencePinsAlike()
  }
  return room
}

async function hashed(pin: string | null | undefined, before: string | undefined, pins: Pins): Promise<string | undefined> {
  if (pin === undefined) return before
  return pin === null ? undefined : pins.hash(pin)
}

function opens(pin: string | null | undefined, hash: string | undefined, pins: Pins): Promise<boolean> {
  return typeof pin === 'string' && hash !== undefined ? pins.matches(pin, hash) : Promise.resolve(false)
}
