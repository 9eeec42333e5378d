import { findTenant, NoSuchTenant } from '@klinke/accounts'
import type { Clock, Random } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  addImportJobs,
  type Database,
  type FastifyRequest,
  holderOf,
  type ImportJobs,
  listImports,
  NotFound,
  owningTenant,
  principalOf,
  tableQuery,
  UPLOAD_TYPES,
  uploadedOctets,
  viewOfImport,
  withUploads,
} from '@klinke/platform'
import { z } from 'zod'
import { chosenRows } from './chosen-rows.ts'
import { extensionsCsv, templateCsv } from './export-extensions.ts'
import { importFile } from './import-file.ts'
import { subjectOf } from './run-import.ts'
import { type PhoneLookup, undoExtensions } from './undo-import.ts'
import { importList, importReport, language, tags, undoneReport } from './views.ts'

/** Imports that run on by themselves. */
export type ExtensionJobs = ImportJobs<z.infer<typeof importReport>>

/** What the routes stand on. */
export interface ImportParts {
  readonly database: Database
  readonly random: Random
  readonly clock: Clock
  readonly jobs: ExtensionJobs
  readonly isRegistered: PhoneLookup['isRegistered']
}

const PATH = '/extensions/imports'
const ofTenant = { tenantId: z.uuid().optional().describe('Required with an operator key') }
const importFields = { ...tableQuery, ...ofTenant, rows: chosenRows, language }
const importQuery = z.strictObject(importFields)
const fileQuery = z.strictObject({ ...ofTenant, language })
const undoParams = z.object({ importId: z.uuid() })

/** Import of extensions, its list, taking one back, the empty table, and export. */
export function importRoutes(parts: ImportParts): ApiRoutes {
  return (api) => {
    withUploads(api, (scope) => addUpload(scope, parts))
    addJobs(api, parts)
    addList(api, parts.database)
    addUndo(api, parts)
    addFiles(api, parts.database)
  }
}

function addUpload(api: Pick<Api, 'post'>, { database, random }: ImportParts): void {
  const summary = 'Import extensions from a table: CSV, or the first sheet of a workbook (XLSX)'
  const schema = { tags, summary, querystring: importQuery, consumes: UPLOAD_TYPES, response: { 200: importReport } }
  api.post(PATH, { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const octets = uploadedOctets(request.body)
    return importFile({ database, random, tenantId, octets, query: request.query, importedBy: holderOf(request).name })
  })
}

function addJobs(api: Api, { database, random, clock, jobs }: ImportParts): void {
  const tenantOf = (request: FastifyRequest) => owningTenant(principalOf(request), z.object(ofTenant).parse(request.query).tenantId)
  addImportJobs(api, {
    ...{ jobs, clock, path: PATH, tags, things: 'extensions', params: {}, query: ofTenant, importQuery: importFields },
    report: importReport,
    subjectOf: async (request) => tenantOf(request),
    work: (request, { octets }) => {
      // As the schema of the route has read it.
      const query = request.query as z.output<typeof importQuery>
      const wanted = { database, random, tenantId: tenantOf(request), octets, query, importedBy: holderOf(request).name }
      return (progress) => importFile(wanted, progress)
    },
  })
}

function addList(api: Api, database: Database): void {
  const schema = {
    tags,
    summary: 'List imports of extensions, the newest first',
    querystring: z.strictObject(ofTenant),
    response: { 200: importList },
  }
  api.get(PATH, { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const imports = await database.withTenant(tenantId, (tx) => listImports(tx, subjectOf(tenantId)))
    return { items: imports.map(viewOfImport) }
  })
}

function addUndo(api: Api, { database, isRegistered }: ImportParts): void {
  const summary = 'Take an import of extensions back, but for those in use or changed since'
  const schema = { tags, summary, params: undoParams, querystring: z.strictObject(ofTenant), response: { 200: undoneReport } }
  api.post(`${PATH}/:importId/undo`, { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const { importId } = request.params
    const undone = await database.withTenant(tenantId, async (tx) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined) throw new NoSuchTenant(tenantId)
      return undoExtensions(tx, tenantId, importId, { domain: tenant.sipDomain, isRegistered })
    })
    if (undone === undefined) throw new NotFound('import', importId)
    return { ...undone, kept: undone.kept.map(({ text, ...kept }) => ({ ...kept, text: { de: text.de, en: text.en } })) }
  })
}

function addFiles(api: Api, database: Database): void {
  const template = {
    tags,
    summary: 'An empty table of extensions (CSV) to fill in',
    querystring: z.strictObject({ language }),
    produces: ['text/csv'],
  }
  api.get(`${PATH}/template`, { schema: template }, (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="nebenstellen-vorlage.csv"')
      .send(templateCsv(request.query.language)),
  )
  const all = {
    tags,
    summary: 'Export all extensions as a table (CSV) that the import reads',
    querystring: fileQuery,
    produces: ['text/csv'],
  }
  api.get('/extensions/export', { schema: all }, async (request, reply) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const text = await database.withTenant(tenantId, (tx) => extensionsCsv(tx, tenantId, request.query.language))
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="nebenstellen.csv"').send(text)
  })
}
