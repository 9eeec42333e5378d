import type { Call, Leg } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { ConferenceRole, ConferenceRoom } from './rules.ts'

/** Somebody in a conference. */
export interface ConferenceMember {
  /** Of this conference alone; counts up. */
  readonly id: string
  readonly role: ConferenceRole
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
}
