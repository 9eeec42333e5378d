import type { Slice } from '../slices/slice.ts'
import { type MembershipSwitch, membershipFeatures, membershipsIn } from '../teams/codes.ts'
import { loadTeams } from '../teams/load-teams.ts'
import { teamRoutes } from '../teams/routes.ts'
import { teamProblems } from '../teams/rules.ts'
import { ringGroupFlow } from './ring-group-call.ts'
import { GROUP_RULES, type RingGroup } from './rules.ts'

const SIGN_IN: MembershipSwitch = {
  kind: 'group',
  name: 'group-sign-in',
  digits: '41',
  title: { de: 'In Rufgruppe anmelden', en: 'Sign in to ring group' },
  change: (signedIn) => ({ signedIn }),
  said: { on: 'agent-logged-in', off: 'agent-logged-out' },
}

/** Ring groups by their ids (ACD-01). */
export const ringGroups: Slice<ReadonlyMap<string, RingGroup>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['team', 'team_member'], load: (tx) => loadTeams(tx, GROUP_RULES) },
  problems: teamProblems,
  open: ({ database }) => ({
    destinations: { targets: { group: ringGroupFlow() } },
    features: membershipFeatures(SIGN_IN, membershipsIn(database)),
    routes: teamRoutes(database, GROUP_RULES),
  }),
}
