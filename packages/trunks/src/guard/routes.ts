import type { Directory } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { ApiRoutes, Database } from '@klinke/platform'
import type { CostGuard } from './cost-guard.ts'
import { guardCountryRoutes } from './country-routes.ts'
import { guardLockRoutes } from './lock-routes.ts'
import type { GuardNotices } from './notices.ts'
import { guardSettingsRoutes } from './settings-routes.ts'

/** What the routes of the guard stand on. */
export interface GuardRouteParts {
  readonly guard: Pick<CostGuard, 'today'>
  readonly notices: Pick<GuardNotices, 'note'>
  readonly directory: Pick<Directory, 'tenant'>
  readonly clock: Pick<Clock, 'epochMs'>
}

/** Guard against costs: limits, what is used today, countries, locks, and what happened. */
export function costGuardRoutes(database: Database, parts: GuardRouteParts): ApiRoutes {
  return (api) => {
    guardSettingsRoutes(database, parts)(api)
    guardCountryRoutes(database)(api)
    guardLockRoutes(database, parts)(api)
  }
}
