import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'
import type { Api, ApiRoutes } from '../http/api.ts'
import { loginBehind, principalOf } from '../http/authentication.ts'
import { Forbidden, InvalidRequest, NotFound } from '../http/errors.ts'
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging.ts'
import { rightsSchema, withinRights } from '../http/rights.ts'
import { searchQuery } from '../http/search.ts'
import { seenTenant } from '../http/tenant-scope.ts'
import { type ApiKeyRecord, createApiKey, findApiKey, type KeyOwner, type KeyPrincipal, listApiKeys, revokeApiKey } from './store.ts'

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  tenantId: z.uuid().nullable().describe("null: an operator's or reseller's key, which reaches all their tenants"),
  rights: rightsSchema.nullable().describe('null: everything of its owner'),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('To within five minutes; null: never'),
  madeBy: z.string().nullable().describe('Who has made it, and bounds what it opens; null: no login has, it stays as it is'),
})
const newKey = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('What the key is for'),
  tenantId: z.uuid().nullish().describe("The tenant whose data the key reaches; absent makes an operator's or reseller's own key"),
  rights: rightsSchema.nullish().describe('Areas that the key opens; null or absent: all. Never more than its maker has'),
})
const createdKey = z.object({ id: z.uuid(), key: z.string().describe('Shown this once; it cannot be read again') })
const querystring = z.strictObject({ ...pageQuery, ...searchQuery, tenantId: z.uuid().optional() })
const owned = z.strictObject({ tenantId: z.uuid().optional().describe("A reseller names it for a tenant's key") })
const params = z.object({ apiKeyId: z.uuid() })
const tags = ['API keys']

function view({ createdAt, lastUsedAt, resellerId: _reseller, ...shown }: ApiKeyRecord): z.infer<typeof keyView> {
  return { ...shown, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null }
}

/** API keys: the operator and resellers make them for themselves and their tenants, administrators for their tenant. `tenantExists`: tenants are none of platform's business. */
export function apiKeyRoutes(database: Database, tenantExists: (tenantId: string) => Promise<boolean>): ApiRoutes {
  return (api) => {
    addList(api, database)
    addCreation(api, database, tenantExists)
    const remove = { tags, summary: 'Revoke an API key at once', params, querystring: owned, response: { 204: z.null() } }
    api.delete('/api-keys/:apiKeyId', { schema: remove }, async (request, reply) => {
      const { apiKeyId } = request.params
      const owner = ownerSeen(principalOf(request), request.query.tenantId)
      const key = await database.withOperator((tx) => findApiKey(tx, apiKeyId, owner))
      if (key !== undefined && !withinRights(key.rights ?? undefined, rightsOf(request))) throw new Forbidden(undefined)
      if (!(await revokeApiKey(database, apiKeyId, owner))) throw new NotFound('API key', apiKeyId)
      return reply.code(204).send(null)
    })
  }
}

function addList(api: Api, database: Database): void {
  const schema = { tags, summary: 'List valid API keys', querystring, response: { 200: pageOf(keyView) } }
  api.get('/api-keys', { schema }, async (request) => {
    const { limit, cursor, tenantId, q } = request.query
    const owner = ownerSeen(principalOf(request), tenantId)
    return page(await listApiKeys(database, owner, limit + 1, decodeCursor(cursor, 1)?.[0], q), limit, view, ({ id }) => [id])
  })
}

function addCreation(api: Api, database: Database, tenantExists: (tenantId: string) => Promise<boolean>): void {
  const schema = { tags, summary: 'Create an API key', body: newKey, response: { 201: createdKey } }
  api.post('/api-keys', { schema }, async (request, reply) => {
    const { name, tenantId } = request.body
    if (tenantId != null && !(await tenantExists(tenantId))) throw new NotFound('tenant', tenantId)
    const rights = rightsGiven(request, request.body.rights ?? undefined)
    const principal = { ...principalOfKey(principalOf(request), tenantId ?? undefined), ...(rights === undefined ? {} : { rights }) }
    return reply.code(201).send(await createApiKey(database, name, principal, loginBehind(request)))
  })
}

/** Whose keys somebody sees: a tenant's, a reseller's own, or, for the operator who names none, everybody's. Throws as `seenTenant` does. */
function ownerSeen(principal: Principal, wanted: string | undefined): KeyOwner {
  if (principal.kind === 'reseller' && principal.tenantId === undefined) return { kind: 'reseller', resellerId: principal.resellerId }
  const tenantId = seenTenant(principal, wanted)
  return tenantId === undefined ? { kind: 'all' } : { kind: 'tenant', tenantId }
}

function principalOfKey(by: Principal, wanted: string | undefined): KeyPrincipal {
  if (by.kind === 'reseller' && wanted === undefined) return { kind: 'reseller', resellerId: by.resellerId }
  const tenantId = seenTenant(by, wanted)
  return tenantId === undefined ? { kind: 'operator' } : { kind: 'tenant', tenantId }
}

/** Nobody makes a key that opens more than he may open himself: it would be his way around his own rights. */
function rightsGiven(request: FastifyRequest, wanted: KeyPrincipal['rights']): KeyPrincipal['rights'] {
  if (!withinRights(wanted, rightsOf(request)))
    throw new InvalidRequest(
      {
        en: 'A key opens no more than you may open yourself. Choose areas among your own.',
        de: 'Ein Schlüssel öffnet nicht mehr, als Sie selbst dürfen. Wählen Sie unter Ihren eigenen Bereichen.',
      },
      [{ pointer: '/rights', detail: { en: 'more than your own rights', de: 'mehr als Ihre eigenen Rechte' } }],
    )
  return wanted
}

function rightsOf(request: FastifyRequest): KeyPrincipal['rights'] {
  const principal = principalOf(request)
  return principal.kind === 'user' ? {} : principal.rights
}
