import { type Api, decodeCursor, holderOf, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { contentOf, findExport, listExports, markHandedOver, type StoredExport } from './export-store.ts'
import { makeExport, waitingChanges } from './make-export.ts'
import { ExportHandedOver } from './problems.ts'
import type { DirectoryParts } from './routes.ts'

const tags = ['directory entries']
const config = { access: 'operator' } as const
const params = z.object({ exportNumber: z.coerce.number().int().min(1).max(2_000_000_000) })

const exportView = z.object({
  number: z.int(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  ...{ created: z.int(), changed: z.int(), deleted: z.int() },
  digest: z.string().describe('SHA-256 of the file, in hexadecimal'),
  handedOverAt: z.iso.datetime().nullable().describe('null: the file can be downloaded again'),
  handedOverBy: z.string().nullable(),
})

/** Files for the publisher of the directories: what has changed since the last one, each change once. */
export function addExportRoutes(api: Api, parts: Pick<DirectoryParts, 'database' | 'clock'>): void {
  addMaking(api, parts)
  addFile(api, parts)
}

function addMaking(api: Api, { database, clock }: Pick<DirectoryParts, 'database' | 'clock'>): void {
  const list = {
    tags,
    summary: 'List files for the publisher, the newest first',
    querystring: z.strictObject(pageQuery),
    response: { 200: pageOf(exportView) },
  }
  api.get('/directory-exports', { config, schema: list }, async (request) => {
    const { limit, cursor } = request.query
    const [position] = decodeCursor(cursor, 1) ?? []
    // One that we have not made gives no files.
    const before = position === undefined ? undefined : Math.trunc(Number(position)) || 0
    const found = await database.withOperator((tx) => listExports(tx, { before, limit: limit + 1 }))
    return page(found, limit, view, ({ number }) => [String(number)])
  })
  const waiting = { tags, summary: 'Count what the next file would tell the publisher', response: { 200: z.object({ changes: z.int() }) } }
  api.get('/directory-exports/waiting', { config, schema: waiting }, async () => ({
    changes: await database.withOperator((tx) => waitingChanges(tx, clock.epochMs())),
  }))
  const make = { tags, summary: 'Make the file with what has changed since the last one', response: { 200: exportView } }
  api.post('/directory-exports', { config, schema: make }, async (request) =>
    view(await database.withOperator((tx) => makeExport(tx, holderOf(request).name, clock.epochMs()))),
  )
}

function addFile(api: Api, { database, clock }: Pick<DirectoryParts, 'database' | 'clock'>): void {
  const file = { tags, summary: 'Download a file for the publisher, until it is handed over', params, produces: ['text/csv'] }
  api.get('/directory-exports/:exportNumber/file', { config, schema: file }, async (request, reply) => {
    const { exportNumber } = params.parse(request.params)
    const content = await database.withOperator(async (tx) => {
      await findExport(tx, exportNumber)
      return contentOf(tx, exportNumber)
    })
    if (content === null) throw new ExportHandedOver(exportNumber)
    reply.header('content-disposition', `attachment; filename="telefonbuch-${String(exportNumber).padStart(6, '0')}.csv"`)
    return reply.type('text/csv; charset=utf-8').send(content)
  })
  const done = { tags, summary: 'Note that the publisher has the file; it is not kept any longer', params, response: { 200: exportView } }
  api.post('/directory-exports/:exportNumber/hand-over', { config, schema: done }, (request) =>
    database.withOperator(async (tx) => {
      const { number } = await findExport(tx, request.params.exportNumber)
      await markHandedOver(tx, number, holderOf(request).name, new Date(clock.epochMs()))
      return view(await findExport(tx, number))
    }),
  )
}

function view({ madeAt, handedOverAt, ...shown }: StoredExport): z.infer<typeof exportView> {
  return { ...shown, madeAt: madeAt.toISOString(), handedOverAt: handedOverAt?.toISOString() ?? null }
}
