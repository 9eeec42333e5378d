import type { ApiRoutes } from '@klinke/platform'
import { draftRoutes } from './draft-routes.ts'
import { tableRoutes } from './price-table/table-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import type { DraftRouteParts } from './route-parts.ts'
import { trialRoutes } from './trial-routes.ts'
import { versionRoutes } from './version-routes.ts'

/** Every tariff with its versions, and new ones from the first draft to the day on which they hold. */
export function tariffDraftRoutes(parts: DraftRouteParts): ApiRoutes {
  const all = [versionRoutes(parts), trialRoutes(parts), draftRoutes(parts), tableRoutes(parts), publicationRoutes(parts)]
  return (api) => {
    for (const add of all) add(api)
  }
}
