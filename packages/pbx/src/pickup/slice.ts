import type { Feature } from '../feature-codes/feature.ts'
import type { Slice } from '../slices/slice.ts'
import { pickUpExtension, pickUpGroup } from './pickup-call.ts'
import { pickupRoutes } from './routes.ts'
import { NO_PICKUP, type Pickup, pickupProblems } from './rules.ts'
import { loadPickup } from './store.ts'

const features: readonly Feature[] = [
  {
    ...{ name: 'pick-up-extension', title: { de: 'Gezielt heranholen', en: 'Pick up a phone' }, codes: ['*80'] },
    ...{ when: 'dialled', argument: 'required', run: pickUpExtension },
  },
  {
    ...{ name: 'pick-up-group', title: { de: 'Aus der Gruppe heranholen', en: 'Pick up in the group' }, codes: ['*81'] },
    ...{ when: 'dialled', argument: 'none', run: (call, _none, context) => pickUpGroup(call, context) },
  },
]

/** Answering a phone that rings elsewhere. */
export const pickup: Slice<Pickup> = {
  area: 'extensions',
  snapshot: { empty: NO_PICKUP, tables: ['pickup_policy', 'pickup_group_member'], load: loadPickup },
  problems: pickupProblems,
  open: ({ database }) => ({ features, routes: pickupRoutes(database) }),
}
