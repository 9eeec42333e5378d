import { randomUUIDv7 } from 'node:crypto'
import { matching, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { searchedParty } from '../call-view.ts'
import {
  type Consent,
  extensionsOf,
  isComplete,
  type KeptRecording,
  type RecordedParty,
  type RecordingCause,
  type RecordingEndCause,
} from './recording.ts'

interface RecordingTable {
  readonly id: string
  readonly tenant_id: string
  readonly call_id: string
  readonly started_at: Date
  readonly ended_at: Date
  readonly complete: boolean
  readonly ended_because: RecordingEndCause
  readonly cause: ColumnType<RecordingCause, string, never>
  readonly channels: 'separate' | 'mixed'
  readonly parties: ColumnType<RecordedParty[], string, never>
  readonly consents: ColumnType<Consent[], string, never>
  readonly extension_ids: string[]
  readonly duration_ms: number
  readonly octets: string | number
  readonly key: string
  readonly continues: string | null
}

interface AccessTable {
  readonly id: string
  readonly tenant_id: string
  readonly recording_id: string
  readonly at: Generated<Date>
  readonly what: AccessKind
  readonly who: string
}

interface RecordingTables {
  readonly recording: RecordingTable
  readonly recording_access: AccessTable
}

export type AccessKind = 'heard' | 'deleted' | 'expired'

/** Who has heard or deleted a recording. */
export interface RecordingAccess {
  readonly atMs: number
  readonly what: AccessKind
  readonly who: string
}

export interface RecordingFilter {
  readonly extensionId?: string | undefined
  readonly callId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  /** As `searchQuery` says: in the parties. */
  readonly q?: string | undefined
}

/** False when it is there already. */
export async function insertRecording(tx: Tx, recording: KeptRecording): Promise<boolean> {
  const { parties } = recording
  const inserted = await tx
    .tables<RecordingTables>()
    .insertInto('recording')
    .values({
      ...{ id: recording.id, tenant_id: recording.tenantId, call_id: recording.callId, channels: recording.channels },
      ...{ started_at: new Date(recording.startedAtMs), ended_at: new Date(recording.endedAtMs) },
      ...{ complete: isComplete(recording), ended_because: recording.because, cause: JSON.stringify(recording.cause) },
      ...{ parties: JSON.stringify(parties), consents: JSON.stringify(recording.consents) },
      extension_ids: [...extensionsOf(recording)],
      ...{ duration_ms: recording.durationMs, octets: recording.octets, key: recording.key, continues: recording.continues ?? null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Newest first, after the cursor. */
export async function listRecordings(
  tx: Tx,
  { extensionId, callId, from, to, q }: RecordingFilter,
  limit: number,
  after?: { readonly startedAtMs: number; readonly id: string },
): Promise<readonly KeptRecording[]> {
  let query = tx.tables<RecordingTables>().selectFrom('recording').selectAll()
  if (extensionId !== undefined) query = query.where(sql<boolean>`extension_ids @> ARRAY[${extensionId}]::uuid[]`)
  if (callId !== undefined) query = query.where('call_id', '=', callId)
  if (from !== undefined) query = query.where('started_at', '>=', from)
  if (to !== undefined) query = query.where('started_at', '<', to)
  if (q)
    query = query.where(
      matching(q, sql`(SELECT string_agg(${searchedParty(sql`party`)}, ' ') FROM jsonb_array_elements(parties) AS party)`),
    )
  if (after !== undefined) query = query.where(sql<boolean>`(started_at, id) < (${new Date(after.startedAtMs)}, ${after.id}::uuid)`)
  return (await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

export async function findRecording(tx: Tx, id: string): Promise<KeptRecording | undefined> {
  const row = await tx.tables<RecordingTables>().selectFrom('recording').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Undefined when there is none; who deleted it stays. */
export async function deleteRecording(tx: Tx, id: string, who: string): Promise<KeptRecording | undefined> {
  const row = await tx.tables<RecordingTables>().deleteFrom('recording').where('id', '=', id).returningAll().executeTakeFirst()
  if (row === undefined) return undefined
  await noteAccess(tx, fromRow(row), 'deleted', who)
  return fromRow(row)
}

/** As many as `limit` of those that began before; each deletion is noted. */
export async function expireRecordings(tx: Tx, before: Date, limit: number): Promise<readonly KeptRecording[]> {
  const old = tx.tables<RecordingTables>().selectFrom('recording').select('id').where('started_at', '<', before).limit(limit)
  const rows = await tx.tables<RecordingTables>().deleteFrom('recording').where('id', 'in', old).returningAll().execute()
  const gone = rows.map(fromRow)
  for (const recording of gone) await noteAccess(tx, recording, 'expired', 'retention')
  return gone
}

export async function noteAccess(tx: Tx, { id, tenantId }: Pick<KeptRecording, 'id' | 'tenantId'>, what: AccessKind, who: string) {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, recording_id: id, what, who }
  await tx.tables<RecordingTables>().insertInto('recording_access').values(row).execute()
}

/** Oldest first; also of one that is gone. */
export async function listAccesses(tx: Tx, recordingId: string): Promise<readonly RecordingAccess[]> {
  const query = tx.tables<RecordingTables>().selectFrom('recording_access').selectAll().where('recording_id', '=', recordingId)
  return (await query.orderBy('id').execute()).map(({ at, what, who }) => ({ atMs: at.getTime(), what, who }))
}

export async function recordingBytes(tx: Tx): Promise<number> {
  const sum = sql<string>`coalesce(sum(octets), 0)`.as('octets')
  return Number((await tx.tables<RecordingTables>().selectFrom('recording').select(sum).executeTakeFirst())?.octets ?? 0)
}

function fromRow(row: Selectable<RecordingTable>): KeptRecording {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, callId: row.call_id, cause: row.cause, channels: row.channels },
    ...{ startedAtMs: row.started_at.getTime(), endedAtMs: row.ended_at.getTime(), durationMs: row.duration_ms },
    ...{ because: row.ended_because, parties: row.parties, consents: row.consents },
    ...{ key: row.key, octets: Number(row.octets), continues: row.continues ?? undefined },
  }
}
