import type { Tx } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import { callsOfLine } from '../rated-calls/line-reference.ts'
import type { Usage } from '../usage.ts'

export const STATEMENTS = ['own', 'separate'] as const
/** `own`: what stands on the invoice; `separate`: what somebody else bills (BIL-10). */
export type Statement = (typeof STATEMENTS)[number]

/** Which calls belong to an itemised bill. */
export interface CallScope {
  readonly tenantId: string
  readonly invoiceId: string
  /** First day, ISO 8601: of calls that stand on no invoice. */
  readonly month: string
  /** Of calls that stand on it, late ones of months before among them. */
  readonly billedMonths: readonly string[]
  /** Whose calls without charge belong here. */
  readonly site: { readonly only: string } | { readonly except: readonly string[] }
  readonly withFlat: boolean
  readonly statement: Statement
}

/** What somebody looks for. */
export interface CallWish {
  /** Empty: calls of none. */
  readonly siteId?: string | undefined
  readonly extensionId?: string | undefined
  readonly zone?: string | undefined
  /** Digits of the called number, as far as they are shown. */
  readonly called?: string | undefined
  readonly usageId?: string | undefined
  /** Of one line of the invoice: the key that `callCharges` has given it. */
  readonly line?: string | undefined
}

/** The place of a call in the list: by site, extension and time. */
export interface CallPlace {
  readonly siteId: string
  readonly extensionId: string
  /** As PostgreSQL writes it. */
  readonly at: string
  readonly usageId: string
}

/** A call as it is listed. */
export interface FoundCall extends CallPlace {
  readonly answeredAt: Date
  readonly called: string
  readonly billedNumber: string
  readonly origin: Usage['origin']
  readonly medium: Usage['medium']
  readonly way: Usage['way']
  readonly version: string | null
  readonly zone: string | null
  readonly seconds: number
  readonly billedSeconds: number
  /** In sixtieths of a micro-unit. */
  readonly amount: bigint
}

interface Row extends Omit<FoundCall, 'amount'> {
  readonly amount: string
}

/** Condition on `call_with_invoice`. */
export function inScope({ tenantId, invoiceId, month, billedMonths, site, withFlat, statement }: CallScope): RawBuilder<unknown> {
  const ofSite = 'only' in site ? sql`site_id = ${site.only}` : sql`(site_id IS NULL OR NOT site_id = ANY (${[...site.except]}::text[]))`
  const ofMonth = sql`month = ${month}::date AND answered_at IS NOT NULL AND invoice_id IS NULL AND ${ofSite}`
  if (statement === 'separate') return sql`tenant_id = ${tenantId} AND ${ofMonth} AND is_separate`
  const billed = sql`month = ANY (${[...billedMonths]}::date[]) AND invoice_id = ${invoiceId} AND amount_sixtieths > 0`
  if (!withFlat) return sql`tenant_id = ${tenantId} AND ${billed}`
  return sql`tenant_id = ${tenantId} AND (${billed} OR ${ofMonth} AND NOT is_separate AND amount_sixtieths = 0 AND outcome <> 'put-aside')`
}

const PLACE = sql`coalesce(site_id, '') COLLATE "C", coalesce(extension_id, '') COLLATE "C", answered_at, usage_id COLLATE "C"`

/** Some of a list. */
export interface Piece {
  readonly after?: CallPlace | undefined
  readonly limit: number
}

const COLUMNS = sql`coalesce(site_id, '') AS "siteId", coalesce(extension_id, '') AS "extensionId", answered_at AS "answeredAt",
  answered_at::text AS at, usage_id AS "usageId", called, billed_number AS "billedNumber", origin, medium, way,
  tariff_version_id AS version, zone, seconds, billed_seconds AS "billedSeconds", amount_sixtieths::text AS amount`

/** As many as `limit`, after a place, by site, extension and time. */
export async function callsIn(tx: Tx, scope: CallScope, wish: CallWish, piece: Piece): Promise<readonly FoundCall[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM call_with_invoice WHERE ${conditionsOf(scope, wish, piece)} ORDER BY ${PLACE} LIMIT ${piece.limit}`.execute(
    tx.tables(),
  )
  return rows.map(callOf)
}

/** Their ids, in the same order: what is sorted once can be read piece by piece. */
export async function idsIn(tx: Tx, scope: CallScope, wish: CallWish, piece: Piece): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    SELECT usage_id AS id FROM call_with_invoice WHERE ${conditionsOf(scope, wish, piece)} ORDER BY ${PLACE} LIMIT ${piece.limit}`.execute(
    tx.tables(),
  )
  return rows.map(({ id }) => id)
}

/** Those of some ids that are still there, in the order of the ids. Each is looked up by its key, whatever PostgreSQL believes of the size of the table. */
export async function callsOfIds(tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly FoundCall[]> {
  const { rows } = await sql<Row>`
    SELECT call.* FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS listed (id, place)
    CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM rated_call WHERE usage_id = listed.id AND tenant_id = ${tenantId} OFFSET 0) AS call
    ORDER BY listed.place`.execute(tx.tables())
  return rows.map(callOf)
}

function conditionsOf(
  scope: CallScope,
  { siteId, extensionId, zone, called, line, usageId }: CallWish,
  { after }: Piece,
): RawBuilder<unknown> {
  const conditions = [
    inScope(scope),
    ...(siteId === undefined ? [] : [sql`coalesce(site_id, '') = ${siteId}`]),
    ...(extensionId === undefined ? [] : [sql`coalesce(extension_id, '') = ${extensionId}`]),
    ...(zone === undefined ? [] : [sql`zone = ${zone}`]),
    ...(called === undefined ? [] : [sql`strpos(left(called, -3), ${called}) > 0`]),
    ...(usageId === undefined ? [] : [sql`usage_id = ${usageId}`]),
    ...(line === undefined ? [] : [callsOfLine(scope.tenantId, line)]),
    ...(after === undefined ? [] : [sql`(${PLACE}) > (${after.siteId}, ${after.extensionId}, ${after.at}::timestamptz, ${after.usageId})`]),
  ]
  return sql.join(conditions, sql` AND `)
}

function callOf(row: Row): FoundCall {
  return { ...row, amount: BigInt(row.amount) }
}
