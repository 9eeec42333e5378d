import type { Database, Tx } from '@klinke/platform'
import { errorCode } from '@klinke/platform'
import { sql } from 'kysely'
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

/** One statement for all three tables: a batch costs one round trip. */
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
        INSERT INTO call_answered (call_id, started_at, tenant_id, answered_at, answered_by)
        SELECT id, ${moment('startedAtMs')}, "tenantId", ${moment('answeredAtMs')}, "answeredBy"
        FROM json_to_recordset(${arrayOf(lines, 'A')}::json) AS entry(
          id text, "startedAtMs" bigint, "tenantId" uuid, "answeredAtMs" bigint, "answeredBy" jsonb)
        ON CONFLICT DO NOTHING)
    INSERT INTO call_ended (call_id, started_at, tenant_id, ended_at, cause, sip_status, route, caller_media, called_media)
    SELECT id, ${moment('startedAtMs')}, "tenantId", ${moment('endedAtMs')}, cause, "sipStatus", route, "callerMedia", "calledMedia"
    FROM json_to_recordset(${arrayOf(lines, 'E')}::json) AS entry(
      id text, "startedAtMs" bigint, "tenantId" uuid, "endedAtMs" bigint, cause text, "sipStatus" integer,
      route jsonb, "callerMedia" jsonb, "calledMedia" jsonb)
    ON CONFLICT DO NOTHING`.execute(tx.tables())
}

function isEntry({ kind }: Line): boolean {
  return kind === 'S' || kind === 'A' || kind === 'E'
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
  for (const { json } of lines.filter(isEntry)) {
    const at = new Date((JSON.parse(json) as { startedAtMs: number }).startedAtMs).toISOString()
    moments.set(at.slice(0, 7), at)
  }
  for (const at of moments.values()) await sql`SELECT ensure_call_partitions(${at}::timestamptz)`.execute(tx.tables())
}
