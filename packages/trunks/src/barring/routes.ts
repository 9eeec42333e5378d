import type { ApiRoutes, Database } from '@klinke/platform'
import { type CheckParts, checkRoutes } from './check-routes.ts'
import { exceptionRoutes } from './exception-routes.ts'
import { releaseRoutes } from './release-routes.ts'
import { outboundSettingsRoutes } from './settings-routes.ts'

/** What may be dialled outside: classes, exceptions, releases, and what would become of a call. */
export function outboundRuleRoutes(database: Database, check: CheckParts): ApiRoutes {
  return (api) => {
    exceptionRoutes(database)(api)
    releaseRoutes(database)(api)
    outboundSettingsRoutes(database)(api)
    checkRoutes(check)(api)
  }
}
