import type { Slice } from '../slices/slice.ts'
import { loadTeams } from '../teams/load-teams.ts'
import { teamRoutes } from '../teams/routes.ts'
import { callPageGroup } from './page-call.ts'
import { PAGE_RULES, type PageGroup } from './rules.ts'

/** Announcements over the loudspeakers of many phones, by group id (CALL-05). */
export const paging: Slice<ReadonlyMap<string, PageGroup>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['team', 'team_member'], load: (tx) => loadTeams(tx, PAGE_RULES) },
  open: ({ database }) => ({ destinations: { targets: { page: callPageGroup } }, routes: teamRoutes(database, PAGE_RULES) }),
}
