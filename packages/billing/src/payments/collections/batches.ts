import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { type ColumnType, type Generated, sql } from 'kysely'

export interface BatchTables {
  readonly sepa_batch: {
    readonly id: string
    readonly message_id: string
    readonly made_at: ColumnType<Date, Date, never>
    readonly made_by: string
    readonly debits: number
    readonly total_micros: ColumnType<number, bigint, never>
    readonly currency: string
    readonly content: string
    readonly sha256: string
    readonly given_out_at: Generated<Date | null>
    readonly given_out_by: Generated<string | null>
  }
}

/** A file of direct debits for the bank. */
export interface StoredBatch {
  readonly id: string
  readonly messageId: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly debits: number
  readonly totalMicros: Micros
  readonly sha256: string
  /** Null: the bank does not have it, and it can be discarded. */
  readonly givenOutAt: Date | null
  readonly givenOutBy: string | null
}

export type NewBatch = Pick<StoredBatch, 'messageId' | 'madeAt' | 'madeBy' | 'debits' | 'totalMicros'> & { readonly content: string }

export async function insertBatch(tx: Tx, { messageId, madeAt, madeBy, debits, totalMicros, content }: NewBatch): Promise<string> {
  const id = randomUUIDv7()
  const sha256 = createHash('sha256').update(content).digest('hex')
  const row = {
    id,
    message_id: messageId,
    made_at: madeAt,
    made_by: madeBy,
    debits,
    total_micros: totalMicros,
    currency: 'EUR',
    content,
    sha256,
  }
  await tx.tables<BatchTables>().insertInto('sepa_batch').values(row).execute()
  return id
}

const MAX_LISTED = 500

/** Without what is in them; the newest first. */
export async function listBatches(tx: Tx, of: { readonly id?: string; readonly messageId?: string } = {}): Promise<readonly StoredBatch[]> {
  let query = tx
    .tables<BatchTables>()
    .selectFrom('sepa_batch')
    .select(['id', 'message_id', 'made_at', 'made_by', 'debits', 'total_micros', 'sha256', 'given_out_at', 'given_out_by'])
    .orderBy('id', 'desc')
    .limit(MAX_LISTED)
  if (of.id !== undefined) query = query.where('id', '=', of.id)
  if (of.messageId !== undefined) query = query.where('message_id', '=', of.messageId)
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, messageId: row.message_id, madeAt: row.made_at, madeBy: row.made_by, debits: row.debits, sha256: row.sha256 },
    ...{ totalMicros: BigInt(row.total_micros), givenOutAt: row.given_out_at, givenOutBy: row.given_out_by },
  }))
}

export async function contentOfBatch(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.tables<BatchTables>().selectFrom('sepa_batch').select('content').where('id', '=', id).executeTakeFirst())?.content
}

/** From now on it stays as it is: the database sees to that. */
export async function markGivenOut(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await tx.tables<BatchTables>().updateTable('sepa_batch').set({ given_out_at: at, given_out_by: by }).where('id', '=', id).execute()
}

export async function deleteBatch(tx: Tx, id: string): Promise<void> {
  await tx.tables<BatchTables>().deleteFrom('sepa_batch').where('id', '=', id).execute()
}

/** Whoever collects, gives out or takes what the bank says waits for others who do: money moves by one hand at a time. */
export async function inTurn(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('payments', 0))`.execute(tx.tables())
}
