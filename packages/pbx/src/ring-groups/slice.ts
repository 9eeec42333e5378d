import type { Database } from '@klinke/platform'
import type { OpenSlice, Slice } from '../slices/slice.ts'
import { type MembershipSwitch, membershipFeatures, membershipsIn } from '../teams/codes.ts'
import { loadTeams } from '../teams/load-teams.ts'
import { memoryFile, turnsOnDisk } from '../teams/remembered.ts'
import { teamRoutes } from '../teams/routes.ts'
import { teamProblems } from '../teams/rules.ts'
import { Turns } from '../teams/turns.ts'
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
  open: ({ database, dataDir, clock, logger }) => {
    const turns: Turns = new Turns(() => memory.changed())
    const memory = turnsOnDisk(turns, memoryFile(dataDir, 'groups'), clock, logger)
    return { ...openRingGroups(database, turns), routes: teamRoutes(database, GROUP_RULES), begin: () => memory.begin() }
  },
}

/** The part of it that calls see. */
export function openRingGroups(database: Database, turns = new Turns()): OpenSlice {
  return {
    destinations: { targets: { group: ringGroupFlow(turns) } },
    features: membershipFeatures(SIGN_IN, membershipsIn(database)),
  }
}
