import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Generated } from 'kysely'

interface ResellerTables {
  readonly reseller: { readonly id: string; readonly name: string; readonly created_at: Generated<Date> }
  readonly tenant: { readonly id: string; readonly reseller_id: string | null }
}

/** Who sells to tenants and looks after them (PORT-07). */
export interface Reseller {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
}

export async function insertReseller(tx: Tx, name: string): Promise<Reseller> {
  const row = await tx
    .tables<ResellerTables>()
    .insertInto('reseller')
    .values({ id: randomUUIDv7(), name })
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function findReseller(tx: Tx, id: string): Promise<Reseller | undefined> {
  const row = await tx.tables<ResellerTables>().selectFrom('reseller').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** In order of creation, at most `limit`, after the one with id `after`. */
export async function listResellers(tx: Tx, limit: number, after?: string): Promise<readonly Reseller[]> {
  const query = tx.tables<ResellerTables>().selectFrom('reseller').selectAll().orderBy('id').limit(limit)
  return (await (after === undefined ? query : query.where('id', '>', after)).execute()).map(fromRow)
}

/** The renamed reseller; undefined when there is none. */
export async function renameReseller(tx: Tx, id: string, name: string): Promise<Reseller | undefined> {
  const row = await tx.tables<ResellerTables>().updateTable('reseller').set({ name }).where('id', '=', id).returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** Deletes the reseller with its logins and keys. False when there is none. */
export async function deleteReseller(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<ResellerTables>().deleteFrom('reseller').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** True when the tenant is one of the reseller's. */
export async function isCustomer(tx: Tx, resellerId: string, tenantId: string): Promise<boolean> {
  const row = await tx
    .tables<ResellerTables>()
    .selectFrom('tenant')
    .select('id')
    .where('id', '=', tenantId)
    .where('reseller_id', '=', resellerId)
    .executeTakeFirst()
  return row !== undefined
}

/** The ids of all tenants of the reseller. */
export async function customerIds(tx: Tx, resellerId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.tables<ResellerTables>().selectFrom('tenant').select('id').where('reseller_id', '=', resellerId).execute()
  return new Set(rows.map(({ id }) => id))
}

function fromRow(row: { readonly id: string; readonly name: string; readonly created_at: Date }): Reseller {
  return { id: row.id, name: row.name, createdAt: row.created_at }
}
