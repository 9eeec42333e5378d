import type { Clock } from '@klinke/foundation'
import {
  type Api,
  addImportJobs,
  checkedByHandler,
  type Database,
  type FastifyRequest,
  type ImportJobs,
  importView,
  listImports,
  NotFound,
  tableQuery,
  UPLOAD_TYPES,
  undoneView,
  uploadedOctets,
  viewOfImport,
  withUploads,
} from '@klinke/platform'
import { z } from 'zod'
import { type Entry, listEntries } from './entry-store.ts'
import { entriesAsCards, entriesAsCsv } from './export-entries.ts'
import { subjectOf, undoEntries } from './import-entries.ts'
import { importFile } from './import-file.ts'
import { withBook } from './reach.ts'
import { DUPLICATES } from './rules.ts'
import { importReport, tags } from './views.ts'

/** Entries read at a time for an export. */
const ENTRIES_AT_A_TIME = 2_000

const bookParam = { bookId: z.uuid() }
const bookParams = z.object(bookParam)
const importParams = z.object({ bookId: z.uuid(), importId: z.uuid() })
const importFields = {
  ...tableQuery,
  duplicates: z.enum(DUPLICATES).default('skip').describe('What becomes of entries with the same name and company'),
}
const importQuery = z.strictObject(importFields)
const exportQuery = z.strictObject({ format: z.enum(['csv', 'vcard']).default('csv') })
const config = checkedByHandler

/** Imports that run on by themselves. */
export type EntryJobs = ImportJobs<z.infer<typeof importReport>>

/** What the routes stand on. */
export interface ImportParts {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: EntryJobs
}

/** Import, its list, taking one back, and export. */
export function addImports(api: Api, parts: ImportParts): void {
  const { database } = parts
  withUploads(api, (scope) => addUpload(scope, database))
  addJobs(api, parts)
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
    return importFile({ database, request, bookId: params.bookId, octets: uploadedOctets(request.body), query })
  })
}

function addJobs(api: Api, { database, clock, jobs }: ImportParts): void {
  const bookIn = (request: FastifyRequest) => z.object(bookParam).parse(request.params).bookId
  addImportJobs(api, {
    ...{ jobs, clock, path: '/phone-books/:bookId/imports', tags, things: 'contacts', config },
    ...{ params: bookParam, query: {}, importQuery: importFields, report: importReport },
    subjectOf: (request) => withBook(database, request, bookIn(request), 'write', async (_tx, { id }) => id),
    work: (request, { octets }) => {
      // As the schema of the route has read it.
      const query = request.query as z.output<typeof importQuery>
      const wanted = { database, request, bookId: bookIn(request), octets, query }
      return (progress) => importFile(wanted, progress)
    },
  })
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
