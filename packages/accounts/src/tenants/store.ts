import { randomUUIDv7 } from 'node:crypto'
import { byColumn, byName, isBehind, matching, NotFound, type Sorting, type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { TenantProfile } from '../snapshot.ts'
import { DEFAULT_PROFILE, SipDomainTaken } from './rules.ts'

interface TenantTable {
  readonly id: string
  readonly name: string
  readonly sip_domain: string
  readonly area_code: string | null
  readonly reseller_id: Generated<string | null>
  readonly demo_until: Generated<Date | null>
  readonly suspended_at: Generated<Date | null>
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
  /** Who looks after it; null: the operator. */
  readonly resellerId: string | null
  /** Of a demo customer, who is never billed (PORT-08): when it ends; null: no demo. */
  readonly demoUntil: Date | null
  /** None of its phones makes or takes calls. */
  readonly suspended: boolean
  readonly profile: TenantProfile
  readonly createdAt: Date
}

/** What a tenant begins with. */
export type NewTenant = Pick<Tenant, 'name' | 'sipDomain' | 'areaCode' | 'profile'> & Partial<Pick<Tenant, 'resellerId' | 'demoUntil'>>

/** Throws `SipDomainTaken`, and `NotFound` for a reseller that there is not. */
export async function insertTenant(tx: Tx, tenant: NewTenant): Promise<Tenant> {
  const row = {
    name: tenant.name,
    sip_domain: tenant.sipDomain,
    area_code: tenant.areaCode,
    profile: JSON.stringify(tenant.profile),
    reseller_id: tenant.resellerId ?? null,
    demo_until: tenant.demoUntil ?? null,
  }
  try {
    const inserted = await tx
      .tables<TenantTables>()
      .insertInto('tenant')
      .values({ id: randomUUIDv7(), ...row })
      .returningAll()
      .executeTakeFirstOrThrow()
    return fromRow(inserted)
  } catch (error) {
    if (violatedConstraint(error) === 'tenant_sip_domain') throw new SipDomainTaken(tenant.sipDomain)
    throw noReseller(error, tenant.resellerId)
  }
}

export async function findTenant(tx: Tx, id: string): Promise<Tenant | undefined> {
  const row = await tx.tables<TenantTables>().selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What tenants are listed by. */
export const TENANT_SORTS = ['createdAt', 'name'] as const
export type TenantSort = (typeof TENANT_SORTS)[number]

export interface TenantFilter {
  readonly limit?: number
  readonly sorting?: Sorting<TenantSort>
  /** As `searchQuery` says. */
  readonly q?: string | undefined
}

const BY_AGE: Sorting<TenantSort> = { key: 'createdAt', descending: false, after: undefined }

export async function listTenants(tx: Tx, { limit, sorting = BY_AGE, q }: TenantFilter = {}): Promise<readonly Tenant[]> {
  const direction = sorting.descending ? 'desc' : 'asc'
  // Ids are in order of creation.
  const by = sorting.key === 'name' ? byName('name') : byColumn('id')
  let query = tx.tables<TenantTables>().selectFrom('tenant').selectAll().orderBy(by.column, direction).orderBy('id', direction)
  query = query.where(isBehind(by, sorting))
  if (limit !== undefined) query = query.limit(limit)
  if (q) query = query.where(matching(q, sql`name`, sql`sip_domain`))
  return (await query.execute()).map(fromRow)
}

/** The changed tenant; undefined when there is none. */
export async function updateTenant(
  tx: Tx,
  id: string,
  change: Partial<Pick<Tenant, 'name' | 'areaCode' | 'profile' | 'resellerId'>>,
): Promise<Tenant | undefined> {
  const { name, areaCode, profile, resellerId } = change
  const row = await tx
    .tables<TenantTables>()
    .updateTable('tenant')
    .set({
      updated_at: sql`now()`,
      ...(name === undefined ? {} : { name }),
      ...(areaCode === undefined ? {} : { area_code: areaCode }),
      ...(resellerId === undefined ? {} : { reseller_id: resellerId }),
      ...(profile === undefined ? {} : { profile: JSON.stringify(profile) }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw noReseller(error, resellerId)
    })
  return row && fromRow(row)
}

function noReseller(error: unknown, resellerId: string | null | undefined): unknown {
  return violatedConstraint(error) === 'tenant_reseller' ? new NotFound('reseller', resellerId ?? '') : error
}

/** A demo becomes an ordinary customer, with all it has. */
export async function endDemo(tx: Tx, id: string): Promise<void> {
  await tx.tables<TenantTables>().updateTable('tenant').set({ demo_until: null, suspended_at: null }).where('id', '=', id).execute()
}

/** Suspends the demo customers that have ended by now, and gives their ids. */
export async function suspendEndedDemos(tx: Tx, now: Date): Promise<readonly string[]> {
  const rows = await tx
    .tables<TenantTables>()
    .updateTable('tenant')
    .set({ suspended_at: now })
    .where('demo_until', '<=', now)
    .where('suspended_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** None of its phones makes or takes calls from then on: its contract has ended. */
export async function suspendTenant(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .tables<TenantTables>()
    .updateTable('tenant')
    .set({ suspended_at: at })
    .where('id', '=', id)
    .where('suspended_at', 'is', null)
    .execute()
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
    resellerId: row.reseller_id,
    demoUntil: row.demo_until,
    suspended: row.suspended_at !== null,
    // Settings that came with a later version are not in older rows.
    profile: { ...DEFAULT_PROFILE, ...row.profile },
    createdAt: row.created_at,
  }
}
