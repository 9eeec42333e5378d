import { assertConsent } from '@klinke/accounts'
import {
  type ApiRoutes,
  checkedByHandler,
  type Database,
  decodeCursor,
  InvalidRequest,
  inScope,
  isOwn,
  NotFound,
  ofOwnExtension,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { asTheyAre, mediaView, type Naming, partyView, stepView, viewMedia, viewParty, viewStep } from '../call-view.ts'
import { findCallRecord, listCallRecords, type RecordPosition } from './list-records.ts'
import type { CallRecord } from './record.ts'

const direction = z.enum(['internal', 'inbound', 'outbound'])

/** A call record as the API gives it. */
export const recordView = z.object({
  id: z.string(),
  tenantId: z.uuid(),
  direction,
  caller: partyView,
  called: partyView.describe('As dialled'),
  answeredBy: partyView.nullable(),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable().describe('null when the call was not answered, or not yet'),
  endedAt: z.iso.datetime().nullable().describe('null while the call runs'),
  cause: z.string().nullable().describe('Why the call ended, such as "hung-up-by-caller", "busy", "no-answer", "restart"'),
  sipStatus: z.int().nullable().describe('SIP status that ended a call which was not answered'),
  emergency: z.boolean(),
  sipCallId: z.string(),
  route: z.array(stepView).describe('The decisions on the way of the call; empty while it runs'),
  media: z.object({ caller: mediaView.nullable(), called: mediaView.nullable() }),
})

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const listQuery = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  tenantId: z.uuid().optional(),
  extensionId: z.uuid().optional().describe('Extension that called, was called, or answered'),
  direction: direction.optional(),
  from: time.optional().describe('Started at this time or later, ISO 8601 with zone'),
  to: time.optional().describe('Started before this time, ISO 8601 with zone'),
})
const params = z.object({ callId: z.string().max(100) })
const tags = ['call records']

export function viewRecord(record: CallRecord, principal: Principal, naming: Naming = asTheyAre): z.infer<typeof recordView> {
  const { id, tenantId, direction, sipCallId, emergency, cause, sipStatus } = record
  const named = naming(tenantId, principal)
  return {
    ...{ id, tenantId, direction, sipCallId, emergency, cause, sipStatus },
    caller: viewParty(record.caller, principal, named),
    called: viewParty(record.called, principal, named),
    answeredBy: record.answeredBy && viewParty(record.answeredBy, principal, named),
    startedAt: record.startedAt.toISOString(),
    answeredAt: record.answeredAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    route: (record.route ?? []).map(viewStep),
    media: { caller: viewMedia(record.callerMedia), called: viewMedia(record.calledMedia) },
  }
}

/** Call records, newest first; a running call is in the list without its end. Parties have the names that phone books have now. */
export function callRecordRoutes(database: Database, naming: Naming = asTheyAre): ApiRoutes {
  return (api) => {
    api.get(
      '/call-records',
      {
        config: ofOwnExtension,
        schema: { tags, summary: 'List call records', querystring: listQuery, response: { 200: pageOf(recordView) } },
      },
      async (request) => {
        const { limit, cursor, tenantId, ...filter } = request.query
        const principal = principalOf(request)
        const wanted = { ...filter, after: positionOf(cursor), limit: limit + 1 }
        const records = await inScope(database, principal, tenantId, async (tx) => {
          await assertConsent(tx, principal, 'reports')
          return listCallRecords(tx, wanted)
        })
        return page(
          records,
          limit,
          (record) => viewRecord(record, principal, naming),
          (record) => [record.startedAt.toISOString(), record.id],
        )
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

function positionOf(cursor: string | undefined): RecordPosition | undefined {
  const [at = '', id = ''] = decodeCursor(cursor, 2) ?? []
  if (cursor === undefined) return undefined
  const startedAt = new Date(at)
  if (Number.isNaN(startedAt.getTime())) throw new InvalidRequest('The cursor is not one of ours. Leave it out to begin anew.')
  return { startedAt, id }
}
