import type { CallStarted } from '@klinke/calls'
import type { Tx } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import { inTime, type Per } from './buckets.ts'
import { isInWholeHours, sumHours } from './call-hours.ts'
import type { Range } from './range.ts'
import { bucketOf, callsIn, partsOf, workIn } from './sources.ts'

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

/** By extension, the busiest first. `from`: sums of hours, which the range must consist of, or each call. */
export async function callsByExtension(tx: Tx, range: Range, from: Source = 'sums'): Promise<readonly CallsOfExtension[]> {
  const isSummed = from === 'sums' && isInWholeHours(range) && (await sumHours(tx, range))
  const { rows } = await sql<CallsOfExtension>`
    WITH ${isSummed ? summedParts(range) : countedParts(range)},
    queued AS (
      SELECT agent_extension AS extension, count(*) AS queue, sum(queue_talk) AS talk FROM (${queueParts(range)}) AS work GROUP BY agent_extension),
    counted AS (
      SELECT extension, coalesce(made, 0)::int AS made, coalesce(made_answered, 0)::int AS "madeAnswered", coalesce(answered, 0)::int AS answered,
        coalesce(missed, 0)::int AS missed, coalesce(queue, 0)::int AS "queueCalls", (coalesce(had.talk, 0) + coalesce(queued.talk, 0))::float8 AS "talkSeconds"
      FROM had FULL JOIN queued USING (extension))
    SELECT counted.extension AS "extensionId", extension.number, extension.name, made, "madeAnswered", answered, missed, "queueCalls", "talkSeconds"
    FROM counted LEFT JOIN extension ON extension.id::text = counted.extension
    ORDER BY made + answered + missed + "queueCalls" DESC, extension.number, counted.extension LIMIT ${MAX_EXTENSIONS}`.execute(tx.tables())
  return rows
}

/** Where a report counts: in the sums of hours, or in the calls themselves. The answers are the same. */
export type Source = 'sums' | 'calls'

function summedParts({ from, to }: Range): RawBuilder<unknown> {
  return sql`had AS (
    SELECT extension, sum(made) AS made, sum(made_answered) AS made_answered, sum(answered) AS answered, sum(missed) AS missed, sum(talk) AS talk
    FROM call_hour_extension WHERE hour >= ${from} AND hour < ${to} GROUP BY extension)`
}

function countedParts(range: Range): RawBuilder<unknown> {
  return sql`calls AS MATERIALIZED (SELECT *, started_at AS hour FROM (${callsIn(range)}) AS calls),
    had AS (
      SELECT extension, count(*) FILTER (WHERE part = 'made') AS made, count(*) FILTER (WHERE part = 'made' AND talked) AS made_answered,
        count(*) FILTER (WHERE part = 'answered') AS answered, count(*) FILTER (WHERE part = 'missed') AS missed, sum(talk) AS talk
      FROM (${partsOf(sql`calls`)}) AS parts GROUP BY extension)`
}

/** Where the queue answers before its agent does, the record of the call does not name the agent: the agent's own time counts. */
function queueParts(range: Range): RawBuilder<unknown> {
  const { from, to } = range
  return sql`
    SELECT w.agent_extension,
      CASE WHEN a.answered_extension = w.agent_extension OR s.caller_extension = w.agent_extension THEN NULL ELSE w.talk END AS queue_talk
    FROM (${workIn(range, undefined)}) AS w
    LEFT JOIN call_started AS s ON s.call_id = w.call_id AND s.started_at >= ${from} AND s.started_at < ${to}
    LEFT JOIN call_answered AS a ON a.call_id = s.call_id AND a.started_at = s.started_at`
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

/** Each stretch has a row, also those without calls. `from`: as `callsByExtension`. */
export async function callsByTime(
  tx: Tx,
  range: Range,
  per: Per,
  direction: CallStarted['direction'] | undefined,
  from: Source = 'sums',
): Promise<readonly CallsInTime[]> {
  const isSummed = from === 'sums' && isInWholeHours(range) && (await sumHours(tx, range))
  const directed = direction === undefined ? sql`true` : sql`direction = ${direction}`
  const summed = sql`SELECT hour AS at, direction, calls, answered, talk FROM call_hour_sum WHERE hour >= ${range.from} AND hour < ${range.to}`
  const counted = sql`SELECT started_at AS at, direction, 1 AS calls, (answered_at IS NOT NULL)::int AS answered, talk FROM (${callsIn(range)}) AS calls`
  const { rows } = await sql<Omit<CallsInTime, 'at'> & { readonly key: string }>`
    SELECT ${bucketOf(sql`at`, per, range)} AS key, sum(calls)::int AS calls, ${ofDirection('internal')} AS internal,
      ${ofDirection('inbound')} AS inbound, ${ofDirection('outbound')} AS outbound,
      sum(answered)::int AS answered, coalesce(sum(talk), 0)::float8 AS "talkSeconds"
    FROM (${isSummed ? summed : counted}) AS parts WHERE ${directed} GROUP BY 1`.execute(tx.tables())
  return inTime(rows, range, per, NO_CALLS)
}

function ofDirection(direction: CallStarted['direction']): RawBuilder<unknown> {
  return sql`coalesce(sum(calls) FILTER (WHERE direction = ${direction}), 0)::int`
}

const NO_CALLS = { calls: 0, internal: 0, inbound: 0, outbound: 0, answered: 0, talkSeconds: 0 }
