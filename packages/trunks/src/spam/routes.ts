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
import { allowedView, newAllowed, settingsChange, settingsView } from './rules.ts'
import { spamScoreRoutes } from './score-routes.ts'
import { deleteAllowed, findSpamSettings, insertAllowed, listAllowed, putSpamSettings } from './settings-store.ts'

const tags = ['spam-protection']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const params = z.object({ allowedId: z.uuid() })

/** What becomes of calls whose callers have a spam score: what customers set, and the operator's list. */
export function spamRoutes(database: Database): ApiRoutes {
  return (api) => {
    addSettings(api, database)
    addAllowed(api, database)
    spamScoreRoutes(database)(api)
  }
}

function addSettings(api: Api, database: Database): void {
  const get = { tags, summary: 'Get what becomes of callers with a spam score', querystring, response: { 200: settingsView } }
  api.get('/spam-protection', { schema: get }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, findSpamSettings)
  })
  const body = settingsChange
  const patch = { tags, summary: 'Change what becomes of callers with a spam score', querystring, body, response: { 200: settingsView } }
  api.patch('/spam-protection', { schema: patch }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const given = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined))
    return database.withTenant(tenantId, async (tx) => {
      await putSpamSettings(tx, tenantId, { ...(await findSpamSettings(tx)), ...given })
      return findSpamSettings(tx)
    })
  })
}

function addAllowed(api: Api, database: Database): void {
  const listed = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List callers that are always let through', querystring: listed, response: { 200: pageOf(allowedView) } }
  api.get('/spam-protection/allowed', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listAllowed(tx, limit + 1, after))
    return page(
      found,
      limit,
      (each) => ({ ...each }),
      ({ id }) => [id],
    )
  })
  const create = { tags, summary: 'Always let callers through', body: newAllowed, response: { 201: allowedView } }
  api.post('/spam-protection/allowed', { schema: create }, async (request, reply) => {
    const { tenantId: named, prefix, note } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    return reply.code(201).send(await database.withTenant(tenantId, (tx) => insertAllowed(tx, { tenantId, prefix, note })))
  })
  const remove = { tags, summary: 'Do not always let callers through any more', params, response: { 204: z.null() } }
  api.delete('/spam-protection/allowed/:allowedId', { schema: remove }, async (request, reply) => {
    const { allowedId } = request.params
    const isDeleted = await inScope(database, principalOf(request), undefined, (tx) => deleteAllowed(tx, allowedId))
    if (!isDeleted) throw new NotFound('caller', allowedId)
    return reply.code(204).send(null)
  })
}
