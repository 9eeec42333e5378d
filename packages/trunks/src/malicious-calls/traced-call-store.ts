import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { MAX_REPORTED } from './rules.ts'
import type { CallerTrace } from './traced-call.ts'

/** One call to a number for which there is an order. */
export interface TracedCall extends CallerTrace {
  readonly tenantId: string
  readonly orderId: string
  readonly extensionId: string | null
  readonly sipCallId: string
  readonly calledAt: Date
  readonly carrier: string
  readonly deleteAfter: Date
}

export interface ReportedCall extends TracedCall {
  readonly markedAt: Date | null
}

interface CallTable {
  readonly id: string
  readonly tenant_id: string
  readonly order_id: string
  readonly sip_call_id: string
  readonly called_at: Date
  readonly extension_id: string | null
  readonly shown: string | null
  readonly asserted: string[]
  readonly display_name: string | null
  readonly is_hidden: boolean
  readonly carrier: string
  readonly marked_at: Date | null
  readonly delete_after: Date
}

interface CallTables {
  readonly traced_call: CallTable
}

/** So long after a call it can be marked. */
const MARK_WITHIN_MS = 15 * 60_000

/** An order that has been deleted meanwhile keeps nothing. */
export async function insertTracedCalls(tx: Tx, calls: readonly TracedCall[]): Promise<void> {
  for (const call of calls) {
    const { tenantId, orderId, sipCallId, calledAt, extensionId, shown, asserted, displayName, isHidden, carrier, deleteAfter } = call
    await sql`
      INSERT INTO traced_call (id, tenant_id, order_id, sip_call_id, called_at, extension_id, shown, asserted, display_name, is_hidden, carrier, delete_after)
      SELECT ${randomUUIDv7()}::uuid, tenant_id, id, ${sipCallId}, ${calledAt}, ${extensionId}::uuid, ${shown}, ${[...asserted]}::text[], ${displayName},
        ${isHidden}, ${carrier}, ${deleteAfter}
      FROM trace_order WHERE id = ${orderId} AND tenant_id = ${tenantId}`.execute(tx.tables())
  }
}

/** The newest first. */
export async function listTracedCalls(tx: Tx, orderId: string): Promise<readonly ReportedCall[]> {
  const query = tx.tables<CallTables>().selectFrom('traced_call').selectAll().where('order_id', '=', orderId)
  const rows = await query.orderBy('called_at', 'desc').limit(MAX_REPORTED).execute()
  return rows.map((row) => ({
    ...{
      tenantId: row.tenant_id,
      orderId: row.order_id,
      extensionId: row.extension_id,
      sipCallId: row.sip_call_id,
      calledAt: row.called_at,
    },
    ...{ shown: row.shown, asserted: row.asserted, displayName: row.display_name, isHidden: row.is_hidden, carrier: row.carrier },
    ...{ markedAt: row.marked_at, deleteAfter: row.delete_after },
  }))
}

/** Marks the newest call to the extension, where its order allows it. False: there is none. */
export async function markTracedCall(tx: Tx, tenantId: string, extensionId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - MARK_WITHIN_MS)
  const { numAffectedRows } = await sql`
    UPDATE traced_call SET marked_at = ${at} WHERE id = (
      SELECT call.id FROM traced_call AS call JOIN trace_order AS ordered ON ordered.id = call.order_id
      WHERE call.tenant_id = ${tenantId} AND call.extension_id = ${extensionId}::uuid AND call.called_at >= ${since} AND ordered.user_may_mark
      ORDER BY call.called_at DESC LIMIT 1)`.execute(tx.tables())
  return (numAffectedRows ?? 0n) > 0n
}

export async function deleteOldTracedCalls(tx: Tx, now: Date): Promise<void> {
  await tx.tables<CallTables>().deleteFrom('traced_call').where('delete_after', '<=', now).execute()
}
