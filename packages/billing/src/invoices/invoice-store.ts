import { randomUUIDv7 } from 'node:crypto'
import { matching, NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { contentJson, contentOf, fingerprintOf } from './content-json.ts'
import type { InvoiceContent, InvoiceKind, InvoiceState } from './invoice.ts'

type Day = ColumnType<string, string, string>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>

export interface InvoiceTable {
  readonly id: string
  readonly tenant_id: string
  readonly run_id: string | null
  readonly kind: InvoiceKind
  readonly state: InvoiceState
  readonly site_id: string | null
  readonly period_from: Day
  readonly period_until: Day
  readonly currency: string
  readonly net: ColumnType<number, string, string>
  readonly tax: ColumnType<number, string, string>
  readonly gross: ColumnType<number, string, string>
  readonly content: ColumnType<unknown, string, string>
  readonly fingerprint: string
  readonly corrects_id: Generated<string | null>
  readonly number: Generated<string | null>
  readonly issued_on: OptionalDay
  readonly due_on: OptionalDay
  readonly issued_at: Generated<Date | null>
  readonly paid: ColumnType<number, string | undefined, string>
  readonly credited: ColumnType<number, string | undefined, string>
  readonly dunning_level: Generated<number>
  readonly dun_after: OptionalDay
  readonly documents_at: Generated<Date | null>
  readonly document_problem: Generated<string | null>
  readonly received_on: OptionalDay
  readonly objection_until: OptionalDay
  readonly created_at: Generated<Date>
}

export interface InvoiceTables {
  readonly invoice: InvoiceTable
}

/** An invoice as it is kept. Amounts in micro-units. */
export interface StoredInvoice {
  readonly id: string
  readonly tenantId: string
  readonly runId: string | null
  readonly state: InvoiceState
  readonly content: InvoiceContent
  readonly fingerprint: string
  readonly correctsId: string | null
  /** Of a draft: null. */
  readonly number: string | null
  readonly issuedOn: string | null
  readonly dueOn: string | null
  readonly issuedAt: Date | null
  readonly paid: bigint
  readonly credited: bigint
  readonly dunningLevel: number
  readonly dunAfter: string | null
  readonly hasDocuments: boolean
  /** Why its documents could not be made yet. */
  readonly documentProblem: string | null
  readonly receivedOn: string | null
  readonly objectionUntil: string | null
  readonly createdAt: Date
}

/** Dates without a time zone: as text, as ISO 8601 writes them. */
const COLUMNS = [
  'id',
  'tenant_id',
  'run_id',
  'kind',
  'state',
  'site_id',
  'currency',
  'net',
  'tax',
  'gross',
  'fingerprint',
  'corrects_id',
  'number',
  'issued_at',
  'paid',
  'credited',
  'dunning_level',
  'documents_at',
  'document_problem',
  'created_at',
] as const

/** All of an invoice, with its dates as ISO 8601 text. */
export function selectInvoices(tx: Tx) {
  return tx
    .tables<InvoiceTables>()
    .selectFrom('invoice')
    .select(COLUMNS)
    .select([
      sql<string>`content::text`.as('content'),
      sql<string | null>`issued_on::text`.as('issued_on'),
      sql<string | null>`due_on::text`.as('due_on'),
      sql<string | null>`dun_after::text`.as('dun_after'),
      sql<string | null>`received_on::text`.as('received_on'),
      sql<string | null>`objection_until::text`.as('objection_until'),
    ])
}

type Row = Omit<Selectable<InvoiceTable>, 'content' | 'period_from' | 'period_until'> & { readonly content: string }

export function invoiceOf(row: Row): StoredInvoice {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, runId: row.run_id, state: row.state, content: contentOf(row.content) },
    ...{ fingerprint: row.fingerprint, correctsId: row.corrects_id, number: row.number, issuedOn: row.issued_on, dueOn: row.due_on },
    ...{ issuedAt: row.issued_at, paid: BigInt(row.paid), credited: BigInt(row.credited), dunningLevel: row.dunning_level },
    ...{
      dunAfter: row.dun_after,
      hasDocuments: row.documents_at !== null,
      documentProblem: row.document_problem,
      receivedOn: row.received_on,
    },
    ...{ objectionUntil: row.objection_until, createdAt: row.created_at },
  }
}

/** A draft. Gives its id. */
export async function insertDraft(
  tx: Tx,
  tenantId: string,
  content: InvoiceContent,
  { runId = null, correctsId = null }: { readonly runId?: string | null; readonly correctsId?: string | null },
): Promise<string> {
  const id = randomUUIDv7()
  const { kind, currency, totals, period } = content
  const sums = { net: String(totals.net), tax: String(totals.tax), gross: String(totals.gross) }
  const dates = { period_from: period.from, period_until: period.until }
  await tx
    .tables<InvoiceTables>()
    .insertInto('invoice')
    .values({
      ...{ id, tenant_id: tenantId, run_id: runId, kind, state: 'draft', site_id: content.site?.id ?? null, currency },
      ...{ ...sums, ...dates, content: contentJson(content), fingerprint: fingerprintOf(content), corrects_id: correctsId },
    })
    .execute()
  return id
}

/**
 * A draft becomes an invoice; `invoice_is_immutable` keeps it so. `content`: what stands on it beyond the draft; its fingerprint stays that of what was seen
 * in the preview.
 */
export async function stamp(
  tx: Tx,
  id: string,
  stamped: {
    readonly number: string
    readonly issuedOn: string
    readonly dueOn: string
    readonly state: InvoiceState
    readonly content?: InvoiceContent | undefined
  },
): Promise<void> {
  const { number, issuedOn, dueOn, state, content } = stamped
  const more = content === undefined ? {} : { content: contentJson(content) }
  await tx
    .tables<InvoiceTables>()
    .updateTable('invoice')
    .set({ state, number, issued_on: issuedOn, due_on: dueOn, issued_at: sql<Date>`now()`, ...more })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Throws `NotFound`. `forUpdate`: nobody else changes it until the transaction ends. */
export async function findInvoice(tx: Tx, id: string, forUpdate?: 'for-update'): Promise<StoredInvoice> {
  const query = selectInvoices(tx).where('id', '=', id)
  const row = await (forUpdate === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('invoice', id)
  return invoiceOf(row)
}

/** The newest first. */
export async function listInvoices(
  tx: Tx,
  wanted: {
    readonly state?: InvoiceState | undefined
    readonly runId?: string | undefined
    readonly q?: string | undefined
    readonly withDrafts: boolean
  },
  part: { readonly limit: number; readonly before?: string | undefined },
): Promise<readonly StoredInvoice[]> {
  let query = selectInvoices(tx).orderBy('id', 'desc').limit(part.limit)
  if (!wanted.withDrafts) query = query.where('number', 'is not', null)
  if (part.before !== undefined) query = query.where('id', '<', part.before)
  if (wanted.state !== undefined) query = query.where('state', '=', wanted.state)
  if (wanted.runId !== undefined) query = query.where('run_id', '=', wanted.runId)
  if (wanted.q !== undefined && wanted.q !== '')
    query = query.where(matching(wanted.q, sql`number`, sql`content #>> '{recipient,company}'`, sql`content #>> '{recipient,number}'`))
  return (await query.execute()).map(invoiceOf)
}

/** Issued on days from `from` to `until`, in the order of their numbers. */
export async function issuedBetween(tx: Tx, from: string, until: string): Promise<readonly StoredInvoice[]> {
  const query = selectInvoices(tx).where(sql<boolean>`issued_on BETWEEN ${from}::date AND ${until}::date`)
  return (await query.orderBy('issued_on').orderBy('number').execute()).map(invoiceOf)
}
