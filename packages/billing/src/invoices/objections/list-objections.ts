import { isBehind, matching, type SortedBy, type Sorting, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Outcome } from './objection-store.ts'

/** By what the list can be sorted: when it was raised, the last day for objections to the invoice, and its number. */
export const OBJECTION_SORTS = ['raisedAt', 'objectionUntil', 'number'] as const
export type ObjectionSort = (typeof OBJECTION_SORTS)[number]

/** An objection with the invoice that it is about. Amounts in micro-units, dates as ISO 8601. */
export interface ListedObjection {
  readonly id: string
  readonly tenantId: string
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  readonly gross: string
  readonly currency: string
  readonly text: string
  readonly raisedBy: string
  readonly raisedAt: Date
  /** Null: the invoice has not been received yet. */
  readonly objectionUntil: string | null
  readonly outcome: Outcome | null
  readonly answer: string | null
  readonly decidedAt: Date | null
  /** The value by which it stands in its place. */
  readonly place: string
}

export interface ObjectionFilter {
  readonly isOpen: boolean | undefined
  readonly invoiceId: string | undefined
  readonly q: string | undefined
}

/** Columns of `listed` below. An invoice that nobody has received yet comes behind all days. */
const SORTED: Readonly<Record<ObjectionSort, SortedBy>> = {
  raisedAt: { column: sql`raised_at`, compared: (value) => sql`${value}::timestamptz` },
  objectionUntil: { column: sql`until`, compared: (value) => sql`${value}::date` },
  number: { column: sql`number COLLATE "C"`, compared: (value) => sql`${value}` },
}

/** Objections that the transaction may see: of all customers for the operator, the own ones for a customer. */
export async function listObjections(
  tx: Tx,
  { isOpen, invoiceId, q }: ObjectionFilter,
  sorting: Sorting<ObjectionSort>,
  limit: number,
): Promise<readonly ListedObjection[]> {
  const by = SORTED[sorting.key]
  const direction = sorting.descending ? sql`DESC` : sql`ASC`
  const conditions = [
    isBehind(by, sorting),
    ...(isOpen === undefined ? [] : [isOpen ? sql`outcome IS NULL` : sql`outcome IS NOT NULL`]),
    ...(invoiceId === undefined ? [] : [sql`invoice_id = ${invoiceId}`]),
    ...(q === undefined || q === '' ? [] : [matching(q, sql`text`, sql`number`, sql`customer`, sql`customer_number`)]),
  ]
  const { rows } = await sql<ListedObjection>`
    SELECT id, tenant_id AS "tenantId", invoice_id AS "invoiceId", number, customer, gross::text, currency, text, raised_by AS "raisedBy",
      raised_at AS "raisedAt", objection_until::text AS "objectionUntil", outcome, answer, decided_at AS "decidedAt", (${by.column})::text AS place
    FROM (
      SELECT invoice_objection.*, coalesce(invoice.number, '') AS number, invoice.gross, invoice.currency, invoice.objection_until,
        coalesce(invoice.objection_until, 'infinity'::date) AS until, invoice.content #>> '{recipient,company}' AS customer,
        invoice.content #>> '{recipient,number}' AS customer_number
      FROM invoice_objection JOIN invoice ON invoice.id = invoice_id) AS listed
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${by.column} ${direction}, id ${direction} LIMIT ${limit}`.execute(tx.tables())
  return rows
}
