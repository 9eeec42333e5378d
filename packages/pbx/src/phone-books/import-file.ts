import { findTenant } from '@klinke/accounts'
import {
  type Database,
  type FastifyRequest,
  holderOf,
  type ImportProgress,
  MAX_SHOWN_PROBLEMS,
  MAX_SHOWN_ROWS,
  type TableQuery,
  unfollowed,
  viewOfProblem,
  viewOfTable,
} from '@klinke/platform'
import type { z } from 'zod'
import { assertFits, type ImportPlan, planImport, type ReadFile, readFile, runImport } from './import-entries.ts'
import { withBook } from './reach.ts'
import type { Duplicates } from './rules.ts'
import type { importReport } from './views.ts'

/** A file to import into a phone book, and how. */
export interface WantedImport {
  readonly database: Database
  /** Of whoever wants it. */
  readonly request: FastifyRequest
  readonly bookId: string
  readonly octets: Uint8Array
  readonly query: TableQuery & { readonly duplicates: Duplicates }
}

/** Reads, plans, and writes unless it is a dry run. Throws what is wrong with the file as a whole, and `PhoneBookFull`. */
export async function importFile(wanted: WantedImport, progress: ImportProgress = unfollowed): Promise<z.infer<typeof importReport>> {
  const { database, request, bookId, octets, query } = wanted
  const tenant = await withBook(database, request, bookId, 'write', (tx, book) => findTenant(tx, book.tenantId))
  // Reading takes a second for a large file, in which no transaction waits.
  const file = await readFile(octets, query, tenant?.areaCode ?? null, progress)
  return withBook(database, request, bookId, 'write', async (tx, book) => {
    const plan = await planImport(tx, book, file.rows, query.duplicates, progress)
    await assertFits(tx, book, plan, tenant?.profile ?? {})
    const failed = new Set(file.problems.map(({ row }) => row)).size
    const about = { failed, fileName: query.fileName, importedBy: holderOf(request).name }
    const importId = query.dryRun ? null : await runImport(tx, book, plan, about, progress)
    return { ...report(file, plan), failed, importId, duplicates: query.duplicates }
  })
}

function report(
  file: ReadFile,
  { created, changed, skipped }: ImportPlan,
): Omit<z.infer<typeof importReport>, 'importId' | 'failed' | 'duplicates'> {
  return {
    format: file.table === undefined ? 'vcard' : 'csv',
    table: file.table === undefined ? null : viewOfTable(file.table.table, file.table.mapping),
    ...{ created: created.length, changed: changed.length, skipped },
    problems: file.problems.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem),
    preview: file.rows.slice(0, MAX_SHOWN_ROWS).map(({ row, value }) => ({ row, ...value, numbers: [...value.numbers] })),
  }
}
