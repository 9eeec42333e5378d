import { type Api, type ApiRoutes, type Database, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { policyChange, policyView, type SupervisionPolicy, type Watched, watched, watches } from './rules.ts'
import { changeSupervisionPolicy, findSupervisionPolicy, findWatches, listSupervisors, saveWatches } from './store.ts'

const tags = ['supervision']
/** Who may see what goes on must not thereby say who listens to whom, nor that nobody is told. */
const config = { area: 'settings' } as const
const forTenant = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const watchesView = z.object({ watches: z.array(watched) })

/** Who may supervise whom, and how the parties are told. */
export function supervisionRoutes(database: Database): ApiRoutes {
  return (api) => {
    addPolicy(api, database)
    addSupervisors(api, database)
  }
}

function addPolicy(api: Api, database: Database): void {
  const response = { 200: policyView }
  const get = { tags, summary: 'Get how parties are told that they are listened to', querystring: forTenant, response }
  api.get('/supervision-policy', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return viewPolicy(await database.withTenant(tenantId, (tx) => findSupervisionPolicy(tx, tenantId)))
  })
  const summary = 'Change how parties are told that they are listened to'
  api.patch(
    '/supervision-policy',
    { config, schema: { tags, summary, querystring: forTenant, body: policyChange, response } },
    async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return viewPolicy(await database.withTenant(tenantId, (tx) => changeSupervisionPolicy(tx, tenantId, request.body)))
    },
  )
}

function addSupervisors(api: Api, database: Database): void {
  const item = z.object({ extensionId: z.uuid(), tenantId: z.uuid(), watches: z.array(watched) })
  const list = {
    tags,
    summary: 'List who may supervise',
    querystring: z.strictObject({ tenantId: z.uuid().optional() }),
    response: { 200: z.object({ items: z.array(item) }) },
  }
  api.get('/supervisors', { schema: list }, async (request) => {
    const found = await inScope(database, principalOf(request), request.query.tenantId, listSupervisors)
    return { items: found.map((each) => ({ ...each, watches: [...each.watches] })) }
  })
  const path = '/extensions/:extensionId/supervision'
  const params = z.object({ extensionId: z.uuid() })
  const response = { 200: watchesView }
  api.get(path, { schema: { tags, summary: 'Get whom the extension may supervise', params, response } }, async (request) => {
    const { extensionId } = request.params
    return viewWatches(extensionId, await inScope(database, principalOf(request), undefined, (tx) => findWatches(tx, extensionId)))
  })
  const body = z.strictObject({ watches })
  api.patch(
    path,
    { config, schema: { tags, summary: 'Change whom the extension may supervise', params, body, response } },
    async (request) => {
      const { extensionId } = request.params
      const { watches: wanted } = request.body
      return viewWatches(
        extensionId,
        await inScope(database, principalOf(request), undefined, (tx) => saveWatches(tx, extensionId, wanted)),
      )
    },
  )
}

function viewWatches(extensionId: string, found: readonly Watched[] | undefined): z.infer<typeof watchesView> {
  if (found === undefined) throw new NotFound('extension', extensionId)
  return { watches: [...found] }
}

function viewPolicy({ notice, toneEverySeconds, consents }: SupervisionPolicy): z.infer<typeof policyView> {
  if (consents === undefined) return { notice, toneEverySeconds, consents: null }
  const { statedBy, statement, statedAtMs } = consents
  return { notice, toneEverySeconds, consents: { statedBy, statement, statedAt: new Date(statedAtMs).toISOString() } }
}
