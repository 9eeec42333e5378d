import { randomUUIDv7 } from 'node:crypto'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { Tx } from '../database/tx.ts'
import type { Topic } from '../event-stream/event.ts'
import { matching } from '../http/search.ts'

interface WebhookTable {
  readonly id: string
  readonly tenant_id: string
  readonly url: string
  readonly description: string
  readonly topics: Topic[]
  readonly active: Generated<boolean>
  readonly secret_sealed: string
  readonly old_secret_sealed: Generated<string | null>
  readonly old_secret_until: Generated<Date | null>
  readonly failing_since: Generated<Date | null>
  readonly created_at: Generated<Date>
}

interface DeliveryTable {
  readonly id: string
  readonly tenant_id: string
  readonly webhook_id: string
  readonly type: string
  readonly body: string
  readonly state: Generated<'waiting' | 'delivered' | 'failed'>
  readonly attempts: Generated<number>
  readonly next_at: Date
  readonly last_status: Generated<number | null>
  readonly last_error: Generated<string | null>
  readonly created_at: ColumnType<Date, Date, never>
  readonly delivered_at: Generated<Date | null>
}

interface WebhookTables {
  readonly webhook: WebhookTable
  readonly webhook_delivery: DeliveryTable
}

export type Webhook = Selectable<WebhookTable>
export type Delivery = Selectable<DeliveryTable>

export interface NewWebhook extends Pick<Webhook, 'tenant_id' | 'url' | 'description' | 'topics'> {
  readonly id: string
  readonly secret_sealed: string
}

export type WebhookChange = Partial<Omit<Webhook, 'id' | 'tenant_id' | 'created_at'>>

const tables = (tx: Tx) => tx.tables<WebhookTables>()

export function insertWebhook(tx: Tx, webhook: NewWebhook): Promise<Webhook> {
  return tables(tx).insertInto('webhook').values(webhook).returningAll().executeTakeFirstOrThrow()
}

export function listWebhooks(tx: Tx, limit: number, after?: string): Promise<readonly Webhook[]> {
  const query = tables(tx).selectFrom('webhook').selectAll().orderBy('id').limit(limit)
  return (after === undefined ? query : query.where('id', '>', after)).execute()
}

/** Those that are to be told, of all tenants that `tx` sees. */
export function activeWebhooks(tx: Tx): Promise<readonly Pick<Webhook, 'id' | 'tenant_id' | 'topics'>[]> {
  return tables(tx).selectFrom('webhook').select(['id', 'tenant_id', 'topics']).where('active', '=', true).execute()
}

export async function countWebhooks(tx: Tx, tenantId: string): Promise<number> {
  return (await tables(tx).selectFrom('webhook').select('id').where('tenant_id', '=', tenantId).execute()).length
}

export function findWebhook(tx: Tx, id: string): Promise<Webhook | undefined> {
  return tables(tx).selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
}

export function updateWebhook(tx: Tx, id: string, change: WebhookChange): Promise<Webhook | undefined> {
  return tables(tx).updateTable('webhook').set(change).where('id', '=', id).returningAll().executeTakeFirst()
}

export async function deleteWebhook(tx: Tx, id: string): Promise<boolean> {
  return (await tables(tx).deleteFrom('webhook').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
}

export interface NewDelivery {
  readonly tenantId: string
  readonly webhookId: string
  readonly topic: Topic
  readonly type: string
  readonly body: string
  readonly at: Date
}

export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  const rows = deliveries.map(({ tenantId, webhookId, type, body, at }) => ({
    ...{ id: randomUUIDv7(), tenant_id: tenantId, webhook_id: webhookId, type, body, next_at: at, created_at: at },
  }))
  await tables(tx).insertInto('webhook_delivery').values(rows).execute()
}

/** What is to be tried now, with whom it is for. */
export function dueDeliveries(tx: Tx, now: Date, limit: number) {
  return tables(tx)
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .select([
      'delivery.id',
      'delivery.body',
      'delivery.attempts',
      'webhook_id',
      'url',
      'secret_sealed',
      'old_secret_sealed',
      'old_secret_until',
      'failing_since',
    ])
    .select('webhook.tenant_id')
    .where('state', '=', 'waiting')
    .where('active', '=', true)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute()
}
export type DueDelivery = Awaited<ReturnType<typeof dueDeliveries>>[number]

export async function updateDelivery(tx: Tx, id: string, change: Partial<Delivery>): Promise<void> {
  const { created_at: _made, ...changed } = change
  await tables(tx).updateTable('webhook_delivery').set(changed).where('id', '=', id).execute()
}

export interface DeliveryFilter {
  readonly state?: Delivery['state'] | undefined
  /** As `searchQuery` says: in what was sent. */
  readonly q?: string | undefined
  readonly limit: number
  /** The list goes on behind this one. */
  readonly before?: string | undefined
}

/** The newest first. */
export function listDeliveries(tx: Tx, webhookId: string, { state, q, limit, before }: DeliveryFilter): Promise<readonly Delivery[]> {
  let query = tables(tx).selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', webhookId).orderBy('id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('state', '=', state)
  if (q) query = query.where(matching(q, sql`type`, sql`body`, sql`last_error`))
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}

/** It is sent once more, and tried as a new one. False when there is none. */
export async function replayDelivery(tx: Tx, webhookId: string, id: string, now: Date): Promise<boolean> {
  const set = { state: 'waiting', attempts: 0, next_at: now } as const
  const query = tables(tx).updateTable('webhook_delivery').set(set).where('id', '=', id).where('webhook_id', '=', webhookId)
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

export async function deleteDeliveriesBefore(tx: Tx, before: Date): Promise<void> {
  await tables(tx).deleteFrom('webhook_delivery').where('created_at', '<', before).execute()
}
