import { randomUUIDv7 } from 'node:crypto'
import type { Clock } from '@klinke/foundation'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/tx.ts'
import type { Topic } from '../event-stream/event.ts'
import type { Api, ApiRoutes } from '../http/api.ts'
import { principalOf } from '../http/authentication.ts'
import { Forbidden, NotFound } from '../http/errors.ts'
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging.ts'
import { mayIn } from '../http/rights.ts'
import { searchQuery } from '../http/search.ts'
import { inScope, owningTenant } from '../http/tenant-scope.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { placeOfSecret } from './delivering.ts'
import {
  AREA_OF_TOPIC,
  deliveryView,
  MAX_WEBHOOKS,
  newWebhook,
  OLD_SECRET_SECONDS,
  TooManyWebhooks,
  viewDelivery,
  viewWebhook,
  webhookChange,
  webhookView,
} from './rules.ts'
import { newSecret } from './signature.ts'
import {
  countWebhooks,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  replayDelivery,
  updateWebhook,
  type Webhook,
} from './store.ts'
import type { Webhooks } from './webhooks.ts'

export { webhookProblems } from './rules.ts'

export interface WebhookRoutesParts {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  /** Those of the tenants whose management has consented to evaluations of calls (PORT-04). */
  readonly consentingOf: (tenantIds: readonly string[]) => Promise<ReadonlySet<string>>
  readonly webhooks: Pick<Webhooks, 'changed' | 'send' | 'look'>
}

const tags = ['webhooks']
const params = z.object({ webhookId: z.uuid() })
const ONE = '/webhooks/:webhookId'
const secretView = z.object({ secret: z.string().describe('Shown this once; it signs what is sent (Standard Webhooks)') })

/** Servers of a tenant that are told what happens. */
export function webhookRoutes(parts: WebhookRoutesParts): ApiRoutes {
  return (api) => {
    addWebhooks(api, parts)
    addChanges(api, parts)
    addSecret(api, parts)
    addDeliveries(api, parts)
  }
}

function addWebhooks(api: Api, { database, secrets, webhooks }: WebhookRoutesParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  api.get(
    '/webhooks',
    { schema: { tags, summary: 'List webhooks', querystring, response: { 200: pageOf(webhookView) } } },
    async (request) => {
      const { limit, cursor, tenantId } = request.query
      const rows = await inScope(database, principalOf(request), tenantId, (tx) =>
        listWebhooks(tx, limit + 1, decodeCursor(cursor, 1)?.[0]),
      )
      return page(rows, limit, viewWebhook, ({ id }) => [id])
    },
  )
  const response = { 201: webhookView.extend(secretView.shape) }
  api.post('/webhooks', { schema: { tags, summary: 'Create a webhook', body: newWebhook, response } }, async (request, reply) => {
    const { tenantId: named, url, topics, description } = request.body
    assertMayHear(request, topics)
    const tenantId = owningTenant(principalOf(request), named)
    const [id, secret] = [randomUUIDv7(), newSecret()]
    const made = await database.withTenant(tenantId, async (tx) => {
      if ((await countWebhooks(tx, tenantId)) >= MAX_WEBHOOKS) throw new TooManyWebhooks()
      return insertWebhook(tx, {
        id,
        tenant_id: tenantId,
        url,
        topics,
        description,
        secret_sealed: secrets.seal(secret, placeOfSecret(id)),
      })
    })
    await webhooks.changed()
    return reply.code(201).send({ ...viewWebhook(made), secret })
  })
  api.get(ONE, { schema: { tags, summary: 'Get a webhook', params, response: { 200: webhookView } } }, async (request) =>
    viewWebhook(await found(database, request, (tx) => findWebhook(tx, request.params.webhookId))),
  )
}

function addChanges(api: Api, { database, webhooks }: WebhookRoutesParts): void {
  api.patch(
    ONE,
    { schema: { tags, summary: 'Change a webhook', params, body: webhookChange, response: { 200: webhookView } } },
    async (request) => {
      if (request.body.topics !== undefined) assertMayHear(request, request.body.topics)
      const { url, topics, description, active } = request.body
      const again = active === true ? { failing_since: null } : {}
      const given = Object.entries({ url, topics, description, active }).filter(([, value]) => value !== undefined)
      const changed = await found(database, request, async (tx) => {
        const before = await findWebhook(tx, request.params.webhookId)
        if (before === undefined || given.length === 0) return before
        // Who sends to another address what he may not hear of, hears of it there.
        assertMayHear(request, before.topics)
        return updateWebhook(tx, before.id, { ...Object.fromEntries(given), ...again })
      })
      await webhooks.changed()
      return viewWebhook(changed)
    },
  )
  api.delete(
    ONE,
    { schema: { tags, summary: 'Delete a webhook with its log', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { webhookId } = request.params
      if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteWebhook(tx, webhookId))))
        throw new NotFound('webhook', webhookId)
      await webhooks.changed()
      return reply.code(204).send(null)
    },
  )
}

function addSecret(api: Api, { database, secrets, clock, webhooks }: WebhookRoutesParts): void {
  const summary = 'Rotate the secret: for a day what is sent is signed by both'
  api.post(`${ONE}/rotate-secret`, { schema: { tags, summary, params, response: { 200: secretView } } }, async (request) => {
    const { webhookId } = request.params
    const secret = newSecret()
    const until = new Date(clock.epochMs() + OLD_SECRET_SECONDS * 1_000)
    await found(database, request, async (tx) => {
      const webhook = await findWebhook(tx, webhookId)
      if (webhook !== undefined) assertMayHear(request, webhook.topics)
      const sealed = secrets.seal(secret, placeOfSecret(webhookId))
      return (
        webhook &&
        updateWebhook(tx, webhookId, { secret_sealed: sealed, old_secret_sealed: webhook.secret_sealed, old_secret_until: until })
      )
    })
    return { secret }
  })
  const tested = z.object({ delivered: z.boolean(), status: z.int().nullable(), error: z.string().nullable() })
  api.post(
    `${ONE}/test`,
    { schema: { tags, summary: 'Send a test now, and tell what came of it', params, response: { 200: tested } } },
    async (request) => {
      const webhook = await found(database, request, (tx) => findWebhook(tx, request.params.webhookId))
      const body = JSON.stringify({
        type: 'webhook.test',
        timestamp: new Date(clock.epochMs()).toISOString(),
        tenantId: webhook.tenant_id,
        data: {},
      })
      const posted = await webhooks.send({ ...webhook, id: randomUUIDv7(), webhook_id: webhook.id, body })
      return { delivered: posted.kind === 'delivered', status: posted.status ?? null, error: posted.kind === 'failed' ? posted.why : null }
    },
  )
}

function addDeliveries(api: Api, parts: WebhookRoutesParts): void {
  const { database } = parts
  const querystring = z.strictObject({ ...pageQuery, ...searchQuery, state: deliveryView.shape.state.optional() })
  const list = {
    tags,
    summary: 'List what was sent, the newest first, for 30 days',
    params,
    querystring,
    response: { 200: pageOf(deliveryView) },
  }
  api.get(`${ONE}/deliveries`, { schema: list }, async (request) => {
    const { limit, cursor, state, q } = request.query
    const { id, topics: heard, tenant_id: of } = await found(database, request, (tx) => findWebhook(tx, request.params.webhookId))
    assertMayHear(request, heard)
    const before = decodeCursor(cursor, 1)?.[0]
    const callRecords = await seesCallRecords(request, of, parts)
    const rows = await inScope(database, principalOf(request), undefined, (tx) =>
      listDeliveries(tx, id, { state, q, callRecords, limit: limit + 1, before }),
    )
    return page(rows, limit, viewDelivery, (row) => [row.id])
  })
  addReplay(api, parts)
}

function addReplay(api: Api, parts: WebhookRoutesParts): void {
  const { database, clock, webhooks } = parts
  const one = z.object({ webhookId: z.uuid(), deliveryId: z.uuid() })
  const replay = { tags, summary: 'Send a delivery once more', params: one, response: { 202: z.null() } }
  api.post(`${ONE}/deliveries/:deliveryId/replay`, { schema: replay }, async (request, reply) => {
    const { webhookId, deliveryId } = request.params
    const now = new Date(clock.epochMs())
    const { tenant_id: of } = await found(database, request, (tx) => findWebhook(tx, webhookId))
    const callRecords = await seesCallRecords(request, of, parts)
    const done = await inScope(database, principalOf(request), undefined, (tx) =>
      replayDelivery(tx, webhookId, deliveryId, now, callRecords),
    )
    if (!done) throw new NotFound('delivery', deliveryId)
    webhooks.look()
    return reply.code(202).send(null)
  })
}

/** Customers and resellers see records of calls, also those that were sent, while the management consents to evaluations (PORT-04). */
async function seesCallRecords(request: FastifyRequest, tenantId: string, { consentingOf }: WebhookRoutesParts): Promise<boolean> {
  return principalOf(request).kind === 'operator' || (await consentingOf([tenantId])).has(tenantId)
}

/** Nobody has sent what he may not hear of. */
function assertMayHear(request: FastifyRequest, topics: readonly Topic[]): void {
  const principal = principalOf(request)
  const rights = principal.kind === 'user' ? {} : principal.rights
  const closed = topics.find((topic) => !mayIn(rights, AREA_OF_TOPIC[topic], 'read'))
  if (closed !== undefined) throw new Forbidden(AREA_OF_TOPIC[closed])
}

async function found(database: Database, request: FastifyRequest, work: (tx: Tx) => Promise<Webhook | undefined>): Promise<Webhook> {
  const webhook = await inScope(database, principalOf(request), undefined, work)
  if (webhook === undefined) throw new NotFound('webhook', String((request.params as { readonly webhookId?: string }).webhookId))
  return webhook
}
