import { randomUUIDv7 } from 'node:crypto'
import { KlinkeError } from '@klinke/foundation'
import { type Generated, type Selectable, sql } from 'kysely'
import type { Tx } from '../database/tx.ts'

/** Imports kept per thing that is imported into; older ones can no longer be taken back. */
const KEPT_IMPORTS = 20
/** Rows in one statement. */
const ROWS_AT_A_TIME = 1_000
/** Of PostgreSQL's `integer`. */
const MAX_POSITION = 2 ** 31 - 1

interface ImportTables {
  readonly import_run: {
    readonly id: string
    readonly tenant_id: string
    readonly subject: string
    readonly subject_id: string | null
    readonly file_name: string
    readonly imported_by: string
    readonly created_at: Generated<Date>
    readonly created: number
    readonly changed: number
    readonly skipped: number
    readonly failed: number
    readonly undone_at: Date | null
  }
  readonly import_change: {
    readonly import_id: string
    readonly position: number
    readonly tenant_id: string
    readonly row_id: string
    readonly before: unknown
    readonly version: string
  }
}

/** What is imported into: `phone-book` with the id of a book; without id what a tenant has once. */
export interface ImportSubject {
  readonly tenantId: string
  readonly subject: string
  readonly subjectId: string | null
}

/** Rows of a file by what became of them. */
export interface ImportCounts {
  readonly created: number
  readonly changed: number
  readonly skipped: number
  readonly failed: number
}

/** An import that has been done. */
export interface StoredImport extends ImportSubject, ImportCounts {
  readonly id: string
  readonly fileName: string
  readonly importedBy: string
  readonly createdAt: Date
  readonly undoneAt: Date | null
}

/** One row that an import has created or changed. */
export interface ImportedChange {
  readonly rowId: string
  /** As the slice wants it back, JSON; null: the import has created it. */
  readonly before: unknown
  /** What the slice knows the row by as the import has left it. */
  readonly version: string
}

/** Takes changes back; gives how many it left as they are, because somebody has changed the row since. */
export type TakeBack = (tx: Tx, changes: readonly ImportedChange[]) => Promise<number>

export class ImportUndone extends KlinkeError {
  constructor() {
    super('import-undone', 'This import has been taken back already.')
  }
}

/** Notes an import with all it changed, and forgets the oldest ones. Returns its id. */
export async function insertImport(
  tx: Tx,
  about: ImportSubject & ImportCounts & Pick<StoredImport, 'fileName' | 'importedBy'>,
  changes: readonly ImportedChange[],
): Promise<string> {
  const { tenantId: tenant_id, subject, subjectId: subject_id, fileName: file_name, importedBy: imported_by } = about
  const { created, changed, skipped, failed } = about
  const id = randomUUIDv7()
  const db = tx.tables<ImportTables>()
  const run = { id, tenant_id, subject, subject_id, file_name, imported_by, created, changed, skipped, failed, undone_at: null }
  await db.insertInto('import_run').values(run).execute()
  for (let at = 0; at < changes.length; at += ROWS_AT_A_TIME) {
    const rows = changes.slice(at, at + ROWS_AT_A_TIME).map((change, index) => ({ ...change, position: at + index }))
    await sql`INSERT INTO import_change (import_id, position, tenant_id, row_id, before, version)
      SELECT ${id}::uuid, "position", ${tenant_id}::uuid, "rowId", nullif("before", 'null'), "version"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("position" integer, "rowId" uuid, "before" jsonb, "version" text)`.execute(
      db,
    )
  }
  const old = (await listImports(tx, about)).slice(KEPT_IMPORTS).map((each) => each.id)
  if (old.length > 0) await db.deleteFrom('import_run').where('id', 'in', old).execute()
  return id
}

/** The newest first. */
export async function listImports(tx: Tx, about: ImportSubject): Promise<readonly StoredImport[]> {
  const query = tx.tables<ImportTables>().selectFrom('import_run').selectAll().where('tenant_id', '=', about.tenantId)
  const rows = await query
    .where('subject', '=', about.subject)
    .where('subject_id', 'is not distinct from', about.subjectId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Takes an import back, the last row first; undefined when there is none of that id. Throws `ImportUndone`. */
export async function undoImport(
  tx: Tx,
  about: ImportSubject,
  id: string,
  takeBack: TakeBack,
): Promise<{ readonly undone: number; readonly left: number } | undefined> {
  const db = tx.tables<ImportTables>()
  const run = (await listImports(tx, about)).find((each) => each.id === id)
  if (run === undefined) return undefined
  const undoing = db.updateTable('import_run').set({ undone_at: new Date() }).where('id', '=', id).where('undone_at', 'is', null)
  if ((await undoing.executeTakeFirst()).numUpdatedRows === 0n) throw new ImportUndone()
  let [position, undone, left] = [MAX_POSITION, 0, 0]
  for (;;) {
    const query = db.selectFrom('import_change').selectAll().where('import_id', '=', id).where('position', '<', position)
    const rows = await query.orderBy('position', 'desc').limit(ROWS_AT_A_TIME).execute()
    const last = rows.at(-1)
    if (last === undefined) return { undone, left }
    const kept = await takeBack(
      tx,
      rows.map(({ row_id, before, version }) => ({ rowId: row_id, before, version })),
    )
    position = last.position
    left += kept
    undone += rows.length - kept
  }
}

function fromRow(row: Selectable<ImportTables['import_run']>): StoredImport {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    subject: row.subject,
    subjectId: row.subject_id,
    fileName: row.file_name,
    importedBy: row.imported_by,
    createdAt: row.created_at,
    ...{ created: row.created, changed: row.changed, skipped: row.skipped, failed: row.failed },
    undoneAt: row.undone_at,
  }
}
