import { type Admission, type Calls, type DialogChange, type DialogOwner, refusalOfVerdict, type Subscriber } from '@klinke/calls'
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
  readonly calls: Pick<Calls, 'changes' | 'dialogsOf'>
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
  /** Extensions with lamps, by id. Of the calls of all others nothing is kept: most calls light no lamp. */
  readonly #watched = new Map<string, WatchedExtension>()
  /** Lamps by the extension that watches. */
  readonly #lampsOf = new Map<string, number>()

  constructor(parts: BusyLampParts) {
    this.#parts = parts
    this.#feed = parts.calls.changes(({ extensionId }) => this.#watched.has(extensionId))
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
    else
      this.#light(subscription, by, { tenantId: tenant.id, extensionId: extension.id }, { number, domain: tenant.sipDomain.toLowerCase() })
  }

  #light(
    subscription: IncomingSubscription,
    by: Subscriber,
    of: DialogOwner,
    entity: { readonly number: string; readonly domain: string },
  ): void {
    const watched = this.#watch(of)
    const lamp = new Lamp(watched, entity)
    const accepted = subscription.accept(() => lamp.content())
    lamp.lightsBy(accepted)
    watched.lamps.add(lamp)
    this.#count(by.extensionId, 1)
    void accepted.ended.then(() => {
      watched.lamps.delete(lamp)
      this.#count(by.extensionId, -1)
      if (watched.lamps.size === 0) this.#watched.delete(of.extensionId)
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
    for (const watched of this.#watched.values()) {
      watched.stands(this.#dialogsOf(watched.owner))
      for (const lamp of watched.lamps) lamp.refresh()
    }
  }

  #tell(change: DialogChange): void {
    if (lights(change)) this.#watched.get(change.extensionId)?.changed(change)
  }

  #watch(of: DialogOwner): WatchedExtension {
    const known = this.#watched.get(of.extensionId)
    if (known !== undefined) return known
    const made = new WatchedExtension(of)
    made.stands(this.#dialogsOf(of))
    this.#watched.set(of.extensionId, made)
    return made
  }

  #dialogsOf(owner: DialogOwner): readonly DialogChange[] {
    return this.#parts.calls.dialogsOf(owner).filter((dialog) => dialog.state !== 'terminated' && lights(dialog))
  }

  #count(extensionId: string, change: 1 | -1): void {
    const lamps = (this.#lampsOf.get(extensionId) ?? 0) + change
    if (lamps > 0) this.#lampsOf.set(extensionId, lamps)
    else this.#lampsOf.delete(extensionId)
  }
}

/** A phone that has not said that it rings changes no lamp. */
function lights({ state, direction }: DialogChange): boolean {
  return state !== 'trying' || direction !== 'recipient'
}
