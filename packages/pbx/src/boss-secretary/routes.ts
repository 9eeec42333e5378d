import { type Api, type ApiRoutes, type Database, inScope, NotFound, ofOwnExtension, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type Secretariat, secretariatChange, secretariatView } from './rules.ts'
import { changeSecretariat, deleteSecretariat, findSecretariat, listSecretariats } from './store.ts'

const params = z.object({ extensionId: z.uuid() })
const tags = ['secretariats']

function view({ bossId, secretaries, active, settings }: Secretariat): z.infer<typeof secretariatView> {
  return { bossId, secretaries: [...secretaries], active, ...settings }
}

/** Secretaries of bosses, and whether the filter is on. */
export function secretariatRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const response = { 200: z.object({ items: z.array(secretariatView) }) }
  const list = { tags, summary: "List a tenant's secretariats", querystring, response }
  api.get('/secretariats', { schema: list }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return { items: (await database.withTenant(tenantId, listSecretariats)).map(view) }
  })
  const get = { tags, summary: "Get a boss's secretariat", params, response: { 200: secretariatView } }
  api.get('/extensions/:extensionId/secretariat', { config: ofOwnExtension, schema: get }, async (request) => {
    const id = request.params.extensionId
    const found = await inScope(database, principalOf(request), undefined, (tx) => findSecretariat(tx, id))
    if (found === undefined) throw new NotFound('secretariat of extension', id)
    return view(found)
  })
}

function addChanges(api: Api, database: Database): void {
  const path = '/extensions/:extensionId/secretariat'
  const summary = "Change a boss's secretariat, or switch its filter: what is given is replaced. The first change makes it"
  const patch = { tags, summary, params, body: secretariatChange, response: { 200: secretariatView } }
  api.patch(path, { config: ofOwnExtension, schema: patch }, async (request) => {
    const id = request.params.extensionId
    const changed = await inScope(database, principalOf(request), undefined, (tx) => changeSecretariat(tx, id, request.body))
    if (changed === undefined) throw new NotFound('extension', id)
    return view(changed)
  })
  const remove = { tags, summary: "Delete a boss's secretariat", params, response: { 204: z.null() } }
  api.delete(path, { config: ofOwnExtension, schema: remove }, async (request, reply) => {
    const id = request.params.extensionId
    const deleted = await inScope(database, principalOf(request), undefined, (tx) => deleteSecretariat(tx, id))
    if (!deleted) throw new NotFound('secretariat of extension', id)
    return reply.code(204).send(null)
  })
}
