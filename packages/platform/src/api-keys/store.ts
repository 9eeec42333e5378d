import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { type ColumnType, type Generated, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Principal, Tx } from '../database/tx.ts'
import type { Holder } from '../http/api.ts'
import type { Rights } from '../http/rights.ts'
import { matching } from '../http/search.ts'

interface ApiKeyTables {
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

/** Makes a key for the operator, a reseller or one tenant. The key is returned this once and cannot be read again. */
export async function createApiKey(
  database: Database,
  name: string,
  principal: KeyPrincipal,
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
      .values({ id, name, ...owner, key_hash: hash(key) })
      .execute(),
  )
  return { id, key }
}

/** The holder of a key; undefined for one that is unknown or revoked. Notes that it is used. */
export async function findApiKeyHolder(database: Database, key: string): Promise<Holder | undefined> {
  if (!key.startsWith(PREFIX)) return undefined
  const row = await database.withOperator(async (tx) => {
    const found = await tx
      .tables<ApiKeyTables>()
      .selectFrom('api_key')
      .select(['id', 'name', 'tenant_id', 'reseller_id', 'rights'])
      .select(sql<boolean>`coalesce(last_used_at < now() - ${USE_NOTED_EVERY}, true)`.as('is_stale'))
      .where('key_hash', '=', hash(key))
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (found?.is_stale) await noteUse(tx, found.id)
    return found
  })
  if (!row) return undefined
  return { id: row.id, name: row.name, principal: principalOf(row) }
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
      return sql<boolean>`tenant_id = ${owner.tenantId}`
    case 'reseller':
      return sql<boolean>`reseller_id = ${owner.resellerId}`
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
    const query = tx.tables<ApiKeyTables>().selectFrom('api_key').selectAll().where('revoked_at', 'is', null).where(isOf(owner))
    const found = q ? query.where(matching(q, sql`name`)) : query
    const paged = found.orderBy('id').limit(limit)
    return (after === undefined ? paged : paged.where('id', '>', after)).execute()
  })
  return rows.map(({ id, name, rights, ...row }) => ({
    ...{ id, name, rights, tenantId: row.tenant_id, resellerId: row.reseller_id },
    ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at },
  }))
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
