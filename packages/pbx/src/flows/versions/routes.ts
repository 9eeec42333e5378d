import { type Api, type Database, inBoth, inScope, NotFound, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import type { FlowGraph } from '../blocks.ts'
import { assertAnnouncements, assertTargets, publishFlow } from '../publish.ts'
import { findFlow, lockFlow, type StoredFlow, updateFlow } from '../store.ts'
import { differenceView, flowView, versionView, viewFlow, viewVersion } from '../views.ts'
import { diffGraphs } from './diff-graphs.ts'
import { type FlowVersion, findVersion, listVersions } from './store.ts'

const params = z.object({ flowId: z.uuid() })
const versionParams = z.object({ flowId: z.uuid(), version: z.coerce.number().int().positive() })
const side = z
  .string()
  .regex(
    /^(draft|published|\d{1,9})$/,
    inBoth({ en: 'must be draft, published, or the number of a version', de: 'muss draft, published oder die Nummer einer Fassung sein' }),
  )
const diffQuery = z.strictObject({ from: side.default('published'), to: side.default('draft') })
/** Nothing need be sent. */
const publishBody = z.strictObject({ note: z.string().trim().max(500).optional().describe('What was changed') }).nullish()
const tags = ['flows']

/** Publishing, what was published before, and the way back. */
export function versionRoutes(api: Api, database: Database): void {
  addPublishing(api, database)
  addReading(api, database)
  addRestoring(api, database)
}

function addPublishing(api: Api, database: Database): void {
  const schema = { tags, summary: 'Publish the draft, if its examples hold', params, body: publishBody, response: { 201: versionView } }
  api.post('/flows/:flowId/publish', { schema }, async (request, reply) => {
    const published = await inScope(database, principalOf(request), undefined, async (tx) => {
      const flow = known(await lockFlow(tx, request.params.flowId), request.params.flowId)
      return publishFlow(tx, flow, request.body?.note ?? null)
    })
    return reply.code(201).send(viewVersion(published))
  })
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List the versions of a call flow', params, response: { 200: z.object({ items: z.array(versionView) }) } }
  api.get('/flows/:flowId/versions', { schema: list }, async (request) => {
    const { flowId } = request.params
    const versions = await inScope(database, principalOf(request), undefined, async (tx) => {
      known(await findFlow(tx, flowId), flowId)
      return listVersions(tx, flowId)
    })
    return { items: versions.map(viewVersion) }
  })
  const diff = {
    tags,
    summary: 'Tell what differs between two versions',
    params,
    querystring: diffQuery,
    response: { 200: differenceView },
  }
  api.get('/flows/:flowId/diff', { schema: diff }, async (request) => {
    const { from, to } = request.query
    const [before, after] = await inScope(database, principalOf(request), undefined, async (tx) => {
      const flow = known(await findFlow(tx, request.params.flowId), request.params.flowId)
      return [await graphOf(tx, flow, from), await graphOf(tx, flow, to)] as const
    })
    const { added, removed, changed, start, fax } = diffGraphs(before, after)
    return { ...(start && { start }), ...(fax && { fax }), added: [...added], removed: [...removed], changed: [...changed] }
  })
}

function addRestoring(api: Api, database: Database): void {
  const summary = 'Make a version of the past the draft again'
  const restore = { tags, summary, params: versionParams, response: { 200: flowView } }
  api.post('/flows/:flowId/versions/:version/restore', { schema: restore }, async (request) => {
    const { flowId, version } = request.params
    const restored = await inScope(database, principalOf(request), undefined, async (tx) => {
      const flow = known(await lockFlow(tx, flowId), flowId)
      const { graph } = knownVersion(await findVersion(tx, flowId, version), version)
      await assertTargets(tx, flow.tenantId, graph)
      await assertAnnouncements(tx, flow.tenantId, graph)
      return updateFlow(tx, flowId, { ...flow, draft: graph })
    })
    return viewFlow(restored)
  })
}

/** The graph that `which` names; of a flow without publication an empty one. */
async function graphOf(tx: Tx, flow: StoredFlow, which: string): Promise<FlowGraph> {
  if (which === 'draft') return flow.draft
  if (which === 'published') return flow.published ?? { start: '', blocks: [] }
  return knownVersion(await findVersion(tx, flow.id, Number(which)), Number(which)).graph
}

function known(flow: StoredFlow | undefined, id: string): StoredFlow {
  if (flow === undefined) throw new NotFound('flow', id)
  return flow
}

function knownVersion(version: FlowVersion | undefined, number: number): FlowVersion {
  if (version === undefined) throw new NotFound('version of the flow', String(number))
  return version
}
