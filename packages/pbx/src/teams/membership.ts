import type { Tx } from '@klinke/platform'
import type { TeamTables } from './store.ts'
import type { TeamKind } from './team.ts'

/** What a member changes of itself. */
export interface Membership {
  readonly signedIn?: boolean | undefined
  readonly paused?: boolean | undefined
}

/** Whose membership in which teams: `team` by id or internal number; absent is all the extension belongs to. */
export interface MembershipOf {
  readonly kind: TeamKind
  readonly extensionId: string
  readonly team?: { readonly id: string } | { readonly number: string }
}

/** Changes the memberships of one extension; gives how many there were. */
export async function changeMembership(tx: Tx, { kind, extensionId, team }: MembershipOf, change: Membership): Promise<number> {
  const tables = tx.tables<TeamTables>()
  let teams = tables.selectFrom('team').select('id').where('kind', '=', kind)
  if (team !== undefined) teams = 'id' in team ? teams.where('id', '=', team.id) : teams.where('number', '=', team.number)
  const result = await tables
    .updateTable('team_member')
    .set((row) => ({ signed_in: change.signedIn ?? row.ref('signed_in'), paused: change.paused ?? row.ref('paused') }))
    .where('extension_id', '=', extensionId)
    .where('team_id', 'in', teams)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
