import type { Database } from '@klinke/platform'
import type { OpenSlice, Slice } from '../slices/slice.ts'
import { conferenceCall } from './conference-call.ts'
import { liveConferenceRoutes } from './live-routes.ts'
import { type Pins, scryptPins } from './pins.ts'
import { conferenceProblems } from './room-schema.ts'
import { conferenceRoomRoutes } from './routes.ts'
import type { ConferenceRoom } from './rules.ts'
import { RunningConferences } from './running-conferences.ts'
import { loadConferences } from './store.ts'

/** Conference rooms, by their ids, and the conferences that are going on in them. */
export const conferences: Slice<ReadonlyMap<string, ConferenceRoom>> = {
  snapshot: { empty: new Map(), load: loadConferences },
  problems: conferenceProblems,
  open: ({ database }) => openConferences(database, scryptPins),
}

export function openConferences(database: Database, pins: Pins, running = new RunningConferences()): OpenSlice {
  return {
    destinations: { targets: { conference: conferenceCall(running, pins) } },
    routes: (api) => {
      conferenceRoomRoutes(database, pins)(api)
      liveConferenceRoutes(running)(api)
    },
  }
}
