import { assertConsent, findTenant } from '@klinke/accounts'
import { type Api, type ApiRoutes, type Database, owningTenant, type Principal, principalOf, TooManyRequests } from '@klinke/platform'
import { z } from 'zod'
import { asTheyAre, type Naming } from '../call-view.ts'
import { asGuest, tooMuch } from './guest.ts'
import { OneAtATime } from './one-at-a-time.ts'
import { MAX_DAYS, MAX_HOURLY_DAYS, type Range, rangeOf, rangeQuery } from './range.ts'
import { filters, type Report, type ReportQuery } from './report.ts'
import { FILE_TYPES, reportFile } from './report-file.ts'
import { allCallsOfExtension, callsPerExtension, callsPerQueue, callsPerTime, waitsPerTime, workPerExtension } from './reports.ts'
import { callsInTimeRow, callsOfExtensionRow, callsOfQueueRow, oneCallRow, rangeView, waitedInTimeRow, workRow } from './views.ts'

/** Calls of a report with a row per call that one answer holds; the file has all. */
export const MAX_CALLS_SHOWN = 500

const { per, direction, queueId, extensionId } = filters
const ofTenant = { tenantId: z.uuid().optional().describe('Required for operators and resellers'), ...rangeQuery }
const fileQuery = { format: z.enum(['xlsx', 'csv']).default('xlsx'), language: z.enum(['de', 'en']).default('de') }
const tags = ['reports']
/** When to try again where too many wait. */
const BUSY_SECONDS = 30

/** Reports of calls and queues (ACD-04), while the management of the customer consents (PORT-04). */
export function reportRoutes(database: Database, naming: Naming = asTheyAre): ApiRoutes {
  return (api) => {
    const reports = new Reports(database, naming)
    reports.add(api, 'calls-by-extension', 'Calls by extension', {}, callsOfExtensionRow, callsPerExtension)
    reports.add(api, 'calls-by-queue', 'Calls by queue', {}, callsOfQueueRow, callsPerQueue)
    reports.add(
      api,
      'calls-by-time',
      'Calls by the hour, the hour of the day, or the day',
      { per, direction },
      callsInTimeRow,
      callsPerTime,
    )
    const waits = 'Lost calls and waiting times of queues by the hour, the hour of the day, or the day'
    reports.add(api, 'waits-by-time', waits, { per, queueId }, waitedInTimeRow, waitsPerTime)
    reports.add(api, 'wrap-up-by-extension', 'Talk time and wrap-up of agents', { queueId }, workRow, workPerExtension)
    const all = `All calls of an extension, the newest first; the newest ${MAX_CALLS_SHOWN}, and all of them in the file`
    reports.add(api, 'calls-of-extension', all, { extensionId }, oneCallRow, allCallsOfExtension)
  }
}

/** Adds the two routes of each report: what it says, and the same as a file. */
class Reports {
  readonly #database: Database
  readonly #naming: Naming
  readonly #turns = new OneAtATime()

  constructor(database: Database, naming: Naming) {
    this.#database = database
    this.#naming = naming
  }

  add<Row>(api: Api, name: string, summary: string, filters: z.ZodRawShape, row: z.ZodType<Row>, report: Report<Row>): void {
    const querystring: z.ZodType<ReportQuery> = z.strictObject({ ...ofTenant, ...filters })
    const response = {
      200: z.object({ range: rangeView, items: z.array(row), more: z.boolean().describe('There are more; the file has all') }),
    }
    api.get(`/reports/${name}`, { schema: { tags, summary, querystring, response } }, async (request) => {
      const asked = await this.#asked(principalOf(request), request.query)
      const items = await this.#read(report, asked, MAX_CALLS_SHOWN, undefined)
      const { from, to, zone } = asked.range
      const more = report.isPaged === true && items.length === MAX_CALLS_SHOWN
      return { range: { from: from.toISOString(), to: to.toISOString(), zone }, items: [...items], more }
    })
    const asFile: z.ZodType<ReportQuery & z.infer<typeof fileSchema>> = z.strictObject({ ...ofTenant, ...filters, ...fileQuery })
    const schema = { tags, summary: `${summary}, as a file for spreadsheets`, querystring: asFile, produces: Object.values(FILE_TYPES) }
    api.get(`/reports/${name}/file`, { schema }, async (request, reply) => {
      const { format, language, from, to } = request.query
      const asked = await this.#asked(principalOf(request), request.query)
      const read = (limit: number, after: Row | undefined) => this.#read(report, asked, limit, after)
      const file = await reportFile(report, read, { format, language, zone: asked.range.zone })
      const fileName = `${report.title[language].toLowerCase().replaceAll(' ', '-')}-${from}-${to}.${format}`
      return reply.type(FILE_TYPES[format]).header('content-disposition', `attachment; filename="${fileName}"`).send(file)
    })
  }

  async #asked(principal: Principal, query: ReportQuery): Promise<Question> {
    const tenantId = owningTenant(principal, query.tenantId)
    const zone = query.zone ?? (await this.#database.withTenant(tenantId, (tx) => findTenant(tx, tenantId)))?.profile.timeZone
    const range = rangeOf(query.from, query.to, zone ?? 'Europe/Berlin', query.per === 'hour' ? MAX_HOURLY_DAYS : MAX_DAYS)
    return { principal, tenantId, query, range }
  }

  /** Each piece asks for the consent anew: who revokes it stops a file that is being written. */
  #read<Row>(
    report: Report<Row>,
    { principal, tenantId, ...asked }: Question,
    limit: number,
    after: Row | undefined,
  ): Promise<readonly Row[]> {
    if (after !== undefined && report.isPaged !== true) return Promise.resolve([])
    const work = () =>
      this.#database.withTenant(tenantId, async (tx) => {
        await assertConsent(tx, principal, 'reports')
        await asGuest(tx)
        return report.read({ tx, principal, naming: this.#naming, ...asked }, limit, after)
      })
    return this.#turns.run(work, () => new TooManyRequests(BUSY_SECONDS)).catch(tooMuch)
  }
}

const fileSchema = z.object(fileQuery)

interface Question {
  readonly principal: Principal
  readonly tenantId: string
  readonly query: ReportQuery
  readonly range: Range
}
