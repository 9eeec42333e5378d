import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { TenantProfile } from '../snapshot.ts'
import { DEFAULT_PROFILE, SipDomainTaken } from './rules.ts'

interface TenantTable {
  readonly id: string
  readonly name: string
  readonly sip_domain: string
  readonly area_code: string | null
  readonly profile: ColumnType<TenantProfile, string, string>
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

interface TenantTables {
  readonly tenant: TenantTable
  readonly deleted_tenant: { readonly id: string }
}

export interface Tenant {
  readonly id: string
  readonly name: string
  readonly sipDomain: string
  readonly areaCode: string | null
  readonly profile: TenantProfile
  readonly createdAt: Date
}

/** Throws `SipDomainTaken`. */
export async function insertTenant(tx: Tx, tenant: Omit<Tenant, 'id' | 'createdAt'>): Promise<Tenant> {
  const row = { name: tenant.name, sip_domain: tenant.sipDomain, area_code: tenant.areaCode, profile: JSON.stringify(tenant.profile) }
  try {
    const inserted = await tx
      .tables<TenantTables>()
      .insertInto('tenant')
      .values({ id: randomUUIDv7(), ...row })
      .returningAll()
      .executeTakeFirstOrThrow()
    return fromRow(inserted)
  } catch (error) {
    throw violatedConstraint(error) === 'tenant_sip_domain' ? new SipDomainTaken(tenant.sipDomain) : error
  }
}

export async function findTenant(tx: Tx, id: string): Promise<Tenant | undefined> {
  const row = await tx.tables<TenantTables>().selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** In order of creation; all, or `limit` at most, after the tenant with id `after`. */
export async function listTenants(tx: Tx, limit?: number, after?: string): Promise<readonly Tenant[]> {
  let query = tx.tables<TenantTables>().selectFrom('tenant').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** The changed tenant; undefined when there is none. */
export async function updateTenant(
  tx: Tx,
  id: string,
  change: Partial<Pick<Tenant, 'name' | 'areaCode' | 'profile'>>,
): Promise<Tenant | undefined> {
  const { name, areaCode, profile } = change
  const row = await tx
    .tables<TenantTables>()
    .updateTable('tenant')
    .set({
      updated_at: sql`now()`,
      ...(name === undefined ? {} : { name }),
      ...(areaCode === undefined ? {} : { area_code: areaCode }),
      ...(profile === undefined ? {} : { profile: JSON.stringify(profile) }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Deletes the tenant with its numbers, extensions and keys, and notes that it was; its call records stay. False when there is none. */
export async function deleteTenant(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<TenantTables>().deleteFrom('tenant').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Those of the ids whose tenants were deleted in this database, and are not in it. For the operator's own work. */
export async function deletedTenants(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .tables<TenantTables>()
    .selectFrom('deleted_tenant')
    .select('id')
    .where(sql<boolean>`deleted_tenant.id = ANY(${ids}::uuid[])`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tenant').select('tenant.id').whereRef('tenant.id', '=', 'deleted_tenant.id'))),
    )
    .execute()
  return rows.map(({ id }) => id)
}

function fromRow(row: Selectable<TenantTable>): Tenant {
  return {
    id: row.id,
    name: row.name,
    sipDomain: row.sip_domain,
    areaCode: row.area_code,
    // Settings that came with a later version are not in older rows.
    profile: { ...DEFAULT_PROFILE, ...row.profile },
    createdAt: row.created_at,
  }
}
