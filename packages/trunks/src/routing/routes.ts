import type { Clock } from '@klinke/foundation'
import type { ApiRoutes, Database, ImportJobs } from '@klinke/platform'
import type { CarrierDirectory } from '../carrier-directory.ts'
import type { CarrierRouting } from './carrier-routing.ts'
import { addPricesOfPrefix } from './prefix-price-routes.ts'
import { addPriceImports } from './price-import/routes.ts'
import type { PriceReport } from './price-import/views.ts'
import { addPriceLists } from './price-list-routes.ts'
import { addRouteQuestion } from './route-question.ts'
import { addRules } from './rule-routes.ts'

/** What the way of calls is asked of. */
export interface RouteParts {
  readonly carriers: CarrierDirectory
  readonly routing: Pick<CarrierRouting, 'route'>
  readonly isUp: (carrierId: string) => boolean
  readonly clock: Clock
  /** Closed by whoever opens them. */
  readonly priceImports: ImportJobs<PriceReport>
}

/** Price lists of carriers, rules for prefixes, and over which carriers a number would go: the operator's alone. */
export function carrierRoutingRoutes(database: Database, parts: RouteParts): ApiRoutes {
  return (api) => {
    addPriceLists(api, database)
    addPricesOfPrefix(api, database)
    addPriceImports(api, { database, clock: parts.clock, jobs: parts.priceImports })
    addRules(api, database)
    addRouteQuestion(api, parts)
  }
}
