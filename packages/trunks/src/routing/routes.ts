import type { ApiRoutes, Database } from '@klinke/platform'
import type { CarrierDirectory } from '../carrier-directory.ts'
import type { CarrierRouting } from './carrier-routing.ts'
import { addPriceLists } from './price-list-routes.ts'
import { addRouteQuestion } from './route-question.ts'
import { addRules } from './rule-routes.ts'

/** What the way of calls is asked of. */
export interface RouteParts {
  readonly carriers: CarrierDirectory
  readonly routing: Pick<CarrierRouting, 'route'>
  readonly isUp: (carrierId: string) => boolean
}

/** Price lists of carriers, rules for prefixes, and over which carriers a number would go: the operator's alone. */
export function carrierRoutingRoutes(database: Database, parts: RouteParts): ApiRoutes {
  return (api) => {
    addPriceLists(api, database)
    addRules(api, database)
    addRouteQuestion(api, parts)
  }
}
