import { assertConsent, timeZone } from '@klinke/accounts'
import { type Api, type Database, inScope, ofOwnExtension, type Principal, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { Naming } from '../call-view.ts'
import { listCallRecords, type RecordFilter } from './list-records.ts'
import type { CallRecord } from './record.ts'
import { recordsCsv } from './records-csv.ts'
import { filterQuery, viewRecord } from './views.ts'

/** Rows of a table; who wants more asks month by month. */
export const MAX_EXPORTED = 10_000
/** Read at a time: between two of them calls go on. */
const READ_AT_A_TIME = 500

const querystring = z.strictObject({
  ...filterQuery,
  language: z.enum(['de', 'en']).default('de').describe('Of the titles'),
  timeZone: timeZone.default('Europe/Berlin').describe('Of the times'),
})
const schema = {
  tags: ['call records'],
  summary: 'Export call records as a table (CSV), the newest first',
  description: `The filters of the list; at most ${MAX_EXPORTED} rows.`,
  querystring,
  produces: ['text/csv'],
}

export function addExport(api: Api, database: Database, naming: Naming): void {
  api.get('/call-records/export', { config: ofOwnExtension, schema }, async (request, reply) => {
    const { language, timeZone: zone, tenantId, ...filter } = request.query
    const principal = principalOf(request)
    const records = await allRecords(database, principal, tenantId, filter)
    const text = recordsCsv(
      records.map((record) => viewRecord(record, principal, naming)),
      language,
      zone,
    )
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="anrufe.csv"').send(text)
  })
}

async function allRecords(
  database: Database,
  principal: Principal,
  tenantId: string | undefined,
  filter: Omit<RecordFilter, 'limit' | 'after'>,
): Promise<readonly CallRecord[]> {
  const all: CallRecord[] = []
  for (;;) {
    const last = all.at(-1)
    const limit = Math.min(READ_AT_A_TIME, MAX_EXPORTED - all.length)
    const some = await inScope(database, principal, tenantId, async (tx) => {
      await assertConsent(tx, principal, 'reports')
      return listCallRecords(tx, { ...filter, limit, ...(last === undefined ? {} : { after: last }) })
    })
    all.push(...some)
    if (some.length < limit || all.length >= MAX_EXPORTED) return all
  }
}
