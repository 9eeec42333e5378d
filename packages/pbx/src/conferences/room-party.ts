import type { CallParty } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { numberParty } from '../calls/parties.ts'
import type { ConferenceRoom } from './rules.ts'

/** How records and phones name the room. */
export function roomParty({ tenant }: CallContext, room: ConferenceRoom): CallParty {
  return { ...numberParty(room.number ?? '', tenant.id), displayName: room.name }
}
