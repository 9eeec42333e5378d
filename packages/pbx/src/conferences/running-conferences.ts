import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { Conference } from './conference.ts'
import type { ConferenceRoom } from './rules.ts'
import type { NameFiles } from './spoken-name.ts'

/** The conferences that are going on on this node: at most one per room. */
export class RunningConferences {
  /** Where members' names are kept meanwhile. */
  readonly names: NameFiles
  readonly #told: (conference: Conference) => void
  /** By room id. */
  readonly #running = new Map<string, Conference>()

  constructor(names: NameFiles, told: (conference: Conference) => void = () => undefined) {
    this.names = names
    this.#told = told
  }

  /** The conference in a room. */
  of(roomId: string): Conference | undefined {
    const conference = this.#running.get(roomId)
    return conference?.running === true ? conference : undefined
  }

  /** `host`, whose party has been let in, becomes the conference in that room. */
  begin(room: ConferenceRoom, host: Call, context: CallContext): Conference {
    const { maxConferenceMembers } = context.tenant.profile
    const conference = new Conference({
      ...{ room, host, context },
      profileMembers: maxConferenceMembers,
      ended: () => this.#ended(conference),
      changed: () => this.#told(conference),
    })
    this.#running.set(room.id, conference)
    return conference
  }

  #ended(conference: Conference): void {
    const { id } = conference.room
    if (this.#running.get(id) === conference) this.#running.delete(id)
    this.#told(conference)
  }
}
