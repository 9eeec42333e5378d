import type { CallParty, RoutingStep } from '@klinke/calls'
import type { Database } from '@klinke/platform'
import { sql } from 'kysely'
import { type UsedCall, type UsedRecord, usedCall } from './used-call.ts'

/** Calls that left a customer and are over, in the order in which they became known. */
export interface UsedCalls {
  /** What became known after `cursor` (undefined: from the beginning), of at most `limit` calls, and the cursor after it. */
  after(cursor: string | undefined, limit: number): Promise<{ readonly usage: readonly UsedCall[]; readonly cursor: string | undefined }>
}

interface Row {
  readonly known_order: number
  readonly call_id: string
  readonly tenant_id: string
  readonly direction: string
  readonly emergency: boolean
  readonly caller: CallParty
  readonly called: CallParty
  readonly answered_at: Date | null
  readonly ended_at: Date
  readonly route: readonly RoutingStep[]
  readonly identity: UsedRecord['identity']
  readonly charge: UsedRecord['charge']
}

/** Reads the stored records. */
export function usedCalls(database: Pick<Database, 'withOperator'>): UsedCalls {
  return {
    after: async (cursor, limit) => {
      const { rows } = await database.withOperator((tx) => readAfter(Number(cursor ?? 0), limit).execute(tx.tables()))
      const last = rows.at(-1)
      return {
        usage: rows.flatMap((row) => usedCall(recordFrom(row)) ?? []),
        cursor: last === undefined ? cursor : String(last.known_order),
      }
    },
  }
}

/** What a call is charged by stands in the end of the record; a crash may have left it in the answer only, and older records have none. */
function readAfter(known: number, limit: number) {
  return sql<Row>`
    WITH next AS (SELECT * FROM call_ended WHERE known_order > ${known} ORDER BY known_order LIMIT ${limit})
    SELECT next.known_order, next.call_id, next.tenant_id, started.direction, started.emergency, started.caller, started.called,
      answered.answered_at, next.ended_at, next.route, next.identity,
      coalesce(next.charge, answered.charge) AS charge
    FROM next
      JOIN call_started AS started USING (started_at, call_id)
      LEFT JOIN call_answered AS answered USING (started_at, call_id)
    ORDER BY next.known_order`
}

function recordFrom(row: Row): UsedRecord {
  return {
    ...{
      id: row.call_id,
      tenantId: row.tenant_id,
      direction: row.direction,
      emergency: row.emergency,
      caller: row.caller,
      called: row.called,
    },
    ...{ answeredAtMs: row.answered_at?.getTime(), endedAtMs: row.ended_at.getTime() },
    ...{ route: row.route, identity: row.identity, charge: row.charge },
  }
}
