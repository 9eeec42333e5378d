import type { CallParty } from '@klinke/calls'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** A call over a carrier to which somebody outside has answered, and which is over. */
export interface PaidCall {
  readonly tenantId: string
  readonly number: string
  readonly extensionId: string | undefined
  readonly answeredAtMs: number
  readonly endedAtMs: number
}

interface Row {
  readonly tenant_id: string
  readonly called: CallParty
  readonly caller: CallParty
  readonly answered_at: Date
  readonly ended_at: Date
}

/** How long a call may have begun before the day in which it ended. */
const LONGEST = '2 days'

/** Calls over carriers that ended at that time or later, of all tenants that the transaction sees; those for help left out. */
export async function paidCallsSince(tx: Tx, since: Date): Promise<readonly PaidCall[]> {
  const { rows } = await sql<Row>`
    SELECT tenant_id, called, caller, ended_at,
      coalesce(timestamptz 'epoch' + (charge ->> 'connectedAtMs')::bigint * interval '1 millisecond', answered_at) AS answered_at
    FROM call_record
    WHERE started_at >= ${since}::timestamptz - ${LONGEST}::interval AND ended_at >= ${since} AND answered_at IS NOT NULL
      AND direction = 'outbound' AND NOT emergency
      AND CASE WHEN charge IS NULL THEN route @> '[{"step": "carrier-selected"}]'::jsonb
          ELSE charge ->> 'way' IN ('carrier', 'own-carrier') AND charge ->> 'connectedAtMs' IS NOT NULL END`.execute(tx.tables())
  return rows.map((row) => ({
    ...{ tenantId: row.tenant_id, number: row.called.number, extensionId: row.caller.extensionId },
    ...{ answeredAtMs: row.answered_at.getTime(), endedAtMs: row.ended_at.getTime() },
  }))
}
