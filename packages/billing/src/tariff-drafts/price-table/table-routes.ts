import {
  type ApiRoutes,
  type FastifyReply,
  MAX_SHOWN_PROBLEMS,
  type RowProblem,
  readRows,
  rowProblemView,
  tableOf,
  tableQuery,
  UPLOAD_TYPES,
  uploadedOctets,
  viewOfProblem,
  withUploads,
} from '@klinke/platform'
import { z } from 'zod'
import type { TariffDocument } from '../../rated-calls/tariff-file.ts'
import { madeBy } from '../draft-routes.ts'
import { findDraft, putDocument } from '../draft-store.ts'
import { config, type DraftRouteParts, ofDraft, ofVersion, revisionSeen, tags } from '../route-parts.ts'
import { takeDraft } from '../take-draft.ts'
import { findTariffVersion } from '../versions.ts'
import { PREFIX_FIELDS, PRICE_FIELDS } from './fields.ts'
import { readPrefixRow, readPriceRow, withPriceRows } from './read-table.ts'
import { prefixesCsv, pricesCsv } from './write-table.ts'

const of = z.enum(['prices', 'prefixes']).describe('"prices": a row for each price of each zone; "prefixes": a row for each prefix')
const ofTable = z.strictObject({ of })
const importQuery = z.strictObject({
  revision: z.coerce.number().pipe(revisionSeen),
  of,
  encoding: tableQuery.encoding,
  separator: tableQuery.separator,
  titles: tableQuery.titles,
  columns: tableQuery.columns,
})
const report = z.object({
  rows: z.int().describe('Rows that were taken; 0: a row had a problem, and nothing was'),
  failed: z.int().describe('Rows with problems'),
  problems: z.array(rowProblemView),
})

/** Prices and prefixes of a tariff as CSV, and into a draft from CSV or a workbook. */
export function tableRoutes(parts: DraftRouteParts): ApiRoutes {
  const { database } = parts
  return (api) => {
    const produces = ['text/csv']
    const exportVersion = {
      tags,
      summary: 'Export the prices or prefixes of a version of any tariff as CSV',
      params: ofVersion,
      querystring: ofTable,
      produces,
    }
    api.get('/price-versions/:versionId/table', { config, schema: exportVersion }, async (request, reply) => {
      const { document } = await findTariffVersion(parts, ofVersion.parse(request.params).versionId)
      return send(reply, document, ofTable.parse(request.query).of)
    })
    const exportDraft = {
      tags,
      summary: 'Export the prices or prefixes of a draft as CSV',
      params: ofDraft,
      querystring: ofTable,
      produces,
    }
    api.get('/tariff-drafts/:draftId/table', { config, schema: exportDraft }, async (request, reply) => {
      const { draftId } = ofDraft.parse(request.params)
      const { document } = await database.withOperator((tx) => findDraft(tx, draftId))
      return send(reply, document, ofTable.parse(request.query).of)
    })
    withUploads(api, (scope) => {
      const summary = 'Take prices or prefixes of a table into a draft: CSV, or the first sheet of a workbook (XLSX)'
      const schema = { tags, summary, params: ofDraft, querystring: importQuery, consumes: UPLOAD_TYPES, response: { 200: report } }
      scope.post('/tariff-drafts/:draftId/table', { config, schema }, async (request) => {
        const { draftId } = ofDraft.parse(request.params)
        await database.withOperator((tx) => findDraft(tx, draftId))
        const read = await readTable(uploadedOctets(request.body), request.query)
        return database.withOperator(async (tx) => {
          const draft = await takeDraft(tx, draftId, request.query.revision)
          const { document, problems, rows } = read(draft.document)
          if (problems.length === 0) await putDocument(tx, draft, document, madeBy(request, parts))
          const failed = new Set(problems.map(({ row }) => row)).size
          return { rows: problems.length === 0 ? rows : 0, failed, problems: problems.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem) }
        })
      })
    })
  }
}

type Read = (document: TariffDocument) => {
  readonly document: TariffDocument
  readonly rows: number
  readonly problems: readonly RowProblem[]
}

/** What the table makes of a draft: prices of the zones that it names, or all prefixes anew. */
async function readTable(octets: Uint8Array, query: z.output<typeof importQuery>): Promise<Read> {
  if (query.of === 'prefixes') {
    const { table, mapping } = await tableOf(octets, query, PREFIX_FIELDS)
    const { rows, problems } = await readRows(table, mapping, readPrefixRow)
    return (document) => ({ document: { ...document, prefixes: rows.map(({ value }) => value) }, rows: rows.length, problems })
  }
  const { table, mapping } = await tableOf(octets, query, PRICE_FIELDS)
  const { rows, problems } = await readRows(table, mapping, readPriceRow)
  return (document) => {
    const taken = withPriceRows(document, rows)
    return { document: taken.document, rows: rows.length, problems: [...problems, ...taken.problems] }
  }
}

function send(reply: FastifyReply, document: TariffDocument, of: z.infer<typeof ofTable>['of']): FastifyReply {
  const [name, text] = of === 'prices' ? ['preise', pricesCsv(document)] : ['vorwahlen', prefixesCsv(document)]
  return reply.header('content-disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8').send(text)
}
