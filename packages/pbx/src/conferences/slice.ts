import { join } from 'node:path'
import { conferenceEvents } from '../event-sources/conference-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import type { OpenSlice, Services, Slice } from '../slices/slice.ts'
import { conferenceCall } from './conference-call.ts'
import { liveConferenceRoutes } from './live-routes.ts'
import { nameFolder } from './name-folder.ts'
import { pinLockRoutes } from './pin-lock-routes.ts'
import { type Pins, scryptPins } from './pins.ts'
import { RoomPinLock } from './room-pin-lock.ts'
import { conferenceProblems } from './room-schema.ts'
import { conferenceRoomRoutes } from './routes.ts'
import type { ConferenceRoom } from './rules.ts'
import { RunningConferences } from './running-conferences.ts'
import { loadConferences } from './store.ts'

/** Conference rooms, by their ids, and the conferences that are going on in them. */
export const conferences: Slice<ReadonlyMap<string, ConferenceRoom>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['conference_room'], load: loadConferences },
  problems: conferenceProblems,
  open: ({ database, clock, dataDir, logger, sink = NO_SINK }) => {
    const running = new RunningConferences(nameFolder(join(dataDir, 'conference-names'), logger), conferenceEvents(sink))
    return openConferences({ database, clock, pins: scryptPins, running })
  },
}

export interface ConferencesGround extends Pick<Services, 'database' | 'clock'> {
  readonly pins: Pins
  readonly running: RunningConferences
}

export function openConferences({ database, clock, pins, running }: ConferencesGround): OpenSlice {
  const lock = new RoomPinLock(clock)
  return {
    destinations: { targets: { conference: conferenceCall(running, { pins, lock }) } },
    routes: (api) => {
      conferenceRoomRoutes(database, { pins, lock })(api)
      pinLockRoutes(database, lock, clock)(api)
      liveConferenceRoutes(running)(api)
    },
  }
}
