import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database } from '../database/database.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { Post, Posted } from './post.ts'
import { DISABLED_AFTER_MS, pauseAfter } from './retries.ts'
import { signatureHeaders } from './signature.ts'
import { type DueDelivery, dueDeliveries, leaseDeliveries, updateDelivery, updateWebhook } from './store.ts'

export interface DeliveringOptions {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  readonly post: Post
  /** Those of the tenants whose management has consented to evaluations of calls (PORT-04). */
  readonly consentingOf: (tenantIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** A webhook has failed for too long and is disabled. */
  readonly givenUp: (webhook: Pick<DueDelivery, 'webhook_id' | 'tenant_id' | 'url'>) => Promise<void>
}

/** Deliveries at a time, of all tenants. */
const AT_A_TIME = 100
/** Of one tenant, and of one webhook: a receiver that lets us wait holds up nobody but itself. */
const AT_A_TIME_PER_TENANT = 6
const AT_A_TIME_PER_WEBHOOK = 2
const LOOK_EVERY_MS = 1_000
/** A delivery is one server's for so long, whatever becomes of it; longer than any attempt takes. */
const LEASE_MS = 30_000

/** Where a webhook's secret stands, for the seal. */
export const placeOfSecret = (webhookId: string): string => `webhook/${webhookId}`

/** Sends what is due. Each tenant and each webhook has places of its own; a place that gets free is taken at once, whatever the others still do. */
export class Delivering implements Resource {
  readonly #options: DeliveringOptions
  readonly #underWay = new Map<string, { readonly delivery: DueDelivery; readonly done: Promise<void> }>()
  #timer: Timer | undefined
  /** A look under way; `#again`: something has come meanwhile. There is never more than one. */
  #looking: Promise<void> | undefined
  #again = false
  /** The last look has found something: when a place gets free there may be more. */
  #more = false
  /** What is sent is nobody's deed, even if a request has caused it: the audit log is not for it. */
  readonly #apart = AsyncLocalStorage.snapshot()
  #closed = false

  constructor(options: DeliveringOptions) {
    this.#options = options
    this.#lookLater(0)
  }

  /** Something is due now. */
  look(): void {
    if (this.#closed) return
    if (this.#looking !== undefined) this.#again = true
    else this.#apart(() => this.#begin())
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
    const opened = sealed.map((each) => secrets.unseal(each, place))
    return post(webhook.url, webhook.body, signatureHeaders(signed, opened))
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#looking
    await Promise.all([...this.#underWay.values()].map(({ done }) => done))
  }

  #begin(): void {
    this.#timer?.cancel()
    this.#again = false
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined
      if (this.#again) this.look()
      else this.#lookLater(LOOK_EVERY_MS)
    })
  }

  #lookLater(delayMs: number): void {
    if (this.#closed) return
    this.#timer?.cancel()
    this.#timer = this.#options.clock.after(delayMs, () => this.look())
  }

  async #look(): Promise<void> {
    try {
      const now = new Date(this.#options.clock.epochMs())
      const free = AT_A_TIME - this.#underWay.size
      if (free <= 0) return
      const limits = { perWebhook: AT_A_TIME_PER_WEBHOOK, all: free, without: [...this.#underWay.keys()], busyTenants: this.#busyTenants() }
      const due = await this.#options.database.withOperator((tx) => dueDeliveries(tx, now, limits))
      this.#more = due.length > 0
      // Closed meanwhile: what is begun now, closing would wait for.
      if (this.#closed) return
      for (const delivery of await this.#leased(this.#withPlace(due), now)) this.#take(delivery)
    } catch (error) {
      this.#warn('deliveries of webhooks could not be looked for', error)
    }
  }

  #busyTenants(): readonly string[] {
    const counts = Map.groupBy(this.#underWay.values(), ({ delivery }) => delivery.tenant_id)
    return [...counts].filter(([, some]) => some.length >= AT_A_TIME_PER_TENANT).map(([tenantId]) => tenantId)
  }

  /** Those for which their tenant and their webhook have a place. */
  #withPlace(due: readonly DueDelivery[]): readonly DueDelivery[] {
    const placed = [...this.#underWay.values()].map(({ delivery }) => delivery)
    return due.filter((delivery) => {
      const some = placed.filter(({ tenant_id: tenantId }) => tenantId === delivery.tenant_id)
      const own = some.filter(({ webhook_id: webhookId }) => webhookId === delivery.webhook_id)
      if (some.length >= AT_A_TIME_PER_TENANT || own.length >= AT_A_TIME_PER_WEBHOOK) return false
      placed.push(delivery)
      return true
    })
  }

  /** Those that no other server on this database is at. */
  async #leased(due: readonly DueDelivery[], now: Date): Promise<readonly DueDelivery[]> {
    if (due.length === 0) return []
    const until = new Date(now.getTime() + LEASE_MS)
    const ids = due.map(({ id }) => id)
    const own = await this.#options.database.withOperator((tx) => leaseDeliveries(tx, ids, now, until))
    return due.filter(({ id }) => own.has(id))
  }

  #take(delivery: DueDelivery): void {
    const free = (): void => void this.#underWay.delete(delivery.id)
    const done = this.#deliver(delivery).then(
      () => {
        free()
        if (this.#more) this.look()
      },
      (error: unknown) => {
        this.#warn('what became of a delivery could not be noted; it is sent again', error)
        this.#options.clock.after(LOOK_EVERY_MS, free)
      },
    )
    this.#underWay.set(delivery.id, { delivery, done })
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const { database, clock } = this.#options
    if (await this.#isWithheld(delivery)) {
      const set = { state: 'failed', last_error: 'the consent of the management is missing' } as const
      return database.withOperator((tx) => updateDelivery(tx, delivery.id, set))
    }
    const posted = await this.#tried(delivery)
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
      await this.#options.givenUp(delivery)
  }

  /** A consent may have been revoked while the delivery waited (PORT-04). */
  async #isWithheld({ body, tenant_id: tenantId }: DueDelivery): Promise<boolean> {
    const { topic } = JSON.parse(body) as { readonly topic?: unknown }
    return topic === 'call-records' && !(await this.#options.consentingOf([tenantId])).has(tenantId)
  }

  /** What cannot be signed fails like what cannot be sent, and holds up nobody. */
  async #tried(delivery: DueDelivery): Promise<Posted> {
    try {
      return await this.send(delivery)
    } catch (error) {
      this.#warn('a delivery of a webhook could not be made', error)
      return { kind: 'failed', status: undefined, why: 'it could not be signed' }
    }
  }

  #warn(what: string, error: unknown): void {
    this.#options.logger.warn(what, { error: error instanceof Error ? error : new Error(String(error)) })
  }
}
