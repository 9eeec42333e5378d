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
  readonly leased_until: Generated<Date | null>
  readonly told_as: Generated<string | null>
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

/** How many a tenant has. Until the end of the transaction nobody else counts: two who make one at a time do not both take the last place. */
export async function countWebhooks(tx: Tx, tenantId: string): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`webhook ${tenantId}`}, 0))`.execute(tables(tx))
  return (await tables(tx).selectFrom('webhook').select('id').where('tenant_id', '=', tenantId).execute()).length
}

export function findWebhook(tx: Tx, id: string): Promise<Webhook | undefined> {
  return tables(tx).selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The changed webhook; undefined when there is none. `ifActive`: nor one that is active. */
export function updateWebhook(tx: Tx, id: string, change: WebhookChange, ifActive = false): Promise<Webhook | undefined> {
  const query = tables(tx).updateTable('webhook').set(change).where('id', '=', id)
  return (ifActive ? query.where('active', '=', true) : query).returningAll().executeTakeFirst()
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
  /** What every server on this database is told of has the same name for all of them: the first that writes it down delivers it. */
  readonly toldAs: string | null
}

/** Keeps what is to be delivered, for webhooks that are still there. Gives those for which `maxWaiting` wait already: they get none of it. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[], maxWaiting: number): Promise<ReadonlySet<string>> {
  const ids = [...new Set(deliveries.map(({ webhookId }) => webhookId))]
  // Held until the deliveries are in: a webhook that is deleted in this moment takes them along.
  const there = await tables(tx).selectFrom('webhook').select('id').where('id', 'in', ids).orderBy('id').forKeyShare().execute()
  const waiting = await tables(tx)
    .selectFrom('webhook_delivery')
    .select(['webhook_id', ({ fn }) => fn.countAll<string>().as('n')])
    .where('webhook_id', 'in', ids)
    .where('state', '=', 'waiting')
    .groupBy('webhook_id')
    .execute()
  const full = new Set(waiting.filter(({ n }) => Number(n) >= maxWaiting).map((row) => row.webhook_id))
  const open = new Set(there.map(({ id }) => id)).difference(full)
  const rows = deliveries
    .filter(({ webhookId }) => open.has(webhookId))
    .map(({ tenantId, webhookId, type, body, at, toldAs }) => ({
      ...{ id: randomUUIDv7(), tenant_id: tenantId, webhook_id: webhookId, type, body, next_at: at, created_at: at, told_as: toldAs },
    }))
  if (rows.length > 0)
    await tables(tx)
      .insertInto('webhook_delivery')
      .values(rows)
      .onConflict((again) => again.doNothing())
      .execute()
  return full
}

export interface DueLimits {
  readonly perWebhook: number
  readonly all: number
  /** Deliveries that are under way. */
  readonly without: readonly string[]
  /** Tenants that have no place left. */
  readonly busyTenants: readonly string[]
}

/** What is to be tried now, with whom it is for: of each tenant the first, then of each the second, and so on. */
export async function dueDeliveries(tx: Tx, now: Date, { perWebhook, all, without, busyTenants }: DueLimits) {
  const turn = sql<string>`row_number() OVER (PARTITION BY webhook.tenant_id ORDER BY delivery.next_at)`
  const { rows } = await sql<DueRow>`
    SELECT delivery.id, body, attempts, webhook.id AS webhook_id, url, secret_sealed, old_secret_sealed, old_secret_until, failing_since, webhook.tenant_id
    FROM klinke.webhook CROSS JOIN LATERAL (
      SELECT id, body, attempts, next_at FROM klinke.webhook_delivery
      WHERE webhook_id = webhook.id AND state = 'waiting' AND next_at <= ${now} AND id <> ALL(${without}::uuid[])
        AND (leased_until IS NULL OR leased_until <= ${now})
      ORDER BY next_at LIMIT ${perWebhook}) delivery
    WHERE active AND webhook.tenant_id <> ALL(${busyTenants}::uuid[])
    ORDER BY ${turn}, delivery.next_at LIMIT ${all}`.execute(tables(tx))
  return rows
}

interface DueRow
  extends Pick<Webhook, 'tenant_id' | 'url' | 'secret_sealed' | 'old_secret_sealed' | 'old_secret_until' | 'failing_since'>,
    Pick<Delivery, 'id' | 'body' | 'attempts' | 'webhook_id'> {}

export type DueDelivery = Awaited<ReturnType<typeof dueDeliveries>>[number]

/** Of these the ones that nobody else is at; until then nobody else takes them. */
export async function leaseDeliveries(tx: Tx, ids: readonly string[], now: Date, until: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ readonly id: string }>`
    UPDATE klinke.webhook_delivery SET leased_until = ${until} WHERE id IN (
      SELECT id FROM klinke.webhook_delivery
      WHERE id = ANY(${ids}::uuid[]) AND state = 'waiting' AND next_at <= ${now} AND (leased_until IS NULL OR leased_until <= ${now})
      FOR UPDATE SKIP LOCKED) RETURNING id`.execute(tables(tx))
  return new Set(rows.map(({ id }) => id))
}

export async function updateDelivery(tx: Tx, id: string, change: Partial<Delivery>): Promise<void> {
  const { created_at: _made, ...changed } = change
  await tables(tx)
    .updateTable('webhook_delivery')
    .set({ ...changed, leased_until: null })
    .where('id', '=', id)
    .execute()
}

/** The types of the topic `call-records`. */
const CALL_RECORD_EVENTS = 'call-record.%'

export interface DeliveryFilter {
  readonly state?: Delivery['state'] | undefined
  /** As `searchQuery` says: in what was sent. */
  readonly q?: string | undefined
  /** False: those of calls' records are left out. */
  readonly callRecords: boolean
  readonly limit: number
  /** The list goes on behind this one. */
  readonly before?: string | undefined
}

/** The newest first. */
export function listDeliveries(
  tx: Tx,
  webhookId: string,
  { state, q, callRecords, limit, before }: DeliveryFilter,
): Promise<readonly Delivery[]> {
  let query = tables(tx).selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', webhookId).orderBy('id', 'desc').limit(limit)
  if (!callRecords) query = query.where('type', 'not like', CALL_RECORD_EVENTS)
  if (state !== undefined) query = query.where('state', '=', state)
  if (q) query = query.where(matching(q, sql`type`, sql`body`, sql`last_error`))
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}

/** It is sent once more, and tried as a new one. False when there is none. */
export async function replayDelivery(tx: Tx, webhookId: string, id: string, now: Date, callRecords: boolean): Promise<boolean> {
  const set = { state: 'waiting', attempts: 0, next_at: now, leased_until: null } as const
  const query = tables(tx).updateTable('webhook_delivery').set(set).where('id', '=', id).where('webhook_id', '=', webhookId)
  const open = callRecords ? query : query.where('type', 'not like', CALL_RECORD_EVENTS)
  return (await open.executeTakeFirst()).numUpdatedRows > 0n
}

export async function deleteDeliveriesBefore(tx: Tx, before: Date): Promise<void> {
  await tables(tx).deleteFrom('webhook_delivery').where('created_at', '<', before).execute()
}
