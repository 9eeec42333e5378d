import { findTenant } from '@klinke/accounts'
import {
  type Api,
  checkedByHandler,
  type Database,
  holderOf,
  importView,
  listImports,
  MAX_SHOWN_PROBLEMS,
  MAX_SHOWN_ROWS,
  NotFound,
  tableQuery,
  UPLOAD_TYPES,
  undoneView,
  uploadedOctets,
  viewOfImport,
  viewOfProblem,
  viewOfTable,
  withUploads,
} from '@klinke/platform'
import { z } from 'zod'
import { type Entry, listEntries } from './entry-store.ts'
import { entriesAsCards, entriesAsCsv } from './export-entries.ts'
import { assertFits, type ImportPlan, planImport, type ReadFile, readFile, runImport, subjectOf, undoEntries } from './import-entries.ts'
import { withBook } from './reach.ts'
import { importReport, tags } from './views.ts'

/** Entries read at a time for an export. */
const ENTRIES_AT_A_TIME = 2_000

const bookParams = z.object({ bookId: z.uuid() })
const importParams = z.object({ bookId: z.uuid(), importId: z.uuid() })
const importQuery = z.strictObject({
  ...tableQuery,
  duplicates: z.enum(['skip', 'replace', 'add']).default('skip').describe('What becomes of entries with the same name and company'),
})
const exportQuery = z.strictObject({ format: z.enum(['csv', 'vcard']).default('csv') })
const config = checkedByHandler

/** Import, its list, taking one back, and export. */
export function addImports(api: Api, database: Database): void {
  withUploads(api, (scope) => addUpload(scope, database))
  const list = {
    tags,
    summary: 'List imports, the newest first',
    params: bookParams,
    response: { 200: z.object({ items: z.array(importView) }) },
  }
  api.get('/phone-books/:bookId/imports', { config, schema: list }, (request) =>
    withBook(database, request, request.params.bookId, 'read', async (tx, book) => ({
      items: (await listImports(tx, subjectOf(book))).map(viewOfImport),
    })),
  )
  const undo = { tags, summary: 'Take an import back, but for entries changed since', params: importParams, response: { 200: undoneView } }
  api.post('/phone-books/:bookId/imports/:importId/undo', { config, schema: undo }, (request) => {
    const { bookId, importId } = request.params
    return withBook(database, request, bookId, 'write', async (tx, book) => {
      const undone = await undoEntries(tx, book, importId)
      if (undone === undefined) throw new NotFound('import', importId)
      return undone
    })
  })
  addExport(api, database)
}

function addUpload(api: Pick<Api, 'post'>, database: Database): void {
  const schema = {
    ...{ tags, summary: 'Import entries: a table (CSV) or vCards', params: bookParams, querystring: importQuery, consumes: UPLOAD_TYPES },
    response: { 200: importReport },
  }
  api.post('/phone-books/:bookId/imports', { config, schema }, async (request) => {
    const { params, query } = request
    const { bookId } = params
    const octets = uploadedOctets(request.body)
    const tenant = await withBook(database, request, bookId, 'write', (tx, book) => findTenant(tx, book.tenantId))
    // Reading takes a second for a large file, in which no transaction waits.
    const file = await readFile(octets, query, tenant?.areaCode ?? null)
    return withBook(database, request, bookId, 'write', async (tx, book) => {
      const plan = await planImport(tx, book, file.rows, query.duplicates)
      await assertFits(tx, book, plan, tenant?.profile ?? {})
      const failed = new Set(file.problems.map(({ row }) => row)).size
      const about = { failed, fileName: query.fileName, importedBy: holderOf(request).name }
      return report(file, plan, failed, query.dryRun ? null : await runImport(tx, book, plan, about))
    })
  })
}

function report(
  file: ReadFile,
  { created, changed, skipped }: ImportPlan,
  failed: number,
  importId: string | null,
): z.infer<typeof importReport> {
  return {
    importId,
    format: file.table === undefined ? 'vcard' : 'csv',
    table: file.table === undefined ? null : viewOfTable(file.table.table, file.table.mapping),
    ...{ created: created.length, changed: changed.length, skipped, failed },
    problems: file.problems.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem),
    preview: file.rows.slice(0, MAX_SHOWN_ROWS).map(({ row, value }) => ({ row, ...value, numbers: [...value.numbers] })),
  }
}

function addExport(api: Api, database: Database): void {
  const schema = {
    tags,
    summary: 'Export all entries as CSV or vCard 3.0',
    params: bookParams,
    querystring: exportQuery,
    response: { 200: z.string() },
  }
  api.get('/phone-books/:bookId/export', { config, schema }, async (request, reply) => {
    const { format } = request.query
    const entries = await withBook(database, request, request.params.bookId, 'read', async (tx, book) => {
      const all: (Entry & { readonly sorted: string })[] = []
      for (;;) {
        const some = await listEntries(tx, [book.id], { after: all.at(-1), limit: ENTRIES_AT_A_TIME })
        all.push(...some)
        if (some.length < ENTRIES_AT_A_TIME) return all
      }
    })
    const [type, name, text] =
      format === 'csv' ? ['text/csv', 'telefonbuch.csv', entriesAsCsv(entries)] : ['text/vcard', 'telefonbuch.vcf', entriesAsCards(entries)]
    return reply.type(`${type}; charset=utf-8`).header('content-disposition', `attachment; filename="${name}"`).send(text)
  })
}
