import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import { assertTarget, assertTargetsIn, assertUnused, checkDestinationsNow, internalNumberTaken } from '../destinations/store.ts'
import { TeamNameTaken, type TeamRules } from './rules.ts'
import type { StoredTeam, TeamKind, TeamMember } from './team.ts'

export interface TeamTables {
  readonly team: {
    readonly id: string
    readonly tenant_id: string
    readonly kind: TeamKind
    readonly name: string
    readonly number: string | null
    readonly settings: ColumnType<object, string, string>
    readonly created_at: Generated<Date>
  }
  readonly team_member: {
    readonly team_id: string
    readonly extension_id: string
    readonly tenant_id: string
    readonly position: number
    readonly signed_in: boolean
    readonly paused: boolean
  }
}

type NewTeam = Omit<StoredTeam<object>, 'id'>

/** Throws `TeamNameTaken`, `InternalNumberTaken`, `NoSuchTarget` or `NoSuchTenant`. */
export async function insertTeam(tx: Tx, { kind }: TeamRules, team: NewTeam): Promise<StoredTeam<object>> {
  const stored = { ...team, id: randomUUIDv7() }
  const { id, tenantId, name, number, settings } = stored
  await assertTargetsIn(tx, stored.tenantId, stored.settings)
  const row = { id, tenant_id: tenantId, kind, name, number, settings: JSON.stringify(settings) }
  await inWords(stored, () => tx.tables<TeamTables>().insertInto('team').values(row).execute())
  await saveMembers(tx, stored)
  return stored
}

/** By id, `limit` at most, after the id `after`. */
export async function listTeams(tx: Tx, rules: TeamRules, limit?: number, after?: string): Promise<readonly StoredTeam<object>[]> {
  let query = tx.tables<TeamTables>().selectFrom('team').selectAll().where('kind', '=', rules.kind).orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return withMembers(tx, rules, await query.execute())
}

export async function findTeam(tx: Tx, rules: TeamRules, id: string): Promise<StoredTeam<object> | undefined> {
  const rows = await tx.tables<TeamTables>().selectFrom('team').selectAll().where('kind', '=', rules.kind).where('id', '=', id).execute()
  return (await withMembers(tx, rules, rows))[0]
}

/** Throws as `insertTeam` does. `newMembers`: replaced whole; absent, they stay. */
export async function updateTeam(tx: Tx, team: StoredTeam<object>, newMembers: boolean): Promise<void> {
  await assertTargetsIn(tx, team.tenantId, team.settings)
  const { id, name, number, settings } = team
  const set = { name, number, settings: JSON.stringify(settings) }
  await inWords(team, () => tx.tables<TeamTables>().updateTable('team').set(set).where('id', '=', id).execute())
  if (newMembers) await saveMembers(tx, team)
}

/** Throws `TargetInUse` while calls are led to it; false when there is none. */
export async function deleteTeam(tx: Tx, { kind }: TeamRules, id: string): Promise<boolean> {
  await assertUnused(tx, kind, id)
  const result = await tx.tables<TeamTables>().deleteFrom('team').where('kind', '=', kind).where('id', '=', id).executeTakeFirst()
  await checkDestinationsNow(tx)
  return result.numDeletedRows > 0n
}

/** Groups and queues of a tenant by name in small letters; a group goes before a queue of the same name. */
export async function teamsByName(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const query = tx.tables<TeamTables>().selectFrom('team').select(['id', 'name']).where('tenant_id', '=', tenantId)
  const rows = await query.orderBy('kind', 'desc').execute()
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}

/** Signed in, behind the members that are there. Who is one already stays where he is. */
export async function addMembers(
  tx: Tx,
  tenantId: string,
  members: readonly { readonly teamId: string; readonly extensionId: string }[],
): Promise<void> {
  if (members.length === 0) return
  const tables = tx.tables<TeamTables>()
  const teamIds = [...new Set(members.map(({ teamId }) => teamId))]
  const last = await tables
    .selectFrom('team_member')
    .select(({ fn }) => ['team_id', fn.max('position').as('position')])
    .where('team_id', 'in', teamIds)
    .groupBy('team_id')
    .execute()
  const next = new Map(last.map(({ team_id, position }) => [team_id, position + 1]))
  const rows = members.map(({ teamId, extensionId }) => {
    const position = next.get(teamId) ?? 0
    next.set(teamId, position + 1)
    return { team_id: teamId, extension_id: extensionId, tenant_id: tenantId, position, signed_in: true, paused: false }
  })
  await tables
    .insertInto('team_member')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function saveMembers(tx: Tx, { id, tenantId, members }: StoredTeam<object>): Promise<void> {
  for (const { extensionId } of members) await assertTarget(tx, tenantId, { kind: 'extension', targetId: extensionId })
  await tx.tables<TeamTables>().deleteFrom('team_member').where('team_id', '=', id).execute()
  if (members.length === 0) return
  const rows = members.map(({ extensionId, signedIn, paused }, position) => ({
    ...{ team_id: id, tenant_id: tenantId, extension_id: extensionId },
    ...{ position, signed_in: signedIn, paused },
  }))
  await tx.tables<TeamTables>().insertInto('team_member').values(rows).execute()
}

interface TeamRow {
  readonly id: string
  readonly tenant_id: string
  readonly name: string
  readonly number: string | null
  readonly settings: object
}

/** Settings that are younger than a row have their defaults. */
async function withMembers(tx: Tx, { settings }: TeamRules, rows: readonly TeamRow[]): Promise<readonly StoredTeam<object>[]> {
  if (rows.length === 0) return []
  let query = tx.tables<TeamTables>().selectFrom('team_member').selectAll().orderBy('position')
  const [only] = rows
  if (rows.length === 1 && only !== undefined) query = query.where('team_id', '=', only.id)
  const membersOf = Map.groupBy(await query.execute(), (row) => row.team_id)
  return rows.map((row) => ({
    ...{ id: row.id, tenantId: row.tenant_id, name: row.name, number: row.number, settings: settings.parse(row.settings) },
    members: (membersOf.get(row.id) ?? []).map(
      (member): TeamMember => ({ extensionId: member.extension_id, signedIn: member.signed_in, paused: member.paused }),
    ),
  }))
}

async function inWords<T>({ name, number, tenantId }: StoredTeam<object>, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (violatedConstraint(error) === 'team_name') throw new TeamNameTaken(name)
    if (violatedConstraint(error) === 'team_tenant_id_fkey') throw new NoSuchTenant(tenantId)
    throw internalNumberTaken(error, number) ?? error
  }
}
