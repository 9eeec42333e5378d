import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Generated } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'

interface ApiKeyTables {
  readonly api_key: {
    readonly id: string
    readonly name: string
    readonly tenant_id: string | null
    readonly key_hash: Buffer
    readonly created_at: Generated<Date>
    readonly revoked_at: Generated<Date | null>
  }
}

/** Who holds a valid key. */
export interface ApiKeyHolder {
  readonly apiKeyId: string
  readonly principal: Principal
}

/** Recognisable in logs and by secret scanners. */
const PREFIX = 'klinke_'
/** 192 random bits need no slow hash: there is nothing to guess. */
const RANDOM_BYTES = 24

/** Makes a key for the operator or for one tenant. The key is returned this once and cannot be read again. */
export async function createApiKey(
  database: Database,
  name: string,
  principal: Principal,
): Promise<{ readonly id: string; readonly key: string }> {
  const key = PREFIX + randomBytes(RANDOM_BYTES).toString('base64url')
  const id = randomUUIDv7()
  const tenantId = principal.kind === 'tenant' ? principal.tenantId : null
  await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .insertInto('api_key')
      .values({ id, name, tenant_id: tenantId, key_hash: hash(key) })
      .execute(),
  )
  return { id, key }
}

/** The holder of a key; undefined for one that is unknown or revoked. */
export async function findApiKeyHolder(database: Database, key: string): Promise<ApiKeyHolder | undefined> {
  if (!key.startsWith(PREFIX)) return undefined
  const row = await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .selectFrom('api_key')
      .select(['id', 'tenant_id'])
      .where('key_hash', '=', hash(key))
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  const principal: Principal = row.tenant_id === null ? { kind: 'operator' } : { kind: 'tenant', tenantId: row.tenant_id }
  return { apiKeyId: row.id, principal }
}

/** A valid key, without the key itself. */
export interface ApiKeyRecord {
  readonly id: string
  readonly name: string
  /** Null: the operator's own. */
  readonly tenantId: string | null
  readonly createdAt: Date
}

/** Valid keys in order of creation, at most `limit`, after the one with id `after`. */
export async function listApiKeys(database: Database, limit: number, after?: string): Promise<readonly ApiKeyRecord[]> {
  const rows = await database.withOperator((tx) => {
    const query = tx.tables<ApiKeyTables>().selectFrom('api_key').selectAll().where('revoked_at', 'is', null).orderBy('id').limit(limit)
    return (after === undefined ? query : query.where('id', '>', after)).execute()
  })
  return rows.map(({ id, name, tenant_id, created_at }) => ({ id, name, tenantId: tenant_id, createdAt: created_at }))
}

/** True when the operator has a key that is valid. */
export async function hasOperatorKey(database: Database): Promise<boolean> {
  const row = await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .selectFrom('api_key')
      .select('id')
      .where('tenant_id', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  return row !== undefined
}

/** From now on the key is refused. False when there is none with this id. */
export async function revokeApiKey(database: Database, id: string): Promise<boolean> {
  const result = await database.withOperator((tx) =>
    tx
      .tables<ApiKeyTables>()
      .updateTable('api_key')
      .set({ revoked_at: new Date() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}

function hash(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
