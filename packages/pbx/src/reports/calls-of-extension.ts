import type { CallParty, CallStarted, EndCause } from '@klinke/calls'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Range } from './range.ts'

/** A call as one extension has had it. */
export interface OneCall {
  readonly callId: string
  readonly startedAt: Date
  readonly direction: CallStarted['direction']
  /** `queue`: answered for a queue. */
  readonly part: 'made' | 'answered' | 'queue' | 'missed'
  readonly caller: CallParty
  readonly called: CallParty
  /** Null: nobody has talked. */
  readonly talkSeconds: number | null
  /** Null: it still runs. */
  readonly cause: EndCause | null
}

/** A list goes on after this call. */
export interface After {
  readonly startedAt: Date
  readonly callId: string
}

/** The newest first. */
export async function callsOfExtension(
  tx: Tx,
  { from, to }: Range,
  extensionId: string,
  limit: number,
  after?: After,
): Promise<readonly OneCall[]> {
  const next = after === undefined ? sql`true` : sql`(started_at, call_id) < (${after.startedAt}, ${after.callId})`
  const within = sql`started_at >= ${from} AND started_at < ${to} AND ${next}`
  const newest = sql`ORDER BY started_at DESC, call_id DESC LIMIT ${limit}`
  const { rows } = await sql<OneCall>`
    WITH worked AS (
      SELECT call_id, sum(extract(epoch FROM ended_at - began_at))::float8 AS talk FROM queue_work
      WHERE agent_extension = ${extensionId} AND began_at >= ${from} AND began_at < ${to} GROUP BY call_id),
    own AS (
      (SELECT started_at, call_id FROM call_started WHERE caller_extension = ${extensionId} AND ${within} ${newest})
      UNION (SELECT started_at, call_id FROM call_started WHERE called_extension = ${extensionId} AND ${within} ${newest})
      UNION (SELECT started_at, call_id FROM call_answered WHERE answered_extension = ${extensionId} AND ${within} ${newest})
      UNION (SELECT started_at, call_id FROM worked JOIN call_started USING (call_id) WHERE ${within} ${newest})
      ${newest})
    SELECT s.call_id AS "callId", s.started_at AS "startedAt", s.direction, s.caller, s.called, e.cause,
      CASE WHEN s.caller_extension = ${extensionId} THEN 'made' WHEN a.answered_extension = ${extensionId} THEN 'answered'
        WHEN worked.call_id IS NOT NULL THEN 'queue' ELSE 'missed' END AS part,
      CASE WHEN ${extensionId} IN (s.caller_extension, a.answered_extension) THEN extract(epoch FROM e.ended_at - a.answered_at)::float8
        ELSE worked.talk END AS "talkSeconds"
    FROM own JOIN call_started s USING (started_at, call_id) LEFT JOIN call_answered a USING (started_at, call_id)
    LEFT JOIN call_ended e USING (started_at, call_id) LEFT JOIN worked USING (call_id)
    ORDER BY s.started_at DESC, s.call_id DESC LIMIT ${limit}`.execute(tx.tables())
  return rows
}
