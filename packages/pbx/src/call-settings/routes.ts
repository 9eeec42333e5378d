import {
  type Api,
  type ApiRoutes,
  type Database,
  Forbidden,
  inScope,
  NotFound,
  ofOwnExtension,
  owningTenant,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { findExtension } from '../extensions/store.ts'
import { callPolicy, callSettings, callSettingsChange } from './rules.ts'
import type { CallSettings } from './settings.ts'
import { changeCallSettings, findCallPolicy, findCallSettings, saveCallPolicy } from './store.ts'

const params = z.object({ extensionId: z.uuid() })
const tags = ['call settings']

function view(settings: CallSettings): z.infer<typeof callSettings> {
  return structuredClone(settings) as z.infer<typeof callSettings>
}

/** How an extension's calls are treated, and what the tenant allows. */
export function callSettingsRoutes(database: Database): ApiRoutes {
  return (api) => {
    addSettings(api, database)
    addPolicy(api, database)
  }
}

function addSettings(api: Api, database: Database): void {
  const get = { tags, summary: "Get an extension's call settings", params, response: { 200: callSettings } }
  api.get('/extensions/:extensionId/call-settings', { config: ofOwnExtension, schema: get }, async (request) => {
    const id = request.params.extensionId
    const settings = await inScope(database, principalOf(request), undefined, async (tx) =>
      (await findExtension(tx, id)) === undefined ? undefined : findCallSettings(tx, id),
    )
    if (settings === undefined) throw new NotFound('extension', id)
    return view(settings)
  })
  const summary = "Change an extension's call settings: what is given is replaced, lists whole"
  const patch = { tags, summary, params, body: callSettingsChange, response: { 200: callSettings } }
  api.patch('/extensions/:extensionId/call-settings', { config: ofOwnExtension, schema: patch }, async (request) => {
    const id = request.params.extensionId
    const by = principalOf(request)
    if (by.kind === 'user' && request.body.numberChoices !== undefined) throw new Forbidden('extensions')
    const given = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined))
    const changed = await inScope(database, by, undefined, (tx) => changeCallSettings(tx, id, (before) => ({ ...before, ...given })))
    if (changed === undefined) throw new NotFound('extension', id)
    return view(changed)
  })
}

function addPolicy(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const get = { tags, summary: 'Get what the tenant allows its extensions', querystring, response: { 200: callPolicy } }
  api.get('/call-policy', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, (tx) => findCallPolicy(tx, tenantId))
  })
  const patch = {
    tags,
    summary: 'Change what the tenant allows its extensions',
    querystring,
    body: callPolicy,
    response: { 200: callPolicy },
  }
  api.patch('/call-policy', { schema: patch }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    await database.withTenant(tenantId, (tx) => saveCallPolicy(tx, tenantId, request.body))
    return request.body
  })
}
