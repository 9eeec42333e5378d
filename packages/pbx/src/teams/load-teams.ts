import type { Tx } from '@klinke/platform'
import type { z } from 'zod'
import type { TeamRules } from './rules.ts'
import { listTeams } from './store.ts'
import type { Team } from './team.ts'

/** By tenant id and team id, with the settings of that kind. */
export async function loadTeams<Settings extends object>(
  tx: Tx,
  rules: TeamRules & { readonly settings: z.ZodType<Settings> },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Team<Settings>>>> {
  const byTenant = Map.groupBy(await listTeams(tx, rules), ({ tenantId }) => tenantId)
  const typed = (teams: Awaited<ReturnType<typeof listTeams>>) =>
    new Map(teams.map((team) => [team.id, { ...team, settings: rules.settings.parse(team.settings) }]))
  return new Map([...byTenant].map(([tenantId, teams]) => [tenantId, typed(teams)]))
}
