import type { CallDestination } from '../destinations/destination.ts'
import type { Slice } from '../slices/slice.ts'
import { leadingProblems } from './problems.ts'
import { numberRoutes } from './routes.ts'
import { followNumberDestinations, loadNumberDestinations } from './store.ts'

/** Where the tenant's numbers lead, by E.164 number. */
export const numberDestinations: Slice<ReadonlyMap<string, CallDestination>> = {
  area: 'numbers',
  snapshot: { empty: new Map(), tables: ['phone_number', 'number_range'], load: loadNumberDestinations, follow: followNumberDestinations },
  problems: leadingProblems,
  open: ({ database, clock, trunkTakes }) => ({ routes: numberRoutes(database, clock, trunkTakes) }),
}
