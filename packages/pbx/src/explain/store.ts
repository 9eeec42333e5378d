import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { toJson } from '../call-records/journal/entries.ts'
import type { CallTrace, Rung } from './trace.ts'
import type { Kept } from './trace-writer.ts'

/** Stores a batch by two statements. What belongs to a customer that is gone is passed over. */
export async function storeTraces(database: Database, batch: readonly Kept[]): Promise<void> {
  const calls = batch.flatMap((kept) =>
    kept.kind === 'call' ? [{ call_id: kept.callId, tenant_id: kept.tenantId, expires_at: iso(kept.expiresAtMs), trace: kept.trace }] : [],
  )
  const refused = batch.flatMap((kept) => {
    if (kept.kind !== 'refused') return []
    const { method, account, source, dialled, status, reason } = kept.request
    const about = { method, account, source, dialled, status, reason, ladder: kept.ladder }
    const times = { refused_at: iso(kept.refusedAtMs), expires_at: iso(kept.expiresAtMs) }
    return [{ tenant_id: kept.tenantId, extension_id: kept.extensionId, ...times, ...about }]
  })
  await database.withOperator(async (tx) => {
    if (calls.length > 0) await insertCalls(tx, toJson(calls))
    if (refused.length > 0) await insertRefused(tx, toJson(refused))
  })
}

async function insertCalls(tx: Tx, json: string): Promise<void> {
  await sql`
    INSERT INTO call_trace (call_id, tenant_id, expires_at, trace)
    SELECT call_id, tenant_id, expires_at, trace
    FROM json_to_recordset(${json}::json) AS entry(call_id text, tenant_id uuid, expires_at timestamptz, trace jsonb)
    WHERE EXISTS (SELECT FROM tenant WHERE id = tenant_id)
    ON CONFLICT DO NOTHING`.execute(tx.tables())
}

async function insertRefused(tx: Tx, json: string): Promise<void> {
  await sql`
    INSERT INTO refused_request
      (tenant_id, extension_id, refused_at, expires_at, method, account, source, dialled, status, reason, ladder)
    SELECT tenant_id, (SELECT id FROM extension WHERE id = extension_id), refused_at, expires_at, method, account, source, dialled, status, reason, ladder
    FROM json_to_recordset(${json}::json) AS entry(
      tenant_id uuid, extension_id uuid, refused_at timestamptz, expires_at timestamptz, method text, account text, source text,
      dialled text, status integer, reason text, ladder jsonb)
    WHERE EXISTS (SELECT FROM tenant WHERE id = tenant_id)`.execute(tx.tables())
}

export async function deleteExpired(database: Database, now: Date): Promise<void> {
  await database.withOperator(async (tx) => {
    await sql`DELETE FROM call_trace WHERE expires_at < ${now}`.execute(tx.tables())
    await sql`DELETE FROM refused_request WHERE expires_at < ${now}`.execute(tx.tables())
  })
}

export async function findTrace(tx: Tx, callId: string): Promise<CallTrace | undefined> {
  const { rows } = await sql<{ trace: CallTrace }>`SELECT trace FROM call_trace WHERE call_id = ${callId}`.execute(tx.tables())
  return rows[0]?.trace
}

/** A request that was refused, as it is stored. */
export interface StoredRefusal {
  readonly id: string
  readonly tenant_id: string
  readonly extension_id: string | null
  readonly refused_at: Date
  readonly method: string
  readonly account: string
  readonly source: string
  readonly dialled: string | null
  readonly status: number
  readonly reason: string
  readonly ladder: readonly Rung[]
}

export interface RefusalFilter {
  readonly extensionId?: string | undefined
  readonly after?: readonly [refusedAt: string, id: string] | undefined
  readonly limit: number
}

/** Newest first. */
export async function listRefusals(tx: Tx, { extensionId, after, limit }: RefusalFilter): Promise<readonly StoredRefusal[]> {
  const [at = null, id = null] = after ?? []
  const { rows } = await sql<StoredRefusal>`
    SELECT * FROM refused_request
    WHERE (${extensionId ?? null}::uuid IS NULL OR extension_id = ${extensionId ?? null}::uuid)
      AND (${at}::timestamptz IS NULL OR (refused_at, id) < (${at}::timestamptz, ${id}::uuid))
    ORDER BY refused_at DESC, id DESC LIMIT ${limit}`.execute(tx.tables())
  return rows
}

export async function findRefusal(tx: Tx, id: string): Promise<StoredRefusal | undefined> {
  const { rows } = await sql<StoredRefusal>`SELECT * FROM refused_request WHERE id = ${id}::uuid`.execute(tx.tables())
  return rows[0]
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}
