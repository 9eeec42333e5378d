import type { CallStarted } from '@klinke/calls'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { inTime, type Per } from './buckets.ts'
import type { Range } from './range.ts'
import { bucketOf, callsIn, workIn } from './sources.ts'

/** What an extension has had of calls. Times in seconds. */
export interface CallsOfExtension {
  readonly extensionId: string
  /** Null: the extension is no more. */
  readonly number: string | null
  readonly name: string | null
  readonly made: number
  /** Of those it made. */
  readonly madeAnswered: number
  /** Called directly, or as one of a group, and answered by it. */
  readonly answered: number
  /** It was called, and has not answered: nobody has, somebody else, or its mailbox. */
  readonly missed: number
  /** Answered for queues. */
  readonly queueCalls: number
  readonly talkSeconds: number
}

/** As many extensions as a tenant can have. */
const MAX_EXTENSIONS = 10_000

/** By extension, the busiest first. */
export async function callsByExtension(tx: Tx, range: Range): Promise<readonly CallsOfExtension[]> {
  const { rows } = await sql<CallsOfExtension>`
    WITH calls AS MATERIALIZED (${callsIn(range)}),
    parts AS (
      SELECT caller_extension AS extension, 'made' AS part, answered_at IS NOT NULL AS talked, talk FROM calls WHERE caller_extension IS NOT NULL
      UNION ALL
      SELECT answered_extension, 'answered', true, talk FROM calls
      WHERE answered_extension IS NOT NULL AND answered_extension IS DISTINCT FROM caller_extension
      UNION ALL
      SELECT called_extension, 'missed', false, NULL FROM calls
      WHERE called_extension IS NOT NULL AND answered_extension IS DISTINCT FROM called_extension AND caller_extension IS DISTINCT FROM called_extension
      UNION ALL
      -- Where the queue answers before its agent does, the record of the call does not name the agent.
      SELECT w.agent_extension, 'queue', true,
        CASE WHEN calls.answered_extension = w.agent_extension OR calls.caller_extension = w.agent_extension THEN NULL ELSE w.talk END
      FROM (${workIn(range, undefined)}) AS w LEFT JOIN calls USING (call_id)),
    counted AS (
      SELECT extension, count(*) FILTER (WHERE part = 'made')::int AS made, count(*) FILTER (WHERE part = 'made' AND talked)::int AS "madeAnswered",
        count(*) FILTER (WHERE part = 'answered')::int AS answered, count(*) FILTER (WHERE part = 'missed')::int AS missed,
        count(*) FILTER (WHERE part = 'queue')::int AS "queueCalls", coalesce(sum(talk), 0)::float8 AS "talkSeconds", count(*) AS parts
      FROM parts GROUP BY extension)
    SELECT counted.extension AS "extensionId", extension.number, extension.name, made, "madeAnswered", answered, missed, "queueCalls", "talkSeconds"
    FROM counted LEFT JOIN extension ON extension.id::text = counted.extension
    ORDER BY parts DESC, extension.number LIMIT ${MAX_EXTENSIONS}`.execute(tx.tables())
  return rows
}

/** Calls that began in a stretch of time. */
export interface CallsInTime {
  readonly at: string
  readonly calls: number
  readonly internal: number
  readonly inbound: number
  readonly outbound: number
  readonly answered: number
  readonly talkSeconds: number
}

/** Each stretch has a row, also those without calls. */
export async function callsByTime(
  tx: Tx,
  range: Range,
  per: Per,
  direction: CallStarted['direction'] | undefined,
): Promise<readonly CallsInTime[]> {
  const directed = direction === undefined ? sql`true` : sql`direction = ${direction}`
  const { rows } = await sql<Omit<CallsInTime, 'at'> & { readonly key: string }>`
    SELECT ${bucketOf(sql`started_at`, per, range)} AS key, count(*)::int AS calls, count(*) FILTER (WHERE direction = 'internal')::int AS internal,
      count(*) FILTER (WHERE direction = 'inbound')::int AS inbound, count(*) FILTER (WHERE direction = 'outbound')::int AS outbound,
      count(answered_at)::int AS answered, coalesce(sum(talk), 0)::float8 AS "talkSeconds"
    FROM (${callsIn(range)}) AS calls WHERE ${directed} GROUP BY 1`.execute(tx.tables())
  return inTime(rows, range, per, NO_CALLS)
}

const NO_CALLS = { calls: 0, internal: 0, inbound: 0, outbound: 0, answered: 0, talkSeconds: 0 }
