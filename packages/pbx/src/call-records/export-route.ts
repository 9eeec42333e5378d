import { Readable } from 'node:stream'
import { assertConsent, timeZone } from '@klinke/accounts'
import { type Api, type Database, inScope, ofOwnExtension, type Principal, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { Naming } from '../call-view.ts'
import { listCallRecords, type RecordFilter } from './list-records.ts'
import type { CallRecord } from './record.ts'
import { recordsCsv } from './records-csv.ts'
import { filterQuery, viewRecord } from './views.ts'

/** Read and sent at a time: between two of them calls go on, and nothing more is held in memory however long the table is. */
const READ_AT_A_TIME = 500

const querystring = z.strictObject({
  ...filterQuery,
  language: z.enum(['de', 'en']).default('de').describe('Of the titles'),
  timeZone: timeZone.default('Europe/Berlin').describe('Of the times'),
})
const schema = {
  tags: ['call records'],
  summary: 'Export call records as a table (CSV), the newest first',
  description:
    'The filters of the list; all calls that are there when it begins. It is sent as it is read: a table that ends in the middle is not whole.',
  querystring,
  produces: ['text/csv'],
}

export function addExport(api: Api, database: Database, naming: Naming): void {
  api.get('/call-records/export', { config: ofOwnExtension, schema }, async (request, reply) => {
    const { language, timeZone: zone, tenantId, ...filter } = request.query
    const principal = principalOf(request)
    const read = (after: CallRecord | undefined) => someRecords(database, principal, tenantId, { ...filter, after })
    // What forbids it, or cannot be read, is said before the table begins.
    const first = await read(undefined)
    const viewed = shown(first, read, (record) => viewRecord(record, principal, naming))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="anrufe.csv"')
      .send(Readable.from(recordsCsv(viewed, language, zone)))
  })
}

/** Piece by piece, until there are no more. */
async function* shown<Shown>(
  first: readonly CallRecord[],
  read: (after: CallRecord | undefined) => Promise<readonly CallRecord[]>,
  view: (record: CallRecord) => Shown,
): AsyncGenerator<readonly Shown[]> {
  for (let some = first; ; some = await read(some.at(-1))) {
    yield some.map(view)
    if (some.length < READ_AT_A_TIME) return
  }
}

/** Each piece asks for the consent anew: who revokes it stops a table that is being sent. */
function someRecords(
  database: Database,
  principal: Principal,
  tenantId: string | undefined,
  { after, ...filter }: Omit<RecordFilter, 'limit'>,
): Promise<readonly CallRecord[]> {
  return inScope(database, principal, tenantId, async (tx) => {
    await assertConsent(tx, principal, 'reports')
    return listCallRecords(tx, { ...filter, limit: READ_AT_A_TIME, ...(after === undefined ? {} : { after }) })
  })
}
