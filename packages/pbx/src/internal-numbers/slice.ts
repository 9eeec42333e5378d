import { destinationProblems } from '../destinations/problems.ts'
import type { Slice } from '../slices/slice.ts'
import { targetRoutes } from './routes.ts'
import { followInternalNumbers, type InternalNumbers, loadInternalNumbers, NO_INTERNAL_NUMBERS } from './store.ts'

/** The internal numbering plan: what is rung by which internal number, and the names of all targets. */
export const internalNumbers: Slice<InternalNumbers> = {
  area: 'settings',
  snapshot: { empty: NO_INTERNAL_NUMBERS, tables: ['call_target'], load: loadInternalNumbers, follow: followInternalNumbers },
  problems: destinationProblems,
  open: ({ directory }) => ({ routes: targetRoutes(directory) }),
}
