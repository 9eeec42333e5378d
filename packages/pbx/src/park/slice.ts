import type { DialledFeature } from '../feature-codes/feature.ts'
import type { Slice } from '../slices/slice.ts'
import { ParkLot } from './lot.ts'
import { callSlot, parkByCode } from './park-call.ts'
import { parkRoutes } from './routes.ts'
import { NO_PARK, type Park, parkProblems } from './rules.ts'
import { loadPark } from './store.ts'

/** Calls that wait in a slot until any phone takes them. */
export const park: Slice<Park> = {
  area: 'routing',
  snapshot: { empty: NO_PARK, tables: ['park_settings', 'park_slot'], load: loadPark },
  problems: parkProblems,
  open: ({ database }) => {
    const lot = new ParkLot()
    const feature: DialledFeature = {
      ...{ name: 'park', title: { de: 'Parken', en: 'Park' }, codes: ['*82'], when: 'dialled', argument: 'optional' },
      run: (call, number, context) => parkByCode(call, number, lot, context),
    }
    return { destinations: { targets: { 'park-slot': callSlot(lot) } }, features: [feature], routes: parkRoutes(database, lot) }
  },
}
