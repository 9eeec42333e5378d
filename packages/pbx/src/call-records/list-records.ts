import type { CallCharge, CallIdentity, CallParty, CallStarted, EndCause, LegMedia, RoutingStep } from '@klinke/calls'
import { matching, type Tx } from '@klinke/platform'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { searchedParty } from '../call-view.ts'
import type { CallRecord } from './record.ts'

interface CallRecordView {
  readonly call_id: string
  readonly started_at: Date
  readonly tenant_id: string
  readonly direction: CallStarted['direction']
  readonly caller: CallParty
  readonly called: CallParty
  readonly sip_call_id: string
  readonly emergency: boolean
  readonly answered_at: Date | null
  readonly answered_by: CallParty | null
  readonly ended_at: Date | null
  readonly cause: EndCause | null
  readonly sip_status: number | null
  readonly route: RoutingStep[] | null
  readonly caller_media: LegMedia | null
  readonly called_media: LegMedia | null
  readonly identity: CallIdentity | null
  readonly charge: CallCharge | null
}

interface CallRecordTables {
  readonly call_record: CallRecordView
}

export interface RecordPosition {
  readonly startedAt: Date
  readonly id: string
}

export interface RecordFilter {
  /** Started at this time or later. */
  readonly from?: Date | undefined
  /** Started before this time. */
  readonly to?: Date | undefined
  /** Extension that called, was called, or answered. */
  readonly extensionId?: string | undefined
  readonly direction?: CallStarted['direction'] | undefined
  /** As `searchQuery` says: in the numbers and names of those who took part. */
  readonly q?: string | undefined
  /** The list goes on after this record. */
  readonly after?: RecordPosition | undefined
  /** The oldest first. */
  readonly ascending?: boolean
  readonly limit: number
}

/** Newest first, unless it is said otherwise. */
export async function listCallRecords(tx: Tx, filter: RecordFilter): Promise<readonly CallRecord[]> {
  const { from, to, extensionId, direction, q, after, ascending = false, limit } = filter
  const order = ascending ? 'asc' : 'desc'
  if (extensionId !== undefined && !q) return (await ofExtension(extensionId, filter).execute(tx.tables())).rows.map(fromRow)
  let query = tx.tables<CallRecordTables>().selectFrom('call_record').selectAll()
  if (from) query = query.where('started_at', '>=', from)
  if (to) query = query.where('started_at', '<', to)
  if (direction) query = query.where('direction', '=', direction)
  if (extensionId !== undefined) query = query.where(tookPart(extensionId))
  if (q) query = query.where(matching(q, searchedParty(sql`caller`), searchedParty(sql`called`), searchedParty(sql`answered_by`)))
  if (after) {
    // The first condition says nothing new, but lets PostgreSQL leave out later months.
    query = query
      .where('started_at', ascending ? '>=' : '<=', after.startedAt)
      .where((row) => row(row.refTuple('started_at', 'call_id'), ascending ? '>' : '<', row.tuple(after.startedAt, after.id)))
  }
  const rows = await query.orderBy('started_at', order).orderBy('call_id', order).limit(limit).execute()
  return rows.map(fromRow)
}

function tookPart(extensionId: string): RawBuilder<boolean> {
  return sql`${extensionId} IN (caller ->> 'extensionId', called ->> 'extensionId', answered_by ->> 'extensionId')`
}

/** Each of the three ways in which an extension takes part has an index of its own; the newest of all three are the newest. */
export function ofExtension(extensionId: string, filter: RecordFilter): RawBuilder<CallRecordView> {
  const { direction, ascending = false, limit } = filter
  const newest = ascending ? sql`ORDER BY started_at, call_id LIMIT ${limit}` : sql`ORDER BY started_at DESC, call_id DESC LIMIT ${limit}`
  const within = sql.join([sql`true`, ...conditions(filter)], sql` AND `)
  const directed = direction === undefined ? within : sql`${within} AND direction = ${direction}`
  // The direction of a call that was answered stands where it started.
  const answered = direction === undefined ? sql`call_answered` : sql`call_answered JOIN call_started USING (started_at, call_id)`
  return sql<CallRecordView>`
    WITH own AS (
      (SELECT started_at, call_id FROM call_started WHERE caller_extension = ${extensionId} AND ${directed} ${newest})
      UNION (SELECT started_at, call_id FROM call_started WHERE called_extension = ${extensionId} AND ${directed} ${newest})
      UNION (SELECT started_at, call_id FROM ${answered} WHERE answered_extension = ${extensionId} AND ${directed} ${newest})
      ${newest})
    SELECT call_record.* FROM own JOIN call_record USING (started_at, call_id) ${newest}`
}

/** On the start of a call, which says in which months to look. */
function conditions({ from, to, after, ascending = false }: RecordFilter): readonly RawBuilder<unknown>[] {
  return [
    ...(from === undefined ? [] : [sql`started_at >= ${from}`]),
    ...(to === undefined ? [] : [sql`started_at < ${to}`]),
    ...(after === undefined ? [] : [behind(after, ascending)]),
  ]
}

function behind({ startedAt, id }: RecordPosition, ascending: boolean): RawBuilder<unknown> {
  return ascending
    ? sql`started_at >= ${startedAt} AND (started_at, call_id) > (${startedAt}, ${id})`
    : sql`started_at <= ${startedAt} AND (started_at, call_id) < (${startedAt}, ${id})`
}

export async function findCallRecord(tx: Tx, id: string): Promise<CallRecord | undefined> {
  const row = await tx.tables<CallRecordTables>().selectFrom('call_record').selectAll().where('call_id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

function fromRow(row: Selectable<CallRecordView>): CallRecord {
  return {
    id: row.call_id,
    tenantId: row.tenant_id,
    direction: row.direction,
    caller: row.caller,
    called: row.called,
    sipCallId: row.sip_call_id,
    emergency: row.emergency,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    endedAt: row.ended_at,
    cause: row.cause,
    sipStatus: row.sip_status,
    route: row.route,
    callerMedia: row.caller_media,
    calledMedia: row.called_media,
    identity: row.identity,
    charge: row.charge,
  }
}
