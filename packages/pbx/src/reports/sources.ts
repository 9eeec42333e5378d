import { type RawBuilder, sql } from 'kysely'
import type { Per } from './buckets.ts'
import type { Range } from './range.ts'

/**
 * The calls that began in the range, each with its answer and its end. What stands here is what the tenants' indexes hold, so that neither routes nor
 * figures are read; each table is told the range, which says in which months to look.
 */
export function callsIn({ from, to }: Range): RawBuilder<unknown> {
  const within = sql`started_at >= ${from} AND started_at < ${to}`
  return sql`
    SELECT s.started_at, s.call_id, s.direction, s.caller_extension, s.called_extension, a.answered_extension, a.answered_at,
      extract(epoch FROM e.ended_at - a.answered_at) AS talk
    FROM (SELECT started_at, call_id, direction, caller_extension, called_extension FROM call_started WHERE ${within}) AS s
    LEFT JOIN (SELECT started_at, call_id, answered_at, answered_extension FROM call_answered WHERE ${within}) AS a USING (started_at, call_id)
    LEFT JOIN (SELECT started_at, call_id, ended_at FROM call_ended WHERE ${within}) AS e USING (started_at, call_id)`
}

/** What each extension has had of these calls, queues left out: `calls` has the columns of `callsIn` and an hour. */
export function partsOf(calls: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    SELECT hour, caller_extension AS extension, 'made' AS part, answered_at IS NOT NULL AS talked, talk FROM ${calls} WHERE caller_extension IS NOT NULL
    UNION ALL
    SELECT hour, answered_extension, 'answered', true, talk FROM ${calls}
    WHERE answered_extension IS NOT NULL AND answered_extension IS DISTINCT FROM caller_extension
    UNION ALL
    SELECT hour, called_extension, 'missed', false, NULL FROM ${calls}
    WHERE called_extension IS NOT NULL AND answered_extension IS DISTINCT FROM called_extension AND caller_extension IS DISTINCT FROM called_extension`
}

/** Those who have waited in queues, with how long. */
export function visitsIn({ from, to }: Range, queueId: string | undefined): RawBuilder<unknown> {
  const ofQueue = queueId === undefined ? sql`` : sql`AND queue_id = ${queueId}`
  return sql`
    SELECT joined_at, queue_id, kind, ended, extract(epoch FROM left_at - joined_at) AS waited
    FROM queue_visit WHERE joined_at >= ${from} AND joined_at < ${to} ${ofQueue}`
}

/** What agents have done for queues. */
export function workIn({ from, to }: Range, queueId: string | undefined): RawBuilder<unknown> {
  const ofQueue = queueId === undefined ? sql`` : sql`AND queue_id = ${queueId}`
  return sql`
    SELECT began_at, queue_id, call_id, agent_extension, extract(epoch FROM ended_at - began_at) AS talk, wrap_up_seconds
    FROM queue_work WHERE began_at >= ${from} AND began_at < ${to} ${ofQueue}`
}

/** The stretch of time that a moment is in, as `bucketsOf` names them. */
export function bucketOf(moment: RawBuilder<unknown>, per: Per, { zone }: Range): RawBuilder<string> {
  switch (per) {
    case 'hour':
      // Of two hours with the same name, where the clocks go back, each is its own.
      return sql`(extract(epoch FROM date_trunc('hour', ${moment}, ${zone})) * 1000)::bigint::text`
    case 'hour-of-day':
      return sql`extract(hour FROM ${moment} AT TIME ZONE ${zone})::text`
    case 'day':
      return sql`to_char(${moment} AT TIME ZONE ${zone}, 'YYYY-MM-DD')`
  }
}
