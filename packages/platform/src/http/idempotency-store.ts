import { type Generated, sql } from 'kysely'
import type { Database } from '../database/database.ts'

interface IdempotencyTables {
  readonly idempotent_answer: {
    readonly api_key_id: string
    readonly key: string
    readonly request_hash: Buffer
    readonly status: Generated<number | null>
    readonly sealed_body: Generated<string | null>
    readonly created_at: Generated<Date>
  }
}

export interface RequestKey {
  readonly apiKeyId: string
  readonly key: string
}

export interface StoredAnswer {
  readonly status: number
  readonly sealedBody: string
}

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'answered'; readonly answer: StoredAnswer }

const KEPT = sql<Date>`now() - interval '24 hours'`
/** A first request that has not answered by then died with its process. */
const ABANDONED = sql<Date>`now() - interval '1 minute'`

/** Claims the key for this request, or says what became of the earlier one. */
export function claimKey(database: Database, { apiKeyId, key }: RequestKey, requestHash: Buffer): Promise<Claim> {
  return database.withOperator(async (tx) => {
    const tables = tx.tables<IdempotencyTables>()
    await tables
      .deleteFrom('idempotent_answer')
      .where((row) => row.or([row('created_at', '<', KEPT), row.and([row('status', 'is', null), row('created_at', '<', ABANDONED)])]))
      .execute()
    const inserted = await tables
      .insertInto('idempotent_answer')
      .values({ api_key_id: apiKeyId, key, request_hash: requestHash })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (inserted) return { kind: 'first' }
    const known = await tables
      .selectFrom('idempotent_answer')
      .selectAll()
      .where('api_key_id', '=', apiKeyId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (known && !known.request_hash.equals(requestHash)) return { kind: 'other-request' }
    if (!known || known.status === null || known.sealed_body === null) return { kind: 'running' }
    return { kind: 'answered', answer: { status: known.status, sealedBody: known.sealed_body } }
  })
}

export async function keepAnswer(database: Database, { apiKeyId, key }: RequestKey, answer: StoredAnswer): Promise<void> {
  await database.withOperator((tx) =>
    tx
      .tables<IdempotencyTables>()
      .updateTable('idempotent_answer')
      .set({ status: answer.status, sealed_body: answer.sealedBody })
      .where('api_key_id', '=', apiKeyId)
      .where('key', '=', key)
      .execute(),
  )
}

/** The request failed and may be tried again with the same key. */
export async function releaseKey(database: Database, { apiKeyId, key }: RequestKey): Promise<void> {
  await database.withOperator((tx) =>
    tx.tables<IdempotencyTables>().deleteFrom('idempotent_answer').where('api_key_id', '=', apiKeyId).where('key', '=', key).execute(),
  )
}
