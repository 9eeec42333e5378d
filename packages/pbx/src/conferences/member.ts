import type { Call, Leg } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'
import type { SpokenName } from './spoken-name.ts'

/** Somebody who comes to a room, and may come in. */
export interface Newcomer {
  readonly role: ConferenceRole
  /** As it has said it; `undefined`: it was not asked, or said nothing. */
  readonly name: SpokenName | undefined
}

/** Somebody in a conference. */
export interface ConferenceMember extends Newcomer {
  /** Of this conference alone; counts up. */
  readonly id: string
  readonly leg: Leg
  readonly sinceMs: number
  /** By itself or a moderator. */
  muted: boolean
  /** It holds the conference: it neither hears the others nor is heard. */
  held: boolean
  /** What it hears now. `notice`: it is on its way in or is being told something, and must not be interrupted; undefined: nothing yet. */
  hears: 'others' | 'music' | 'notice' | undefined
}

export interface ConferenceParts {
  readonly room: ConferenceRoom
  /** Of who began it: by it others are invited. */
  readonly context: CallContext
  /** The call of the first member, in which all that follow are taken over. It outlives its first party, and ends with the last one. */
  readonly host: Call
  /** Members that the tenant's profile allows. */
  readonly profileMembers: number | undefined
  readonly ended: () => void
  /** Who is there, or how, is another. */
  readonly changed?: () => void
}

/** Whose name `leg` has that takes the seat of a member: the same one at another device keeps it, nobody else speaks with that voice. */
export function nameInPlaceOf({ name, leg: { party } }: ConferenceMember, leg: Leg): SpokenName | undefined {
  if (party.extensionId !== undefined && party.extensionId === leg.party.extensionId) return name
  name?.forget()
  return undefined
}
