import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  MAX_SHOWN_PROBLEMS,
  NotFound,
  page,
  pageOf,
  pageQuery,
  readRows,
  rowProblemView,
  searchQuery,
  tableOf,
  tableQuery,
  UPLOAD_TYPES,
  uploadedOctets,
  viewOfProblem,
  withUploads,
} from '@klinke/platform'
import { z } from 'zod'
import { newScore, type ScoreFields, ScoreOverBeforeBegun, scoreView } from './rules.ts'
import { deleteAllScores, deleteScore, insertScores, listScores, type StoredScore } from './score-store.ts'
import { readScore, SCORE_FIELDS } from './score-table.ts'

const tags = ['spam-protection']
const config = { access: 'operator' } as const
const params = z.object({ scoreId: z.uuid() })

const importQuery = z.strictObject({
  encoding: tableQuery.encoding,
  separator: tableQuery.separator,
  titles: tableQuery.titles,
  columns: tableQuery.columns,
  fileName: tableQuery.fileName,
  dryRun: tableQuery.dryRun,
})
const report = z.object({
  imported: z.int().describe('Entries that the list has now, or would have'),
  replaced: z.int().describe('Entries that were in the list before'),
  failed: z.int().describe('Rows with problems: they are left out'),
  problems: z.array(rowProblemView),
})

/** The operator's list of callers with a score. */
export function spamScoreRoutes(database: Database): ApiRoutes {
  return (api) => {
    addList(api, database)
    addChanges(api, database)
    addImport(api, database)
  }
}

function view({ validFrom, validUntil, ...score }: StoredScore): z.infer<typeof scoreView> {
  return { ...score, validFrom: validFrom?.toISOString() ?? null, validUntil: validUntil?.toISOString() ?? null }
}

function addList(api: Api, database: Database): void {
  const querystring = z.strictObject({ ...pageQuery, ...searchQuery })
  const schema = { tags, summary: 'List callers with a spam score', querystring, response: { 200: pageOf(scoreView) } }
  api.get('/spam-scores', { config, schema }, async (request) => {
    const { limit, cursor, q } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await database.withOperator((tx) => listScores(tx, limit + 1, after, q))
    return page(found, limit, view, ({ prefix }) => [prefix])
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Score callers', body: newScore, response: { 201: scoreView } }
  api.post('/spam-scores', { config, schema: create }, async (request, reply) => {
    const { validFrom, validUntil } = request.body
    if (validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom)) throw new ScoreOverBeforeBegun()
    const [inserted] = await database.withOperator((tx) => insertScores(tx, [request.body]))
    if (inserted === undefined) throw new NotFound('score', request.body.prefix)
    return reply.code(201).send(view(inserted))
  })
  const remove = { tags, summary: 'Take callers off the list', params, response: { 204: z.null() } }
  api.delete('/spam-scores/:scoreId', { config, schema: remove }, async (request, reply) => {
    const { scoreId } = request.params
    if (!(await database.withOperator((tx) => deleteScore(tx, scoreId)))) throw new NotFound('score', scoreId)
    return reply.code(204).send(null)
  })
}

/** A list comes whole, as who keeps it sends it: it takes the place of the one before. */
function addImport(api: Api, database: Database): void {
  withUploads(api, (scope) => {
    const summary = 'Replace the list of callers with a spam score by a table: CSV, or the first sheet of a workbook (XLSX)'
    const schema = { tags, summary, querystring: importQuery, consumes: UPLOAD_TYPES, response: { 200: report } }
    scope.post('/spam-scores/import', { config, schema }, async (request) => {
      const { query } = request
      const { table, mapping } = await tableOf(uploadedOctets(request.body), query, SCORE_FIELDS)
      const { rows, problems } = await readRows(table, mapping, readScore)
      // Of a number that stands there twice the last row counts.
      const scores = [...new Map(rows.map(({ value }): [string, ScoreFields] => [value.prefix, value])).values()]
      const replaced = await database.withOperator(async (tx) => {
        if (query.dryRun) return (await listScores(tx)).length
        const before = await deleteAllScores(tx)
        await insertScores(tx, scores)
        return before
      })
      const failed = new Set(problems.map(({ row }) => row)).size
      return { imported: scores.length, replaced, failed, problems: problems.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem) }
    })
  })
}
