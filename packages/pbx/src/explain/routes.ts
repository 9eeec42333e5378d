import type { LiveCall } from '@klinke/calls'
import {
  type ApiRoutes,
  checkedByHandler,
  type Database,
  decodeCursor,
  inScope,
  isOwn,
  NotFound,
  ofOwnExtension,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { findCallRecord } from '../call-records/list-records.ts'
import type { CallRecord } from '../call-records/record.ts'
import { extensionsOf } from '../call-records/routes.ts'
import { recordView, viewRecord } from '../call-records/views.ts'
import type { Naming } from '../call-view.ts'
import type { CallTraces } from './call-traces.ts'
import { diagnose } from './diagnose.ts'
import type { Evidence } from './evidence.ts'
import { evidenceOf } from './evidence-of.ts'
import { findRefusal, findTrace, listRefusals, type StoredRefusal } from './store.ts'
import { timelineOf, timelineView } from './timeline.ts'
import { diagnosisView, directionView, rungView, viewDiagnosis, viewDirection, viewRung } from './views.ts'

/** What explanations stand on beside the database. */
export interface ExplanationParts {
  readonly traces: Pick<CallTraces, 'traceOf'>
  readonly liveCalls: (tenantId?: string) => Iterable<LiveCall>
  readonly naming?: Naming
}

const explanation = z.object({
  call: recordView,
  diagnosis: diagnosisView,
  timeline: z.array(timelineView).describe('Start, decisions, answer and end, in order'),
  ladderKept: z.boolean().describe('false: the messages of this call are not kept, or not any more'),
  ladder: z.array(rungView),
  media: z.object({ caller: directionView, called: directionView }).describe('What came from each side'),
})

const refusalView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  extensionId: z.uuid().nullable().describe('null: nobody has that name'),
  at: z.iso.datetime(),
  method: z.string(),
  account: z.string(),
  source: z.string().describe('Address that the request came from'),
  dialled: z.string().nullable(),
  status: z.int(),
  diagnosis: diagnosisView,
  ladder: z.array(rungView),
})
const tags = ['call records']
const refusalQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional(), extensionId: z.uuid().optional() })

/** "Explain this call": of each call, and of each request that became none. */
export function explanationRoutes(database: Database, parts: ExplanationParts): ApiRoutes {
  return (api) => {
    const response = { 200: explanation }
    const params = z.object({ callId: z.string().max(100) })
    const summary = 'Explain a call: why it went as it did, with its messages and the quality of its sound'
    api.get(
      '/call-records/:callId/explanation',
      { config: checkedByHandler, schema: { tags, summary, params, response } },
      async (request) => {
        const { callId } = request.params
        const principal = principalOf(request)
        const found = await inScope(database, principal, undefined, async (tx) => {
          const record = await findCallRecord(tx, callId)
          return record && { record, stored: await findTrace(tx, callId) }
        })
        if (!found || !isOwn(request, ...extensionsOf(found.record))) throw new NotFound('call record', callId)
        const record = withRoute(found.record, parts)
        const trace = parts.traces.traceOf(callId) ?? found.stored
        const { caller = [], called = [] } = trace?.samples ?? {}
        return {
          call: viewRecord(record, principal, parts.naming),
          diagnosis: viewDiagnosis(diagnose(evidenceOf(record, trace))),
          timeline: timelineOf(record),
          ladderKept: trace !== undefined,
          ladder: (trace?.ladder ?? []).map(viewRung),
          media: { caller: viewDirection(record.callerMedia, caller), called: viewDirection(record.calledMedia, called) },
        }
      },
    )
    refusalRoutes(database)(api)
  }
}

function refusalRoutes(database: Database): ApiRoutes {
  return (api) => {
    const list = { tags, summary: 'List requests that were refused before there was a call: wrong passwords, registrations too many' }
    api.get(
      '/refused-requests',
      { config: ofOwnExtension, schema: { ...list, querystring: refusalQuery, response: { 200: pageOf(refusalView) } } },
      async (request) => {
        const { limit, cursor, tenantId, extensionId } = request.query
        const [at = '', id = ''] = decodeCursor(cursor, 2) ?? []
        const after = cursor === undefined ? undefined : ([at, id] as const)
        const work = { extensionId, after, limit: limit + 1 }
        const rows = await inScope(database, principalOf(request), tenantId, (tx) => listRefusals(tx, work))
        return page(rows, limit, viewRefusal, (row) => [row.refused_at.toISOString(), row.id])
      },
    )
    const params = z.object({ requestId: z.uuid() })
    const schema = { tags, summary: 'Explain a request that was refused before there was a call', params, response: { 200: refusalView } }
    api.get('/refused-requests/:requestId', { config: checkedByHandler, schema }, async (request) => {
      const { requestId } = request.params
      const found = await inScope(database, principalOf(request), undefined, (tx) => findRefusal(tx, requestId))
      if (!found || !isOwn(request, found.extension_id)) throw new NotFound('refused request', requestId)
      return viewRefusal(found)
    })
  }
}

/** A call that goes on has its decisions in memory. */
function withRoute(record: CallRecord, { liveCalls }: ExplanationParts): CallRecord {
  if (record.route !== null) return record
  const live = Iterator.from(liveCalls(record.tenantId)).find(({ id }) => id === record.id)
  return live === undefined ? record : { ...record, route: live.route }
}

function viewRefusal(row: StoredRefusal): z.infer<typeof refusalView> {
  const { id, method, account, source, dialled, status, ladder } = row
  return {
    ...{ id, method, account, source, dialled, status, tenantId: row.tenant_id, extensionId: row.extension_id },
    at: row.refused_at.toISOString(),
    diagnosis: viewDiagnosis(diagnose(evidenceOfRefusal(row))),
    ladder: ladder.map(viewRung),
  }
}

function evidenceOfRefusal({ method, account, source, reason, status, dialled }: StoredRefusal): Evidence {
  return {
    ...{ cause: undefined, sipStatus: status, direction: 'internal', emergency: false, callerNumber: account, calledNumber: dialled ?? '' },
    ...{ talkedSeconds: undefined, steps: [], ladder: [], callerCallId: '', media: { caller: undefined, called: undefined } },
    refused: { method, account, source, reason, status, dialled: dialled ?? undefined },
  }
}
