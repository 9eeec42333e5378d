import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { type Generated, sql } from 'kysely'
import { type InvoiceTables, invoiceOf, type StoredInvoice, selectInvoices } from '../invoice-store.ts'
import type { DocumentKind } from './document-kind.ts'
import type { MadeDocument } from './render.ts'

interface DocumentTables extends InvoiceTables {
  readonly invoice_document: {
    readonly id: string
    readonly tenant_id: string
    readonly invoice_id: string
    readonly kind: DocumentKind
    readonly blob_key: string
    readonly octets: number
    readonly sha256: string
    readonly created_at: Generated<Date>
  }
}

export interface StoredDocument {
  readonly kind: DocumentKind
  readonly blobKey: string
  readonly octets: number
}

/** Issued invoices whose documents are still to be made; those that failed once come last. */
export async function invoicesWithoutDocuments(tx: Tx, limit: number): Promise<readonly StoredInvoice[]> {
  const query = selectInvoices(tx).where('number', 'is not', null).where('documents_at', 'is', null)
  const rows = await query.orderBy(sql`document_problem IS NOT NULL`).orderBy('issued_at').orderBy('id').limit(limit).execute()
  return rows.map(invoiceOf)
}

/** What was made first stays; false: another server was first. */
export async function insertDocuments(
  tx: Tx,
  { id, tenantId }: Pick<StoredInvoice, 'id' | 'tenantId'>,
  documents: readonly (MadeDocument & { readonly blobKey: string })[],
): Promise<boolean> {
  const done = tx.tables<DocumentTables>().updateTable('invoice').set({ documents_at: sql<Date>`now()`, document_problem: null })
  const { numUpdatedRows } = await done.where('id', '=', id).where('documents_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const rows = documents.map(({ kind, octets, blobKey }) => ({
    ...{ id: randomUUIDv7(), tenant_id: tenantId, invoice_id: id, kind, blob_key: blobKey, octets: octets.length },
    sha256: createHash('sha256').update(octets).digest('hex'),
  }))
  await tx.tables<DocumentTables>().insertInto('invoice_document').values(rows).execute()
  return true
}

export async function noteDocumentProblem(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.tables<DocumentTables>().updateTable('invoice').set({ document_problem: problem }).where('id', '=', id).execute()
}

export async function documentsOf(tx: Tx, invoiceId: string): Promise<readonly StoredDocument[]> {
  const query = tx.tables<DocumentTables>().selectFrom('invoice_document').select(['kind', 'blob_key', 'octets'])
  const rows = await query.where('invoice_id', '=', invoiceId).orderBy('kind').execute()
  return rows.map(({ kind, blob_key: blobKey, octets }) => ({ kind, blobKey, octets }))
}
