import type { Database, Tx } from '@klinke/platform'
import { errorCode } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import type { Line } from './journal/line.ts'

/** What a check_violation means here: there is no partition for the row's month. */
const NO_PARTITION = '23514'
/** Data exceptions, and broken constraints: the row is at fault. */
const DATA_ERROR = /^2[23]/

/** True when the database refuses these rows now and always. */
export function isDataError(error: unknown): boolean {
  return DATA_ERROR.test(errorCode(error) ?? '')
}

/**
 * Stores journal lines. A line stored before is passed over, because its key is there: that makes draining the
 * same lines again harmless. The JSON goes to PostgreSQL as it stands in the journal.
 */
export async function storeLines(database: Database, lines: readonly Line[]): Promise<void> {
  if (!lines.some(isEntry)) return
  try {
    await database.withOperator((tx) => insertLines(tx, lines))
  } catch (error) {
    if (errorCode(error) !== NO_PARTITION) throw error
    await database.withOperator((tx) => ensurePartitions(tx, lines))
    await database.withOperator((tx) => insertLines(tx, lines))
  }
}

/** One statement for all tables: a batch costs one round trip. */
async function insertLines(tx: Tx, lines: readonly Line[]): Promise<void> {
  await sql`
    WITH
      started AS (
        INSERT INTO call_started (call_id, started_at, tenant_id, direction, caller, called, sip_call_id, emergency)
        SELECT id, ${moment('startedAtMs')}, "tenantId", direction, caller, called, "sipCallId", emergency
        FROM json_to_recordset(${arrayOf(lines, 'S')}::json) AS entry(
          id text, "startedAtMs" bigint, "tenantId" uuid, direction text, caller jsonb, called jsonb, "sipCallId" text, emergency boolean)
        ON CONFLICT DO NOTHING),
      answered AS (
        INSERT INTO call_answered (call_id, started_at, tenant_id, answered_at, answered_by, charge)
        SELECT id, ${moment('startedAtMs')}, "tenantId", ${moment('answeredAtMs')}, "answeredBy", charge
        FROM json_to_recordset(${arrayOf(lines, 'A')}::json) AS entry(
          id text, "startedAtMs" bigint, "tenantId" uuid, "answeredAtMs" bigint, "answeredBy" jsonb, charge jsonb)
        ON CONFLICT DO NOTHING)
      ${lines.some(({ kind }) => kind === 'Q' || kind === 'W') ? queueLines(lines) : sql``}
    INSERT INTO call_ended (call_id, started_at, tenant_id, ended_at, cause, sip_status, route, caller_media, called_media, identity, charge)
    SELECT id, ${moment('startedAtMs')}, "tenantId", ${moment('endedAtMs')}, cause, "sipStatus", route, "callerMedia", "calledMedia", identity, charge
    FROM json_to_recordset(${arrayOf(lines, 'E')}::json) AS entry(
      id text, "startedAtMs" bigint, "tenantId" uuid, "endedAtMs" bigint, cause text, "sipStatus" integer,
      route jsonb, "callerMedia" jsonb, "calledMedia" jsonb, identity jsonb, charge jsonb)
    ON CONFLICT DO NOTHING`.execute(tx.tables())
}

/** Seldom among them: most calls go to no queue. */
function queueLines(lines: readonly Line[]): RawBuilder<unknown> {
  return sql`,
      visited AS (
        INSERT INTO queue_visit (id, joined_at, tenant_id, queue_id, call_id, kind, ended, left_at, agent_extension)
        SELECT id, ${moment('joinedAtMs')}, "tenantId", "queueId", "callId", kind, ended, ${moment('leftAtMs')}, "agentId"
        FROM json_to_recordset(${arrayOf(lines, 'Q')}::json) AS entry(
          id text, "joinedAtMs" bigint, "tenantId" uuid, "queueId" uuid, "callId" text, kind text, ended text, "leftAtMs" bigint, "agentId" text)
        ON CONFLICT DO NOTHING),
      worked AS (
        INSERT INTO queue_work (id, began_at, tenant_id, queue_id, call_id, agent_extension, ended_at, wrap_up_seconds)
        SELECT id, ${moment('beganAtMs')}, "tenantId", "queueId", "callId", "agentId", ${moment('endedAtMs')}, "wrapUpSeconds"
        FROM json_to_recordset(${arrayOf(lines, 'W')}::json) AS entry(
          id text, "beganAtMs" bigint, "tenantId" uuid, "queueId" uuid, "callId" text, "agentId" text, "endedAtMs" bigint, "wrapUpSeconds" integer)
        ON CONFLICT DO NOTHING)`
}

/** What names the partition of a line's row, in ms since 1970; lines that are no row have none. */
const PARTITION_BY = { S: 'startedAtMs', A: 'startedAtMs', E: 'startedAtMs', Q: 'joinedAtMs', W: 'beganAtMs' } as const

function isEntry({ kind }: Line): boolean {
  return kind in PARTITION_BY
}

/** Exact to the millisecond, which to_timestamp(double) is not. */
function moment(column: string) {
  return sql`timestamptz 'epoch' + ${sql.ref(column)} * interval '1 millisecond'`
}

function arrayOf(lines: readonly Line[], kind: Line['kind']): string {
  let parts = ''
  for (const line of lines) if (line.kind === kind) parts += parts === '' ? line.json : `,${line.json}`
  return `[${parts}]`
}

async function ensurePartitions(tx: Tx, lines: readonly Line[]): Promise<void> {
  const moments = new Map<string, string>()
  for (const { kind, json } of lines) {
    if (kind === 'L' || kind === 'O' || kind === 'C' || kind === 'P') continue
    const at = new Date((JSON.parse(json) as Readonly<Record<string, number>>)[PARTITION_BY[kind]] ?? 0).toISOString()
    moments.set(at.slice(0, 7), at)
  }
  for (const at of moments.values()) await sql`SELECT ensure_call_partitions(${at}::timestamptz)`.execute(tx.tables())
}
