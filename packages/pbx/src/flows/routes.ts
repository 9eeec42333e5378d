import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { pictureRoute } from './picture/route.ts'
import { assertAnnouncements, assertTargets } from './publish.ts'
import { FlowChangedMeanwhile, flowChange, newFlow } from './rules.ts'
import { simulatorRoutes } from './simulator/routes.ts'
import { deleteFlow, findFlow, insertFlow, listFlows, lockFlow, updateFlow } from './store.ts'
import { versionRoutes } from './versions/routes.ts'
import { flowView, viewFlow } from './views.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ flowId: z.uuid() })
const tags = ['flows']

/** Call flows: drafts, versions, and trying them without phones. */
export function flowRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
    versionRoutes(api, database)
    simulatorRoutes(api, database)
    pictureRoute(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List call flows', querystring: listQuery, response: { 200: pageOf(flowView) } }
  api.get('/flows', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const flows = await inScope(database, principalOf(request), tenantId, (tx) => listFlows(tx, limit + 1, after))
    return page(flows, limit, viewFlow, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get a call flow', params, response: { 200: flowView } }
  api.get('/flows/:flowId', { schema: get }, async (request) => {
    const { flowId } = request.params
    const flow = await inScope(database, principalOf(request), undefined, (tx) => findFlow(tx, flowId))
    if (flow === undefined) throw new NotFound('flow', flowId)
    return viewFlow(flow)
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Create a call flow as a draft', body: newFlow, response: { 201: flowView } }
  api.post('/flows', { schema: create }, async (request, reply) => {
    const { tenantId: named, number = null, ...fields } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const flow = await database.withTenant(tenantId, async (tx) => {
      await assertTargets(tx, tenantId, fields)
      await assertAnnouncements(tx, tenantId, fields.draft)
      return insertFlow(tx, tenantId, { ...fields, number })
    })
    return reply.code(201).send(viewFlow(flow))
  })
  const change = { tags, summary: 'Change the draft of a call flow, or its name', params, body: flowChange, response: { 200: flowView } }
  api.patch('/flows/:flowId', { schema: change }, async (request) => {
    const { flowId } = request.params
    const { name, number, draft, layout, examples, revision } = request.body
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await lockFlow(tx, flowId)
      if (before === undefined) throw new NotFound('flow', flowId)
      if (revision !== undefined && revision !== before.revision) throw new FlowChangedMeanwhile(before.revision)
      await assertTargets(tx, before.tenantId, [draft, examples])
      if (draft !== undefined) await assertAnnouncements(tx, before.tenantId, draft)
      return updateFlow(tx, flowId, {
        name: name ?? before.name,
        number: number === undefined ? before.number : number,
        draft: draft ?? before.draft,
        layout: layout ?? before.layout,
        examples: examples ?? before.examples,
      })
    })
    return viewFlow(changed)
  })
  const remove = { tags, summary: 'Delete a call flow', params, response: { 204: z.null() } }
  api.delete('/flows/:flowId', { schema: remove }, async (request, reply) => {
    const { flowId } = request.params
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteFlow(tx, flowId)))) throw new NotFound('flow', flowId)
    return reply.code(204).send(null)
  })
}
