import type { Room } from '../room.ts'
import { countUse } from './count-use.ts'

/** Counts what customers have in use, for items that are charged by it. */
export const countedUseRoom: Room = {
  area: 'billing',
  open: ({ database, clock, logger, thingsInUse }) =>
    thingsInUse === undefined ? {} : { begin: () => countUse({ database, clock, logger, thingsInUse }) },
}
