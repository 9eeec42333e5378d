import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { keptPiece, type RatedCall } from './rated-call.ts'

/** Which of these legs are rated already. */
export async function knownUsage(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ usage_id: string }>`SELECT usage_id FROM rated_call WHERE usage_id = ANY (${[...ids]}::text[])`.execute(
    tx.tables(),
  )
  return new Set(rows.map((row) => row.usage_id))
}

/** One statement, however many. Each must be new. */
export async function insertRatedCalls(tx: Tx, calls: readonly RatedCall[]): Promise<void> {
  if (calls.length === 0) return
  await sql`
    INSERT INTO rated_call (usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, extension_id, site_id, trunk_id,
      origin, way, medium, outcome, reason, tariff_version_id, zone, prefix, is_inherited, is_separate, seconds, billed_seconds, amount_sixtieths,
      currency, pieces, declined)
    SELECT usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, extension_id, site_id, trunk_id,
      origin, way, medium, outcome, reason, tariff_version_id, zone, prefix, is_inherited, is_separate, seconds, billed_seconds, amount_sixtieths,
      currency, pieces, declined
    FROM json_populate_recordset(NULL::rated_call, ${JSON.stringify(calls.map(rowOf))}::json)`.execute(tx.tables())
}

/** The same legs, rated anew. The database refuses those that stand on an invoice. */
export async function replaceRatings(tx: Tx, calls: readonly RatedCall[]): Promise<void> {
  if (calls.length === 0) return
  await sql`
    UPDATE rated_call SET month = new.month, outcome = new.outcome, reason = new.reason, tariff_version_id = new.tariff_version_id, zone = new.zone,
      prefix = new.prefix, is_inherited = new.is_inherited, is_separate = new.is_separate, seconds = new.seconds, billed_seconds = new.billed_seconds,
      amount_sixtieths = new.amount_sixtieths, currency = new.currency, pieces = new.pieces, declined = new.declined, rated_at = now()
    FROM json_populate_recordset(NULL::rated_call, ${JSON.stringify(calls.map(rowOf))}::json) AS new
    WHERE rated_call.usage_id = new.usage_id`.execute(tx.tables())
}

function rowOf({ usage, rating, month }: RatedCall) {
  return {
    ...{ usage_id: usage.id, tenant_id: usage.tenantId, call_id: usage.callId, month },
    ...{ answered_at: timeOf(usage.answeredAtMs), ended_at: timeOf(usage.endedAtMs) ?? timeOf(0) },
    ...{ called: usage.called, billed_number: usage.billedNumber, origin: usage.origin, way: usage.way, medium: usage.medium },
    ...{ extension_id: usage.extensionId, site_id: usage.siteId, trunk_id: usage.trunkId, outcome: rating.outcome },
    ...ratingColumns(rating),
  }
}

function ratingColumns(rating: RatedCall['rating']) {
  const nothing = { is_inherited: false, is_separate: false, seconds: 0, billed_seconds: 0, amount_sixtieths: 0, pieces: [], declined: [] }
  switch (rating.outcome) {
    case 'free':
      return { ...nothing, reason: rating.reason, seconds: rating.seconds }
    case 'put-aside':
      return { ...nothing, reason: rating.fault }
    case 'rated':
      return {
        ...{ tariff_version_id: rating.version, zone: rating.zone, prefix: rating.prefix, is_inherited: rating.isInherited },
        ...{ is_separate: rating.isSeparate, seconds: rating.seconds, billed_seconds: rating.billedSeconds, currency: rating.currency },
        ...{ amount_sixtieths: String(rating.amount), pieces: rating.pieces.map(keptPiece), declined: rating.declined },
      }
  }
}

/** Undefined: no time, or one that no database has. */
function timeOf(ms: number | undefined): string | undefined {
  if (ms === undefined || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined
  return new Date(ms).toISOString()
}
