import { assertConsent } from '@klinke/accounts'
import {
  type ApiRoutes,
  checkedByHandler,
  type Database,
  InvalidRequest,
  inScope,
  isOwn,
  NotFound,
  ofOwnExtension,
  type Place,
  pageOf,
  pageQuery,
  principalOf,
  sortedPage,
  sortingOf,
  sortQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { asTheyAre, type Naming } from '../call-view.ts'
import { addExport } from './export-route.ts'
import { findCallRecord, listCallRecords, type RecordPosition } from './list-records.ts'
import type { CallRecord } from './record.ts'
import { filterQuery, recordView, viewRecord } from './views.ts'

const listQuery = z.strictObject({ ...pageQuery, ...sortQuery(['startedAt'], '-startedAt'), ...filterQuery })
const params = z.object({ callId: z.string().max(100) })
const tags = ['call records']

/** Call records, newest first; a running call is in the list without its end. Parties have the names that phone books have now. */
export function callRecordRoutes(database: Database, naming: Naming = asTheyAre): ApiRoutes {
  return (api) => {
    addExport(api, database, naming)
    api.get(
      '/call-records',
      {
        config: ofOwnExtension,
        schema: { tags, summary: 'List call records', querystring: listQuery, response: { 200: pageOf(recordView) } },
      },
      async (request) => {
        const { limit, cursor, sort, tenantId, ...filter } = request.query
        const principal = principalOf(request)
        const { after, descending } = sortingOf(sort, cursor)
        const wanted = { ...filter, after: positionOf(after), ascending: !descending, limit: limit + 1 }
        const records = await inScope(database, principal, tenantId, async (tx) => {
          await assertConsent(tx, principal, 'reports')
          return listCallRecords(tx, wanted)
        })
        const viewed = (record: CallRecord) => viewRecord(record, principal, naming)
        return sortedPage(records, limit, viewed, sort, ({ id, startedAt }) => ({ id, value: startedAt.toISOString() }))
      },
    )
    api.get(
      '/call-records/:callId',
      {
        config: checkedByHandler,
        schema: {
          tags,
          summary: 'Get a call record',
          params,
          querystring: z.strictObject({ tenantId: z.uuid().optional().describe('Required for a reseller') }),
          response: { 200: recordView },
        },
      },
      async (request) => {
        const { callId } = request.params
        const principal = principalOf(request)
        const record = await inScope(database, principal, request.query.tenantId, async (tx) => {
          await assertConsent(tx, principal, 'reports')
          return findCallRecord(tx, callId)
        })
        if (!record || !isOwn(request, ...extensionsOf(record))) throw new NotFound('call record', callId)
        return viewRecord(record, principal, naming)
      },
    )
  }
}

/** Who took part in the call, as the list for an extension counts it. */
export function extensionsOf({ caller, called, answeredBy }: CallRecord): readonly (string | undefined)[] {
  return [caller.extensionId, called.extensionId, answeredBy?.extensionId]
}

function positionOf(after: Place | undefined): RecordPosition | undefined {
  if (after === undefined) return undefined
  const startedAt = new Date(after.value)
  if (Number.isNaN(startedAt.getTime()))
    throw new InvalidRequest({
      en: 'The cursor is not one of ours. Leave it out to begin anew.',
      de: 'Der Cursor ist keiner von uns. Lassen Sie ihn weg, um von vorn zu beginnen.',
    })
  return { startedAt, id: after.id }
}
