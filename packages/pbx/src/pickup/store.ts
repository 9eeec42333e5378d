import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { assertTarget } from '../destinations/store.ts'
import { NO_PICKUP, type Pickup, PickupGroupNameTaken } from './rules.ts'

interface PickupTables {
  readonly pickup_group: { readonly id: string; readonly tenant_id: string; readonly name: string }
  readonly pickup_group_member: { readonly group_id: string; readonly extension_id: string; readonly tenant_id: string }
  readonly pickup_policy: { readonly tenant_id: string; readonly directed: Pickup['directed'] }
}

export interface StoredPickupGroup {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  /** Ids of extensions. */
  readonly members: readonly string[]
}

/** By tenant id. */
export async function loadPickup(tx: Tx): Promise<ReadonlyMap<string, Pickup>> {
  const tables = tx.tables<PickupTables>()
  const policies = await tables.selectFrom('pickup_policy').selectAll().execute()
  const members = Map.groupBy(await tables.selectFrom('pickup_group_member').selectAll().execute(), (row) => row.tenant_id)
  const directed = new Map(policies.map((row) => [row.tenant_id, row.directed]))
  return new Map(
    [...new Set([...directed.keys(), ...members.keys()])].map((id) => {
      const byExtension = Map.groupBy(members.get(id) ?? [], (row) => row.extension_id)
      const groupsOf = new Map([...byExtension].map(([extension, rows]) => [extension, new Set(rows.map((row) => row.group_id))]))
      return [id, { directed: directed.get(id) ?? NO_PICKUP.directed, groupsOf }]
    }),
  )
}

/** By id, `limit` at most, after the id `after`. */
export async function listPickupGroups(tx: Tx, limit: number, after?: string): Promise<readonly StoredPickupGroup[]> {
  const tables = tx.tables<PickupTables>()
  let query = tables.selectFrom('pickup_group').selectAll().orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  const groups = await query.execute()
  if (groups.length === 0) return []
  const ids = groups.map(({ id }) => id)
  const rows = await tables.selectFrom('pickup_group_member').selectAll().where('group_id', 'in', ids).orderBy('extension_id').execute()
  const members = Map.groupBy(rows, (row) => row.group_id)
  return groups.map(({ id, tenant_id, name }) => ({ id, tenantId: tenant_id, name, members: membersOf(members.get(id)) }))
}

export async function findPickupGroup(tx: Tx, id: string): Promise<StoredPickupGroup | undefined> {
  const tables = tx.tables<PickupTables>()
  const group = await tables.selectFrom('pickup_group').selectAll().where('id', '=', id).executeTakeFirst()
  if (group === undefined) return undefined
  const rows = await tables.selectFrom('pickup_group_member').selectAll().where('group_id', '=', id).orderBy('extension_id').execute()
  return { id, tenantId: group.tenant_id, name: group.name, members: membersOf(rows) }
}

/** Throws `PickupGroupNameTaken`, `NoSuchTarget` or `NoSuchTenant`. */
export async function insertPickupGroup(tx: Tx, group: Omit<StoredPickupGroup, 'id'>): Promise<StoredPickupGroup> {
  const id = randomUUIDv7()
  try {
    await tx.tables<PickupTables>().insertInto('pickup_group').values({ id, tenant_id: group.tenantId, name: group.name }).execute()
  } catch (error) {
    throw inWords(error, group)
  }
  await insertMembers(tx, { ...group, id })
  return { ...group, id }
}

/** Throws `PickupGroupNameTaken` or `NoSuchTarget`. */
export async function updatePickupGroup(tx: Tx, group: StoredPickupGroup): Promise<StoredPickupGroup> {
  const tables = tx.tables<PickupTables>()
  try {
    await tables.updateTable('pickup_group').set({ name: group.name }).where('id', '=', group.id).execute()
  } catch (error) {
    throw inWords(error, group)
  }
  await tables.deleteFrom('pickup_group_member').where('group_id', '=', group.id).execute()
  await insertMembers(tx, group)
  return group
}

/** False when there is none. */
export async function deletePickupGroup(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<PickupTables>().deleteFrom('pickup_group').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function findPickupPolicy(tx: Tx, tenantId: string): Promise<Pickup['directed']> {
  const query = tx.tables<PickupTables>().selectFrom('pickup_policy').select('directed').where('tenant_id', '=', tenantId)
  return (await query.executeTakeFirst())?.directed ?? NO_PICKUP.directed
}

export async function savePickupPolicy(tx: Tx, tenantId: string, directed: Pickup['directed']): Promise<void> {
  await tx
    .tables<PickupTables>()
    .insertInto('pickup_policy')
    .values({ tenant_id: tenantId, directed })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ directed }))
    .execute()
}

async function insertMembers(tx: Tx, { id, tenantId, members }: StoredPickupGroup): Promise<void> {
  for (const targetId of members) await assertTarget(tx, tenantId, { kind: 'extension', targetId })
  const rows = [...new Set(members)].map((extension) => ({ group_id: id, extension_id: extension, tenant_id: tenantId }))
  if (rows.length > 0) await tx.tables<PickupTables>().insertInto('pickup_group_member').values(rows).execute()
}

function membersOf(rows: readonly PickupTables['pickup_group_member'][] = []): readonly string[] {
  return rows.map((row) => row.extension_id)
}

function inWords(error: unknown, { name, tenantId }: Omit<StoredPickupGroup, 'id'>): unknown {
  switch (violatedConstraint(error)) {
    case 'pickup_group_name':
      return new PickupGroupNameTaken(name)
    case 'pickup_group_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return error
  }
}
