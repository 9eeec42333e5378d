import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database } from '../database/database.ts'
import { DatabaseUnavailable } from '../database/errors.ts'
import type { Subscription } from '../database/notification-listener.ts'
import type { StampedEvent } from '../event-stream/event.ts'
import type { EventHub } from '../event-stream/event-hub.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { Delivering } from './delivering.ts'
import type { Post } from './post.ts'
import { activeWebhooks, type DueDelivery, deleteDeliveriesBefore, insertDeliveries, type NewDelivery, updateWebhook } from './store.ts'

export interface WebhooksOptions {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  readonly hub: Pick<EventHub, 'open'>
  readonly post: Post
  /** Those of the tenants whose management has consented to evaluations of calls (PORT-04). */
  readonly consentingOf: (tenantIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Told when a webhook is given up: somebody must look after it. */
  readonly disabled: (webhook: { readonly id: string; readonly tenantId: string; readonly url: string }) => Promise<void>
  /** Deliveries that wait for one webhook at most. */
  readonly maxWaiting?: number
}

/** Events that wait to be written; more are lost, which is logged. */
const MAX_UNWRITTEN = 10_000
/** Of one webhook: about a day of a busy exchange whose receiver is away. More are lost, which is logged. */
const MAX_WAITING: number = 20_000
/** Events of this time are written together. */
const GATHER_MS = 50
const TRY_AGAIN_MS = 1_000
const KEPT_DAYS = 30
const CLEAN_EVERY_MS = 3_600_000

/** Tells the tenants' servers what happens. What is to be told is in the database before it is sent: a restart forgets nothing that was written. */
export class Webhooks implements Resource {
  readonly #options: WebhooksOptions
  readonly #subscription: Subscription
  readonly #delivering: Delivering
  /** By tenant. */
  #wanted = new Map<string, Awaited<ReturnType<typeof activeWebhooks>>>()
  /** How often webhooks have been loaded: what was asked for last is right. */
  #loads = 0
  #unwritten: NewDelivery[] = []
  #writing: Timer | undefined
  #cleaning: Timer | undefined
  /** Webhooks for which too much waits: that is logged once. */
  #full: ReadonlySet<string> = new Set()
  /** What is written is nobody's deed, even if a request has caused it: the audit log is not for it. */
  readonly #apart = AsyncLocalStorage.snapshot()
  #closed = false

  constructor(options: WebhooksOptions) {
    this.#options = options
    this.#delivering = new Delivering({ ...options, givenUp: (webhook) => this.#giveUp(webhook) })
    this.#subscription = options.hub.open({ happened: (event) => this.#happened(event) })
    void this.changed()
    this.#cleanLater()
  }

  /** Webhooks have been made, changed or deleted. */
  async changed(): Promise<void> {
    const load = ++this.#loads
    try {
      const all = await this.#options.database.withOperator(activeWebhooks)
      if (load === this.#loads) this.#wanted = Map.groupBy(all, ({ tenant_id: tenantId }) => tenantId)
    } catch (error) {
      this.#warn('webhooks could not be loaded', error)
      if (!this.#closed) this.#options.clock.after(TRY_AGAIN_MS, () => void this.changed())
    }
  }

  /** Sends one delivery now; what became of it. */
  send(webhook: Parameters<Delivering['send']>[0]): ReturnType<Delivering['send']> {
    return this.#delivering.send(webhook)
  }

  /** Something is due now. */
  look(): void {
    this.#delivering.look()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#subscription.close()
    for (const timer of [this.#writing, this.#cleaning]) timer?.cancel()
    await this.#write()
    await this.#delivering.close()
  }

  #happened({ tenantId, topic, type, at, id, data, sharedId }: StampedEvent): void {
    // Also one that was made at another server.
    if (topic === 'configuration' && data.table === 'webhook') void this.#apart(() => this.changed())
    for (const webhook of this.#wanted.get(tenantId) ?? []) {
      if (!webhook.topics.includes(topic)) continue
      if (this.#unwritten.length >= MAX_UNWRITTEN) {
        this.#options.logger.error('an event for a webhook is lost: too many wait for the database', { webhook: webhook.id })
        continue
      }
      const body = JSON.stringify({ type, timestamp: at, tenantId, topic, eventId: id, data })
      this.#unwritten.push({ tenantId, webhookId: webhook.id, topic, type, body, at: new Date(at), toldAs: sharedId ?? null })
      this.#writing ??= this.#apart(() => this.#options.clock.after(GATHER_MS, () => void this.#write()))
    }
  }

  async #write(): Promise<void> {
    this.#writing = undefined
    const written = this.#unwritten
    this.#unwritten = []
    if (written.length === 0) return
    try {
      const allowed = await this.#allowed(written)
      const { database, maxWaiting = MAX_WAITING } = this.#options
      if (allowed.length > 0) this.#noteFull(await database.withOperator((tx) => insertDeliveries(tx, allowed, maxWaiting)))
      if (!this.#closed) this.look()
    } catch (error) {
      this.#notWritten(written, error)
    }
  }

  /** What the database does not take, it would not take the next time either: it must not hold up what comes after it. */
  #notWritten(written: readonly NewDelivery[], error: unknown): void {
    if (!(error instanceof DatabaseUnavailable)) {
      this.#warn(`${written.length} events for webhooks are lost: the database refuses them`, error)
      return
    }
    this.#warn('events for webhooks could not be written; they are tried again', error)
    this.#unwritten = [...written, ...this.#unwritten].slice(0, MAX_UNWRITTEN)
    if (!this.#closed) this.#writing ??= this.#options.clock.after(TRY_AGAIN_MS, () => void this.#write())
  }

  #noteFull(full: ReadonlySet<string>): void {
    for (const webhook of full)
      if (!this.#full.has(webhook)) this.#options.logger.error('events for a webhook are lost: too many wait for its receiver', { webhook })
    this.#full = full
  }

  /** What the event stream would not show the tenant is not sent either. */
  async #allowed(deliveries: readonly NewDelivery[]): Promise<readonly NewDelivery[]> {
    const evaluated = new Set(deliveries.filter(({ topic }) => topic === 'call-records').map(({ tenantId }) => tenantId))
    if (evaluated.size === 0) return deliveries
    const consenting = await this.#options.consentingOf([...evaluated])
    return deliveries.filter(({ topic, tenantId }) => topic !== 'call-records' || consenting.has(tenantId))
  }

  async #giveUp({ webhook_id: id, tenant_id: tenantId, url }: Pick<DueDelivery, 'webhook_id' | 'tenant_id' | 'url'>): Promise<void> {
    const { database, disabled, logger } = this.#options
    const changed = await database.withOperator((tx) => updateWebhook(tx, id, { active: false }, true))
    await this.changed()
    if (changed === undefined) return
    logger.warn('a webhook has failed for a day and is disabled', { webhook: id, tenant: tenantId })
    await disabled({ id, tenantId, url }).catch((error: unknown) => this.#warn('nobody could be told of a disabled webhook', error))
  }

  #cleanLater(): void {
    if (this.#closed) return
    this.#cleaning = this.#options.clock.after(CLEAN_EVERY_MS, () => {
      const before = new Date(this.#options.clock.epochMs() - KEPT_DAYS * 86_400_000)
      void this.#options.database
        .withOperator((tx) => deleteDeliveriesBefore(tx, before))
        .catch((error: unknown) => this.#warn('old deliveries could not be deleted', error))
        .then(() => this.#cleanLater())
    })
  }

  #warn(what: string, error: unknown): void {
    this.#options.logger.warn(what, { error: error instanceof Error ? error : new Error(String(error)) })
  }
}
