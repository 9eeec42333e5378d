import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { type ColumnType, type Generated, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import type { Holder } from '../http/api.ts'
import { commonRights, type Rights } from '../http/rights.ts'
import { matching } from '../http/search.ts'
import { principalOfLogin } from '../sign-in/login.ts'
import type { LoginTable } from '../sign-in/tables.ts'

interface ApiKeyTables {
  readonly login: LoginTable
  readonly api_key: {
    readonly id: string
    readonly name: string
    readonly tenant_id: string | null
    readonly reseller_id: Generated<string | null>
    readonly rights: ColumnType<Rights | null, string | null, never>
    readonly key_hash: Buffer
    readonly created_at: Generated<Date>
    readonly revoked_at: Generated<Date | null>
    readonly last_used_at: Generated<Date | null>
    readonly made_by: Generated<string | null>
  }
}

/** Recognisable in logs and by secret scanners. */
const PREFIX = 'klinke_'
/** Between two notes of a key's use: what the first reading of a burst of requests costs, not each. */
const USE_NOTED_EVERY = sql<string>`interval '5 minutes'`
/** 192 random bits need no slow hash: there is nothing to guess. */
const RANDOM_BYTES = 24

/** On whose behalf programs work: keys of users there are none. */
export type KeyPrincipal = Exclude<Principal, { kind: 'user' }>

/**
 * Makes a key for the operator, a reseller or one tenant. The key is returned this once and cannot be read again. `madeBy`: the login that makes it, whose
 * rights the key never exceeds.
 */
export async function createApiKey(
  database: Database,
  name: string,
  principal: KeyPrincipal,
  madeBy?: string,
): Promise<{ readonly id: string; readonly key: string }> {
  const key = PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')
  const id = randomUUIDv7()
  const owner = {
    tenant_id: principal.kind === 'tenant' ? principal.tenantId : null,
    reseller_id: principal.kind === 'reseller' ? principal.resellerId : null,
    rights: principal.rights === undefined ? null : JSON.stringify(principal.rights),
  }
  await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .insertInto('api_key')
      .values({ id, name, ...owner, key_hash: hash(key), made_by: madeBy ?? null })
      .execute(),
  )
  return { id, key }
}

/** True when the tenant is a customer of the reseller. */
type IsCustomer = (resellerId: string, tenantId: string) => Promise<boolean>

/**
 * The holder of a key; undefined for one that is unknown or revoked, or whose maker is disabled or does not reach its owner any more. What the maker may do no
 * more, the key may do no more. Notes that it is used.
 */
export async function findApiKeyHolder(
  database: Database,
  key: string,
  isCustomer: IsCustomer = async () => false,
): Promise<Holder | undefined> {
  if (!key.startsWith(PREFIX)) return undefined
  const row = await database.withOperator(async (tx) => {
    const found = await keyRow(tx, key)
    if (found?.is_stale) await noteUse(tx, found.id)
    return found
  })
  if (!row) return undefined
  const own = principalOf(row)
  const { made_by: madeBy, maker_kind: kind } = row
  if (madeBy === null || kind === null) return { id: row.id, name: row.name, principal: own }
  const maker = principalOfLogin({
    ...row,
    kind,
    reseller_id: row.maker_reseller_id,
    tenant_id: row.maker_tenant_id,
    rights: row.maker_rights,
  })
  if (row.disabled_at !== null || !(await reaches(maker, own, isCustomer))) return undefined
  const rights = commonRights(own.rights, maker.kind === 'user' ? {} : maker.rights)
  return { id: row.id, name: row.name, principal: { ...own, ...(rights === undefined ? {} : { rights }) }, madeBy }
}

/** The valid key with the login that has made it. */
function keyRow(tx: Tx, key: string) {
  return tx
    .tables<ApiKeyTables>()
    .selectFrom('api_key')
    .leftJoin('login', 'login.id', 'api_key.made_by')
    .select(['api_key.id', 'api_key.name', 'api_key.tenant_id', 'api_key.reseller_id', 'api_key.rights', 'made_by'])
    .select(['disabled_at', 'extension_id', 'login.kind as maker_kind', 'login.rights as maker_rights'])
    .select(['login.reseller_id as maker_reseller_id', 'login.tenant_id as maker_tenant_id'])
    .select(sql<boolean>`coalesce(last_used_at < now() - ${USE_NOTED_EVERY}, true)`.as('is_stale'))
    .where('key_hash', '=', hash(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

/** Whether the maker still looks after whom the key is for. */
async function reaches(maker: Principal, key: KeyPrincipal, isCustomer: IsCustomer): Promise<boolean> {
  switch (maker.kind) {
    case 'operator':
      return true
    case 'reseller':
      return key.kind === 'tenant'
        ? isCustomer(maker.resellerId, key.tenantId)
        : key.kind === 'reseller' && key.resellerId === maker.resellerId
    case 'tenant':
      return key.kind === 'tenant' && key.tenantId === maker.tenantId
    case 'user':
      return false
  }
}

async function noteUse(tx: Tx, id: string): Promise<void> {
  await tx.tables<ApiKeyTables>().updateTable('api_key').set({ last_used_at: sql<Date>`now()` }).where('id', '=', id).execute()
}

interface OwnerColumns {
  readonly tenant_id: string | null
  readonly reseller_id: string | null
  readonly rights: Rights | null
}

function principalOf({ tenant_id: tenantId, reseller_id: resellerId, rights: given }: OwnerColumns): KeyPrincipal {
  const rights = given === null ? {} : { rights: given }
  if (tenantId !== null) return { kind: 'tenant', tenantId, ...rights }
  return resellerId === null ? { kind: 'operator', ...rights } : { kind: 'reseller', resellerId, ...rights }
}

/** A valid key, without the key itself. */
export interface ApiKeyRecord {
  readonly id: string
  readonly name: string
  /** Null, as is `resellerId`: the operator's own. */
  readonly tenantId: string | null
  readonly resellerId: string | null
  /** Null: all areas. */
  readonly rights: Rights | null
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** The name of the login that has made it; null: no login has. */
  readonly madeBy: string | null
}

/** Whose keys are meant; those of a reseller's tenants are not his own. */
export type KeyOwner =
  | { readonly kind: 'all' }
  | { readonly kind: 'tenant'; readonly tenantId: string }
  | { readonly kind: 'reseller'; readonly resellerId: string }

/** True for the keys of an owner; keys are found by transactions of the operator alone, so each query says whose it means. */
function isOf(owner: KeyOwner) {
  switch (owner.kind) {
    case 'all':
      return sql<boolean>`true`
    case 'tenant':
      return sql<boolean>`api_key.tenant_id = ${owner.tenantId}`
    case 'reseller':
      return sql<boolean>`api_key.reseller_id = ${owner.resellerId}`
  }
}

/** Valid keys in order of creation, at most `limit`, after the one with id `after`. */
export async function listApiKeys(
  database: Database,
  owner: KeyOwner,
  limit: number,
  after?: string,
  q?: string,
): Promise<readonly ApiKeyRecord[]> {
  const rows = await database.withOperator((tx) => {
    const query = listed(tx).where('revoked_at', 'is', null).where(isOf(owner))
    const found = q ? query.where(matching(q, sql`api_key.name`)) : query
    const paged = found.orderBy('api_key.id').limit(limit)
    return (after === undefined ? paged : paged.where('api_key.id', '>', after)).execute()
  })
  return rows.map(recordOf)
}

/** A valid key of the owner; undefined when it has none with this id. */
export async function findApiKey(tx: Tx, id: string, owner: KeyOwner): Promise<ApiKeyRecord | undefined> {
  const row = await listed(tx).where('api_key.id', '=', id).where('revoked_at', 'is', null).where(isOf(owner)).executeTakeFirst()
  return row && recordOf(row)
}

function listed(tx: Tx) {
  return tx
    .tables<ApiKeyTables>()
    .selectFrom('api_key')
    .leftJoin('login', 'login.id', 'api_key.made_by')
    .select(['api_key.id', 'api_key.name', 'api_key.tenant_id', 'api_key.reseller_id', 'api_key.rights'])
    .select(['api_key.created_at', 'last_used_at', 'login.name as maker'])
}

function recordOf(row: Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]): ApiKeyRecord {
  return {
    ...{ id: row.id, name: row.name, rights: row.rights, tenantId: row.tenant_id, resellerId: row.reseller_id },
    ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at, madeBy: row.maker },
  }
}

/** True when the operator has a key that is valid. */
export async function hasOperatorKey(database: Database): Promise<boolean> {
  const row = await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .selectFrom('api_key')
      .select('id')
      .where('tenant_id', 'is', null)
      .where('reseller_id', 'is', null)
      .where('rights', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  return row !== undefined
}

/** From now on the key is refused. False when its owner has none with this id. */
export async function revokeApiKey(database: Database, id: string, owner: KeyOwner = { kind: 'all' }): Promise<boolean> {
  const result = await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .updateTable('api_key')
      .set({ revoked_at: new Date() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .where(isOf(owner))
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}

function hash(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
