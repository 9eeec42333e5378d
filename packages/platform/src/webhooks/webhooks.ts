import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database } from '../database/database.ts'
import type { Subscription } from '../database/notification-listener.ts'
import type { StampedEvent } from '../event-stream/event.ts'
import type { EventHub } from '../event-stream/event-hub.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { Post, Posted } from './post.ts'
import { DISABLED_AFTER_MS, pauseAfter } from './retries.ts'
import { signatureHeaders } from './signature.ts'
import {
  activeWebhooks,
  type DueDelivery,
  deleteDeliveriesBefore,
  dueDeliveries,
  insertDeliveries,
  type NewDelivery,
  updateDelivery,
  updateWebhook,
} from './store.ts'

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
}

/** Events that wait to be written; more are lost, which is logged. */
const MAX_UNWRITTEN = 10_000
/** Events of this time are written together. */
const GATHER_MS = 50
const LOOK_EVERY_MS = 1_000
/** Deliveries at a time. */
const AT_A_TIME = 20
const KEPT_DAYS = 30
const CLEAN_EVERY_MS = 3_600_000

/** Where a webhook's secret stands, for the seal. */
export const placeOfSecret = (webhookId: string): string => `webhook/${webhookId}`

/** Tells the tenants' servers what happens. What is to be told is in the database before it is sent: a restart forgets nothing that was written. */
export class Webhooks implements Resource {
  readonly #options: WebhooksOptions
  readonly #subscription: Subscription
  /** By tenant. */
  #wanted = new Map<string, Awaited<ReturnType<typeof activeWebhooks>>>()
  #unwritten: NewDelivery[] = []
  #writing: Timer | undefined
  #looking: Timer | undefined
  #cleaning: Timer | undefined
  /** What is sent is nobody's deed, even if a request has caused it: the audit log is not for it. */
  readonly #apart = AsyncLocalStorage.snapshot()
  #busy: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: WebhooksOptions) {
    this.#options = options
    this.#subscription = options.hub.open({ happened: (event) => this.#happened(event) })
    void this.changed()
    this.#lookLater(0)
    this.#cleanLater()
  }

  /** Webhooks have been made, changed or deleted. */
  async changed(): Promise<void> {
    try {
      const all = await this.#options.database.withOperator(activeWebhooks)
      this.#wanted = Map.groupBy(all, ({ tenant_id: tenantId }) => tenantId)
    } catch (error) {
      this.#warn('webhooks could not be loaded', error)
      if (!this.#closed) this.#options.clock.after(LOOK_EVERY_MS, () => void this.changed())
    }
  }

  /** Sends one delivery now; what became of it. */
  async send(
    webhook: Pick<DueDelivery, 'id' | 'body' | 'url' | 'webhook_id' | 'secret_sealed' | 'old_secret_sealed' | 'old_secret_until'>,
  ): Promise<Posted> {
    const { secrets, clock, post } = this.#options
    const nowMs = clock.epochMs()
    const place = placeOfSecret(webhook.webhook_id)
    const old = webhook.old_secret_until !== null && webhook.old_secret_until.getTime() > nowMs ? webhook.old_secret_sealed : null
    const sealed = [webhook.secret_sealed, ...(old === null ? [] : [old])]
    const signed = { id: webhook.id, timestampSeconds: Math.floor(nowMs / 1_000), body: webhook.body }
    return post(
      webhook.url,
      webhook.body,
      signatureHeaders(
        signed,
        sealed.map((each) => secrets.unseal(each, place)),
      ),
    )
  }

  /** Something is due now. */
  look(): void {
    this.#looking?.cancel()
    this.#lookLater(0)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#subscription.close()
    for (const timer of [this.#writing, this.#looking, this.#cleaning]) timer?.cancel()
    await this.#write()
    await this.#busy
  }

  #happened({ tenantId, topic, type, at, id, data }: StampedEvent): void {
    for (const webhook of this.#wanted.get(tenantId) ?? []) {
      if (!webhook.topics.includes(topic)) continue
      if (this.#unwritten.length >= MAX_UNWRITTEN) {
        this.#options.logger.error('an event for a webhook is lost: too many wait for the database', { webhook: webhook.id })
        continue
      }
      const body = JSON.stringify({ type, timestamp: at, tenantId, topic, eventId: id, data })
      this.#unwritten.push({ tenantId, webhookId: webhook.id, topic, type, body, at: new Date(at) })
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
      if (allowed.length > 0) await this.#options.database.withOperator((tx) => insertDeliveries(tx, allowed))
      if (!this.#closed) this.look()
    } catch (error) {
      this.#warn('events for webhooks could not be written; they are tried again', error)
      this.#unwritten = [...written, ...this.#unwritten].slice(0, MAX_UNWRITTEN)
      if (!this.#closed) this.#writing ??= this.#options.clock.after(LOOK_EVERY_MS, () => void this.#write())
    }
  }

  /** What the event stream would not show the tenant is not sent either. */
  async #allowed(deliveries: readonly NewDelivery[]): Promise<readonly NewDelivery[]> {
    const evaluated = new Set(deliveries.filter(({ topic }) => topic === 'call-records').map(({ tenantId }) => tenantId))
    if (evaluated.size === 0) return deliveries
    const consenting = await this.#options.consentingOf([...evaluated])
    return deliveries.filter(({ topic, tenantId }) => topic !== 'call-records' || consenting.has(tenantId))
  }

  #lookLater(delayMs: number): void {
    if (this.#closed) return
    const deliver = (): void => {
      this.#busy = this.#busy.then(() => this.#deliverDue()).then((more) => this.#lookLater(more ? 0 : LOOK_EVERY_MS))
    }
    this.#looking = this.#apart(() => this.#options.clock.after(delayMs, deliver))
  }

  /** True when there may be more. */
  async #deliverDue(): Promise<boolean> {
    try {
      const now = new Date(this.#options.clock.epochMs())
      const due = await this.#options.database.withOperator((tx) => dueDeliveries(tx, now, AT_A_TIME))
      await Promise.all(due.map((delivery) => this.#deliver(delivery)))
      return due.length === AT_A_TIME
    } catch (error) {
      this.#warn('deliveries of webhooks could not be looked for', error)
      return false
    }
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const posted = await this.send(delivery)
    const { database, clock } = this.#options
    const nowMs = clock.epochMs()
    const attempts = delivery.attempts + 1
    const pause = posted.kind === 'delivered' ? undefined : pauseAfter(attempts)
    const state = posted.kind === 'delivered' ? 'delivered' : pause === undefined ? 'failed' : 'waiting'
    await database.withOperator(async (tx) => {
      await updateDelivery(tx, delivery.id, {
        ...{ state, attempts, next_at: new Date(nowMs + (pause ?? 0) * 1_000), last_status: posted.status ?? null },
        ...{
          last_error: posted.kind === 'delivered' ? null : posted.why,
          delivered_at: posted.kind === 'delivered' ? new Date(nowMs) : null,
        },
      })
      const failing = posted.kind === 'delivered' ? null : (delivery.failing_since ?? new Date(nowMs))
      if (failing?.getTime() !== delivery.failing_since?.getTime()) await updateWebhook(tx, delivery.webhook_id, { failing_since: failing })
    })
    if (posted.kind === 'failed' && delivery.failing_since !== null && delivery.failing_since.getTime() + DISABLED_AFTER_MS <= nowMs)
      await this.#giveUp(delivery)
  }

  async #giveUp({ webhook_id: id, tenant_id: tenantId, url }: DueDelivery): Promise<void> {
    const { database, disabled, logger } = this.#options
    const changed = await database.withOperator((tx) => updateWebhook(tx, id, { active: false }))
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
