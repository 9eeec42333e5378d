import type { Subscriber } from '@klinke/calls'
import { type IncomingSubscription, type NotifierSubscription, type NotifyContent, parseSip, userText } from '@klinke/sip'
import type { EventService } from '../slices/slice.ts'

/** An extension that is watched, and how phones name it. */
export interface WatchedEntity {
  readonly tenantId: string
  readonly extensionId: string
  readonly number: string
  readonly domain: string
}

/** What one subscription is told. */
export interface Watching {
  /** The document that is due. */
  content(): NotifyContent | undefined
  /** From now on changes are told by `subscription`. */
  toldBy(subscription: NotifierSubscription): void
  /** The subscription has ended. */
  over(): void
}

/** An event package about extensions. */
export interface WatchRules extends Omit<EventService, 'subscribed'> {
  /** Whose: any extension of the same tenant, by the Request-URI; or the one that subscribes, whatever address its phone uses. */
  readonly whose: 'the tenant' | 'its own'
  /** Subscriptions of one extension, of all its phones together. */
  readonly maxPerExtension: number
  watch(entity: WatchedEntity, subscription: IncomingSubscription, by: Subscriber): Watching | Promise<Watching>
  /** What is watched at an address that is no extension's, such as a code; `undefined`: nothing. */
  readonly other?: WatchOther
}

export type WatchOther = (user: string, by: Subscriber) => (() => Watching) | undefined

/** What is read of a tenant. */
export interface WatchedTenant {
  readonly id: string
  readonly sipDomain: string
  /** By number. */
  readonly extensions: ReadonlyMap<string, { readonly id: string }>
}

export interface WatchedTenants {
  tenant(id: string): WatchedTenant | undefined
}

/** Who may watch whom, and how much, is the same for all event packages; they differ in what they tell. */
export function watchService({ whose, maxPerExtension, watch, other, ...limits }: WatchRules, tenants: WatchedTenants): EventService {
  const counts = new Counts()
  return {
    ...limits,
    subscribed: (subscription, by) => {
      const entity = whose === 'its own' ? ownEntity(by) : entityOf(subscription, by, tenants)
      const start = entity === undefined ? other?.(userOf(subscription), by) : () => watch(entity, subscription, by)
      if (start === undefined) return subscription.reject(404)
      if (counts.of(by.extensionId) >= maxPerExtension) return subscription.reject(403, { reason: 'Too Many Subscriptions' })
      const over = counts.taken(by.extensionId)
      const watching = start()
      if (watching instanceof Promise) void watching.then((made) => begin(subscription, made, over))
      else begin(subscription, watching, over)
    },
  }
}

/**
 * From now on it is told. Apart from `subscribed`, because what lasts as long as the subscription holds all that the function around it has captured:
 * there the request that began it, which is ten kilobytes for each lamp.
 */
function begin(subscription: IncomingSubscription, made: Watching, over: () => void): void {
  const accepted = subscription.accept(() => made.content())
  made.toldBy(accepted)
  void accepted.ended.then(() => {
    over()
    made.over()
  })
}

function ownEntity({ tenantId, extensionId, extensionNumber, domain }: Subscriber): WatchedEntity {
  return { tenantId, extensionId, number: extensionNumber, domain: domain.toLowerCase() }
}

/** Extensions of other tenants are not there. */
function entityOf(subscription: IncomingSubscription, by: Subscriber, tenants: WatchedTenants): WatchedEntity | undefined {
  const number = userOf(subscription)
  const tenant = tenants.tenant(by.tenantId)
  const extension = tenant?.extensions.get(number)
  if (tenant === undefined || extension === undefined) return undefined
  return { tenantId: tenant.id, extensionId: extension.id, number, domain: tenant.sipDomain.toLowerCase() }
}

function userOf({ request }: IncomingSubscription): string {
  const uri = parseSip(request.uri)
  return (uri && userText(uri)) ?? ''
}

/** Subscriptions by the extension that watches. */
class Counts {
  readonly #counts = new Map<string, number>()

  of(extensionId: string): number {
    return this.#counts.get(extensionId) ?? 0
  }

  /** One more; gives what is to be called when it is over. */
  taken(extensionId: string): () => void {
    this.#add(extensionId, 1)
    return () => this.#add(extensionId, -1)
  }

  #add(extensionId: string, change: 1 | -1): void {
    const count = this.of(extensionId) + change
    if (count > 0) this.#counts.set(extensionId, count)
    else this.#counts.delete(extensionId)
  }
}
