import type { Slice } from '../slices/slice.ts'
import { continuityRoutes } from './routes.ts'
import { continuityProblems, NO_CONTINUITY, type TenantContinuity } from './rules.ts'
import { loadContinuity } from './store.ts'

/** What becomes of calls to a customer's own PBX while it is unreachable (BCP-01). The call itself is `calls/trunk-call.ts`. */
export const trunkContinuity: Slice<TenantContinuity> = {
  area: 'routing',
  snapshot: { empty: NO_CONTINUITY, tables: ['trunk_continuity'], load: loadContinuity },
  problems: continuityProblems,
  open: ({ database, directory, clock }) => ({ routes: continuityRoutes({ database, directory, clock }) }),
}
