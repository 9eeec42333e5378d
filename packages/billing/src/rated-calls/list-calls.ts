import type { Tx } from '@klinke/platform'
import type { Declined, Rating, RatingFault } from '@klinke/rating'
import { type RawBuilder, sql } from 'kysely'
import type { Usage } from '../usage.ts'
import { callsOfLine } from './line-reference.ts'
import { type KeptPiece, pieceFrom, type RatedCall } from './rated-call.ts'

interface Row {
  readonly usage_id: string
  readonly tenant_id: string
  readonly call_id: string
  readonly month: string
  readonly answered_at: Date | null
  readonly ended_at: Date
  readonly called: string
  readonly billed_number: string
  readonly extension_id: string | null
  readonly site_id: string | null
  readonly trunk_id: string | null
  readonly origin: Usage['origin']
  readonly way: Usage['way']
  readonly medium: Usage['medium']
  readonly outcome: Rating['outcome']
  readonly reason: string | null
  readonly tariff_version_id: string | null
  readonly zone: string | null
  readonly prefix: string | null
  readonly is_inherited: boolean
  readonly is_separate: boolean
  readonly seconds: number
  readonly billed_seconds: number
  readonly amount: string
  readonly currency: string | null
  readonly pieces: readonly KeptPiece[]
  readonly declined: readonly Declined[]
  readonly invoice_id: string | null
}

/** A leg as it was rated, and on which invoice it stands. */
export interface KeptCall extends RatedCall {
  readonly invoiceId: string | null
}

/** Calls that stand on an invoice. */
export interface StandingCalls {
  readonly tenantId: string
  readonly invoiceId: string
  /** First days, ISO 8601, of the months in which they were made. */
  readonly months: readonly string[]
  /** Key of a line, as `callCharges` has given it; absent: of all of them. */
  readonly reference?: string | undefined
}

export interface CallFilter {
  readonly tenantId?: string | undefined
  /** First day, ISO 8601. */
  readonly month?: string | undefined
  readonly outcome?: Rating['outcome'] | undefined
  readonly usageId?: string | undefined
  readonly standing?: StandingCalls | undefined
  /** Only those that stand on no invoice. */
  readonly isOpen?: boolean | undefined
  /** In the order of time: after this one. */
  readonly after?: { readonly endedAt: Date; readonly usageId: string } | undefined
  readonly limit: number
}

const COLUMNS = sql`usage_id, tenant_id, call_id, to_char(month, 'YYYY-MM-DD') AS month, answered_at, ended_at, called, billed_number, extension_id, site_id,
  trunk_id, origin, way, medium, outcome, reason, tariff_version_id, zone, prefix, is_inherited, is_separate, seconds, billed_seconds,
  amount_sixtieths::text AS amount, currency, pieces, declined, invoice_id`

/** In the order in which they ended. */
export async function listRatedCalls(
  tx: Tx,
  { tenantId, month, outcome, usageId, standing, isOpen, after, limit }: CallFilter,
): Promise<readonly KeptCall[]> {
  const conditions = [
    ...(tenantId === undefined ? [] : [sql`tenant_id = ${tenantId}`]),
    ...(month === undefined ? [] : [sql`month = ${month}::date`]),
    ...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
    ...(usageId === undefined ? [] : [sql`usage_id = ${usageId}`]),
    ...(standing === undefined ? [] : [standsOn(standing)]),
    ...(isOpen === true ? [sql`invoice_id IS NULL`] : []),
    ...(after === undefined ? [] : [sql`(ended_at, usage_id) > (${after.endedAt}, ${after.usageId})`]),
  ]
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM call_with_invoice WHERE ${sql.join([sql`true`, ...conditions], sql` AND `)} ORDER BY ended_at, usage_id LIMIT ${limit}`.execute(
    tx.tables(),
  )
  return rows.map(callFrom)
}

function standsOn({ tenantId, invoiceId, months, reference }: StandingCalls): RawBuilder<unknown> {
  const ofInvoice = sql`tenant_id = ${tenantId} AND month = ANY (${[...months]}::date[]) AND invoice_id = ${invoiceId}`
  return reference === undefined ? ofInvoice : sql`${ofInvoice} AND ${callsOfLine(tenantId, reference)}`
}

export interface OpenCalls {
  readonly tenantId: string
  /** First day, ISO 8601. */
  readonly month: string
  readonly atATime: number
}

/** All calls of a customer's month that stand on no invoice, some at a time, in the order in which they ended. */
export async function* openCalls(tx: Tx, { tenantId, month, atATime }: OpenCalls): AsyncGenerator<readonly KeptCall[]> {
  let after: CallFilter['after']
  for (;;) {
    const page = await listRatedCalls(tx, { tenantId, month, isOpen: true, after, limit: atATime })
    yield page
    const last = page.at(-1)?.usage
    if (last === undefined || page.length < atATime) return
    after = { endedAt: new Date(last.endedAtMs), usageId: last.id }
  }
}

/** Lays out all calls of a customer's month that stand on no invoice, as they are now, for `laidOutCalls`. Once in a transaction. */
export async function layOutOpenCalls(tx: Tx, { tenantId, month }: Omit<OpenCalls, 'atATime'>): Promise<void> {
  // Sorted once for all. A cursor of PostgreSQL does not see what is changed after it was declared, by its own transaction or another.
  await sql`DECLARE open_calls SCROLL CURSOR FOR
    SELECT ${COLUMNS} FROM call_with_invoice WHERE tenant_id = ${tenantId} AND month = ${month}::date AND invoice_id IS NULL
    ORDER BY coalesce(answered_at, ended_at), usage_id COLLATE "C"`.execute(tx.tables())
}

/** The calls that were laid out, some at a time, in the order of their answers; the same ones each time. */
export async function* laidOutCalls(tx: Tx, atATime: number): AsyncGenerator<readonly KeptCall[]> {
  await sql`MOVE ABSOLUTE 0 FROM open_calls`.execute(tx.tables())
  for (;;) {
    const { rows } = await sql<Row>`FETCH ${sql.raw(String(atATime))} FROM open_calls`.execute(tx.tables())
    yield rows.map(callFrom)
    if (rows.length < atATime) return
  }
}

export async function countInvoiced(tx: Tx, tenantId: string, month: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    SELECT count(*)::integer AS count FROM call_with_invoice
    WHERE tenant_id = ${tenantId} AND month = ${month}::date AND invoice_id IS NOT NULL`.execute(tx.tables())
  return rows[0]?.count ?? 0
}

function callFrom(row: Row): KeptCall {
  return { usage: usageFrom(row), rating: ratingFrom(row), month: row.month, invoiceId: row.invoice_id }
}

function usageFrom(row: Row): Usage {
  return {
    ...{ id: row.usage_id, callId: row.call_id, tenantId: row.tenant_id, billedNumber: row.billed_number, called: row.called },
    ...{ origin: row.origin, way: row.way, medium: row.medium, endedAtMs: row.ended_at.getTime() },
    ...(row.answered_at !== null && { answeredAtMs: row.answered_at.getTime() }),
    ...(row.extension_id !== null && { extensionId: row.extension_id }),
    ...(row.site_id !== null && { siteId: row.site_id }),
    ...(row.trunk_id !== null && { trunkId: row.trunk_id }),
  }
}

function ratingFrom(row: Row): Rating {
  const { outcome, reason, seconds } = row
  if (outcome === 'free') return { outcome, reason: reason === 'on-net' || reason === 'enum' ? reason : 'not-connected', seconds }
  if (outcome === 'put-aside') return { outcome, fault: (reason ?? 'no-price') as RatingFault }
  return {
    ...{ outcome, seconds, amount: BigInt(row.amount), currency: row.currency ?? '', billedSeconds: row.billed_seconds },
    ...{ version: row.tariff_version_id ?? '', zone: row.zone ?? '', prefix: row.prefix ?? '', isInherited: row.is_inherited },
    ...{ isSeparate: row.is_separate, pieces: row.pieces.map(pieceFrom), declined: row.declined },
  }
}
