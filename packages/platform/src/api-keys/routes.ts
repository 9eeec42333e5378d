import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { ApiRoutes } from '../http/api.ts'
import { NotFound } from '../http/errors.ts'
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging.ts'
import { type ApiKeyRecord, createApiKey, type KeyPrincipal, listApiKeys, revokeApiKey } from './store.ts'

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  tenantId: z.uuid().nullable().describe("null: an operator's key, which reaches all tenants"),
  createdAt: z.iso.datetime(),
})
const newKey = z.strictObject({
  name: z.string().trim().min(1).max(100).describe('What the key is for'),
  tenantId: z.uuid().nullish().describe("The tenant whose data the key reaches; absent makes an operator's key"),
})
const createdKey = z.object({ id: z.uuid(), key: z.string().describe('Shown this once; it cannot be read again') })
const params = z.object({ apiKeyId: z.uuid() })
const tags = ['API keys']
const config = { access: 'operator' } as const

function view({ createdAt, ...shown }: ApiKeyRecord): z.infer<typeof keyView> {
  return { ...shown, createdAt: createdAt.toISOString() }
}

/** API keys: the operator makes them for itself and for tenants. `tenantExists`: tenants are none of platform's business. */
export function apiKeyRoutes(database: Database, tenantExists: (tenantId: string) => Promise<boolean>): ApiRoutes {
  return (api) => {
    api.get(
      '/api-keys',
      {
        config,
        schema: { tags, summary: 'List valid API keys', querystring: z.strictObject(pageQuery), response: { 200: pageOf(keyView) } },
      },
      async (request) => {
        const { limit, cursor } = request.query
        return page(await listApiKeys(database, limit + 1, decodeCursor(cursor, 1)?.[0]), limit, view, ({ id }) => [id])
      },
    )
    api.post(
      '/api-keys',
      { config, schema: { tags, summary: 'Create an API key', body: newKey, response: { 201: createdKey } } },
      async (request, reply) => {
        const { name, tenantId } = request.body
        if (tenantId != null && !(await tenantExists(tenantId))) throw new NotFound('tenant', tenantId)
        const principal: KeyPrincipal = tenantId == null ? { kind: 'operator' } : { kind: 'tenant', tenantId }
        return reply.code(201).send(await createApiKey(database, name, principal))
      },
    )
    api.delete(
      '/api-keys/:apiKeyId',
      { config, schema: { tags, summary: 'Revoke an API key at once', params, response: { 204: z.null() } } },
      async (request, reply) => {
        if (!(await revokeApiKey(database, request.params.apiKeyId))) throw new NotFound('API key', request.params.apiKeyId)
        return reply.code(204).send(null)
      },
    )
  }
}
