import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { MAX_DOCUMENTS, TooManyRights } from './rights-rules.ts'

interface DocumentTable {
  readonly id: string
  readonly tenant_id: string
  readonly right_id: string
  readonly name: string
  readonly media_type: string
  readonly octets: number
  readonly blob_key: string
  readonly uploaded_by: string
  readonly uploaded_at: Generated<Date>
}

interface DocumentTables {
  readonly number_right_document: DocumentTable
}

/** What proves a right to show a number. */
export interface StoredDocument {
  readonly id: string
  readonly rightId: string
  readonly name: string
  readonly mediaType: string
  readonly octets: number
  /** Of the file in the blob store. */
  readonly key: string
  readonly uploadedBy: string
  readonly uploadedAt: Date
}

/** Throws `TooManyRights`. */
export async function insertDocument(tx: Tx, tenantId: string, document: Omit<StoredDocument, 'id' | 'uploadedAt'>): Promise<void> {
  const { rightId, name, mediaType, octets, key, uploadedBy } = document
  if ((await listDocuments(tx, [rightId])).length >= MAX_DOCUMENTS) throw new TooManyRights()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, right_id: rightId, name, media_type: mediaType, octets, blob_key: key }
  await tx
    .tables<DocumentTables>()
    .insertInto('number_right_document')
    .values({ ...row, uploaded_by: uploadedBy })
    .execute()
}

/** Of these rights, in the order in which they came. */
export async function listDocuments(tx: Tx, rightIds: readonly string[]): Promise<readonly StoredDocument[]> {
  if (rightIds.length === 0) return []
  const query = tx.tables<DocumentTables>().selectFrom('number_right_document').selectAll().where('right_id', 'in', rightIds)
  return (await query.orderBy('id').execute()).map(fromRow)
}

/** Throws `NotFound`. */
export async function findDocument(tx: Tx, rightId: string, id: string): Promise<StoredDocument> {
  const document = (await listDocuments(tx, [rightId])).find((each) => each.id === id)
  if (document === undefined) throw new NotFound('document', id)
  return document
}

function fromRow(row: Selectable<DocumentTable>): StoredDocument {
  return {
    ...{ id: row.id, rightId: row.right_id, name: row.name, mediaType: row.media_type, octets: row.octets, key: row.blob_key },
    ...{ uploadedBy: row.uploaded_by, uploadedAt: row.uploaded_at },
  }
}
