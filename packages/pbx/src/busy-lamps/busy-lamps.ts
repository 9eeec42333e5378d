import { type Admission, type Calls, type DialogChange, refusalOfVerdict, type Subscriber } from '@klinke/calls'
import { type IncomingSubscription, type NotifierPackage, parseSip, userText } from '@klinke/sip'
import { Lamp, WatchedExtension } from './lamp.ts'

/** Lamps of all phones of one extension: several phones with some expansion modules each. */
export const MAX_LAMPS = 500

const HOUR_SECONDS = 3600

/** What is read of a tenant. */
export interface WatchedTenant {
  readonly id: string
  readonly sipDomain: string
  /** By number. */
  readonly extensions: ReadonlyMap<string, { readonly id: string }>
}

export interface BusyLampParts {
  readonly directory: {
    tenant(id: string): WatchedTenant | undefined
  }
  readonly calls: Pick<Calls, 'changes' | 'dialogs'>
  readonly admission: Pick<Admission, 'decide'>
}

/** Tells phones when extensions of their tenant ring, talk and are free (RFC 4235). */
export class BusyLamps implements NotifierPackage {
  readonly event = 'dialog'
  readonly defaultExpiresSeconds = HOUR_SECONDS
  readonly minExpiresSeconds = 60
  readonly maxExpiresSeconds = HOUR_SECONDS
  readonly #parts: BusyLampParts
  readonly #feed: ReturnType<Calls['changes']>
  readonly #watched = new Map<string, WatchedExtension>()
  /** Lamps by the extension that watches. */
  readonly #lampsOf = new Map<string, number>()

  constructor(parts: BusyLampParts) {
    this.#parts = parts
    this.#feed = parts.calls.changes()
    for (const dialog of parts.calls.dialogs()) this.#tell(dialog)
    void this.#follow()
  }

  subscribed(subscription: IncomingSubscription): void {
    const verdict = this.#parts.admission.decide(subscription.request, subscription.flow)
    if (verdict.kind === 'extension') this.#admitted(subscription, verdict.subscriber)
    else if (verdict.kind === 'drop') subscription.drop()
    else subscription.reject(...refusalOfVerdict(verdict))
  }

  close(): void {
    this.#feed.close()
  }

  #admitted(subscription: IncomingSubscription, by: Subscriber): void {
    const uri = parseSip(subscription.request.uri)
    const number = (uri && userText(uri)) ?? ''
    const tenant = this.#parts.directory.tenant(by.tenantId)
    const extension = tenant?.extensions.get(number)
    const lamps = this.#lampsOf.get(by.extensionId) ?? 0
    if (tenant === undefined || extension === undefined) subscription.reject(404)
    else if (lamps >= MAX_LAMPS) subscription.reject(403, { reason: 'Too Many Lamps' })
    else this.#light(subscription, by, keyOf(tenant.id, extension.id), { number, domain: tenant.sipDomain.toLowerCase() })
  }

  #light(
    subscription: IncomingSubscription,
    by: Subscriber,
    key: string,
    entity: { readonly number: string; readonly domain: string },
  ): void {
    const watched = this.#watch(key)
    const lamp = new Lamp(watched, entity)
    const accepted = subscription.accept(() => lamp.content())
    lamp.lightsBy(accepted)
    watched.lamps.add(lamp)
    this.#count(by.extensionId, 1)
    void accepted.ended.then(() => {
      watched.lamps.delete(lamp)
      this.#count(by.extensionId, -1)
      this.#forget(key, watched)
    })
  }

  async #follow(): Promise<void> {
    for await (const change of this.#feed) {
      if (change.kind === 'missed') this.#lookAgain()
      else this.#tell(change)
    }
  }

  /** Changes were lost: everybody is told everything. */
  #lookAgain(): void {
    for (const watched of this.#watched.values()) watched.dialogs.clear()
    for (const { tenantId, extensionId, sip, ...dialog } of this.#parts.calls.dialogs()) {
      if (dialog.state !== 'terminated')
        this.#watch(keyOf(tenantId, extensionId)).dialogs.set(sip.callId, { tenantId, extensionId, sip, ...dialog })
    }
    for (const [key, watched] of this.#watched) {
      for (const lamp of watched.lamps) lamp.refresh()
      this.#forget(key, watched)
    }
  }

  #tell(change: DialogChange): void {
    // A phone that has not said that it rings changes no lamp.
    if (change.state === 'trying' && change.direction === 'recipient') return
    const key = keyOf(change.tenantId, change.extensionId)
    const watched = this.#watch(key)
    watched.changed(change)
    this.#forget(key, watched)
  }

  #watch(key: string): WatchedExtension {
    const known = this.#watched.get(key)
    if (known !== undefined) return known
    const made = new WatchedExtension()
    this.#watched.set(key, made)
    return made
  }

  #forget(key: string, watched: WatchedExtension): void {
    if (watched.isIdle && this.#watched.get(key) === watched) this.#watched.delete(key)
  }

  #count(extensionId: string, change: 1 | -1): void {
    const lamps = (this.#lampsOf.get(extensionId) ?? 0) + change
    if (lamps > 0) this.#lampsOf.set(extensionId, lamps)
    else this.#lampsOf.delete(extensionId)
  }
}

function keyOf(tenantId: string, extensionId: string): string {
  return `${tenantId}/${extensionId}`
}
