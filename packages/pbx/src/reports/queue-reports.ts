import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { inTime, type Per } from './buckets.ts'
import type { Range } from './range.ts'
import { bucketOf, visitsIn, workIn } from './sources.ts'

/** What became of those who called a queue. Times in seconds; null: nobody has waited. */
export interface Waited {
  /** Everybody who came. */
  readonly offered: number
  readonly answered: number
  /** They have hung up, or the longest wait was over and led nowhere. */
  readonly lost: number
  /** Led elsewhere after they had waited: by a key, or by the longest wait. */
  readonly ledOn: number
  /** Promised a callback. */
  readonly callbacks: number
  /** Not taken: closed, full, nobody there. They are in no average. */
  readonly turnedAway: number
  readonly averageWaitSeconds: number | null
  readonly longestWaitSeconds: number | null
}

export interface CallsOfQueue extends Waited {
  readonly queueId: string
  /** Null: the queue is no more. */
  readonly name: string | null
  /** Of those who were promised a callback: called back, and reached. */
  readonly calledBack: number
  readonly talkSeconds: number
  readonly wrapUpSeconds: number
}

export interface WaitedInTime extends Waited {
  readonly at: string
}

/** As many queues as a report names. */
const MAX_QUEUES = 1_000
const MAX_AGENTS = 10_000

const COUNTED = sql`
  count(*) FILTER (WHERE kind = 'caller')::int AS offered, count(*) FILTER (WHERE kind = 'caller' AND ended = 'answered')::int AS answered,
  count(*) FILTER (WHERE kind = 'caller' AND ended = 'lost')::int AS lost, count(*) FILTER (WHERE ended = 'led-on')::int AS "ledOn",
  count(*) FILTER (WHERE ended = 'callback')::int AS callbacks, count(*) FILTER (WHERE ended = 'turned-away')::int AS "turnedAway",
  (avg(waited) FILTER (WHERE kind = 'caller' AND ended <> 'turned-away'))::float8 AS "averageWaitSeconds",
  (max(waited) FILTER (WHERE kind = 'caller' AND ended <> 'turned-away'))::float8 AS "longestWaitSeconds"`

/** By queue, the busiest first. */
export async function callsByQueue(tx: Tx, range: Range): Promise<readonly CallsOfQueue[]> {
  const { rows } = await sql<CallsOfQueue>`
    WITH waited AS (
      SELECT queue_id, ${COUNTED}, count(*) FILTER (WHERE kind = 'callback' AND ended = 'answered')::int AS "calledBack"
      FROM (${visitsIn(range, undefined)}) AS visits GROUP BY queue_id),
    worked AS (
      SELECT queue_id, sum(talk)::float8 AS talk, sum(wrap_up_seconds)::float8 AS wrap_up FROM (${workIn(range, undefined)}) AS work GROUP BY queue_id)
    SELECT queue_id AS "queueId", team.name, coalesce(offered, 0) AS offered, coalesce(answered, 0) AS answered, coalesce(lost, 0) AS lost,
      coalesce("ledOn", 0) AS "ledOn", coalesce(callbacks, 0) AS callbacks, coalesce("turnedAway", 0) AS "turnedAway", "averageWaitSeconds",
      "longestWaitSeconds", coalesce("calledBack", 0) AS "calledBack", coalesce(talk, 0) AS "talkSeconds", coalesce(wrap_up, 0) AS "wrapUpSeconds"
    FROM waited FULL JOIN worked USING (queue_id) LEFT JOIN team ON team.id = queue_id
    ORDER BY offered DESC NULLS LAST, team.name LIMIT ${MAX_QUEUES}`.execute(tx.tables())
  return rows
}

/** Each stretch has a row, also those in which nobody came. Counted where waiting began. */
export async function waitedByTime(tx: Tx, range: Range, per: Per, queueId: string | undefined): Promise<readonly WaitedInTime[]> {
  const { rows } = await sql<Waited & { readonly key: string }>`
    SELECT ${bucketOf(sql`joined_at`, per, range)} AS key, ${COUNTED} FROM (${visitsIn(range, queueId)}) AS visits GROUP BY 1`.execute(
    tx.tables(),
  )
  return inTime(rows, range, per, NOBODY)
}

const NOBODY: Waited = {
  ...{ offered: 0, answered: 0, lost: 0, ledOn: 0, callbacks: 0, turnedAway: 0 },
  ...{ averageWaitSeconds: null, longestWaitSeconds: null },
}

/** What an agent has done for queues. Times in seconds. */
export interface WorkOfExtension {
  readonly extensionId: string
  /** Null: the extension is no more. */
  readonly number: string | null
  readonly name: string | null
  readonly calls: number
  readonly talkSeconds: number
  readonly wrapUpSeconds: number
  readonly averageWrapUpSeconds: number
}

/** By agent, the one with the longest wrap-up first. */
export async function workByExtension(tx: Tx, range: Range, queueId: string | undefined): Promise<readonly WorkOfExtension[]> {
  const { rows } = await sql<WorkOfExtension>`
    SELECT agent_extension AS "extensionId", extension.number, extension.name, count(*)::int AS calls, sum(talk)::float8 AS "talkSeconds",
      sum(wrap_up_seconds)::float8 AS "wrapUpSeconds", avg(wrap_up_seconds)::float8 AS "averageWrapUpSeconds"
    FROM (${workIn(range, queueId)}) AS work LEFT JOIN extension ON extension.id::text = agent_extension
    GROUP BY agent_extension, extension.number, extension.name
    ORDER BY sum(wrap_up_seconds) DESC, extension.number LIMIT ${MAX_AGENTS}`.execute(tx.tables())
  return rows
}
