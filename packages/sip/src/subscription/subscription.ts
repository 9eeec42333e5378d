import type { SipRequest, SipResponse } from '../message/message.ts'
import type { Flow } from '../transport/transport.ts'
import type { Credentials, Destination, HeaderField, ResponseOptions } from '../user-agent/user-agent.ts'

/** What a NOTIFY says; an empty one says only the state of the subscription. */
export interface NotifyContent {
  /** Text goes out as UTF-8. */
  readonly body: string | Uint8Array
  readonly contentType: string
}

/** Why a subscription ended: the words of RFC 6665 §4.1.3, and what needs no NOTIFY. */
export type SubscriptionEnd =
  /** The notifier's last NOTIFY; `retryAfterSeconds` says when a new SUBSCRIBE is welcome. */
  | { readonly by: 'notifier'; readonly reason: string | undefined; readonly retryAfterSeconds: number | undefined }
  | { readonly by: 'subscriber' }
  | { readonly by: 'expiry' }
  /** A SUBSCRIBE or NOTIFY was refused, or nobody answered. */
  | { readonly by: 'failure'; readonly response: SipResponse | undefined }

/** An event package this server notifies about (RFC 6665 §5). */
export interface NotifierPackage {
  /** As in the Event header, such as `message-summary`. */
  readonly event: string
  /** When the SUBSCRIBE says nothing. */
  readonly defaultExpiresSeconds: number
  /** Shorter subscriptions are answered 423; an unsubscription is not. */
  readonly minExpiresSeconds: number
  /** Longer ones are shortened. */
  readonly maxExpiresSeconds: number
  /**
   * A new subscription to decide on: `accept` or `reject`, now or later. Nobody has asked yet who the subscriber is: that is the
   * first thing to do, with `request` and `flow`.
   */
  subscribed(subscription: IncomingSubscription): void
}

/** A SUBSCRIBE outside a dialog. */
export interface IncomingSubscription {
  readonly request: SipRequest
  readonly flow: Flow
  /** What it will get; 0 asks for the state once. */
  readonly expiresSeconds: number
  /**
   * Takes it. `content` gives the full state, for the first NOTIFY and whenever one is due; with `pending` the state stays
   * untold until `activate`. One that asks for less than the package's shortest time is answered 423 instead, and what this
   * gives is over already.
   */
  accept(content: () => NotifyContent | undefined, options?: { readonly pending?: boolean }): NotifierSubscription
  reject(status: number, options?: ResponseOptions): void
  /** Takes the request out of the world without an answer (flood defence). */
  drop(): void
}

/** A subscription of a peer to something here. */
export interface NotifierSubscription {
  /** Consent was given: the state is told from now on. */
  activate(): void
  /** The state has changed. Changes that come faster than the peer answers are told together. */
  changed(): void
  /** Ends it; `reason` as in RFC 6665 §4.1.3: `deactivated`, `noresource`, `rejected`, `giveup` … */
  terminate(reason: string, retryAfterSeconds?: number): void
  readonly ended: Promise<SubscriptionEnd>
}

/** A subscription to begin. */
export interface OutgoingSubscription {
  readonly uri: string
  readonly from: string
  readonly to: string
  readonly destination: Destination
  readonly event: string
  /** Value of Accept. */
  readonly accept: string
  readonly expiresSeconds: number
  readonly headers?: readonly HeaderField[]
  readonly credentials?: Credentials
}

/** What a NOTIFY told. */
export interface Notification {
  readonly request: SipRequest
  readonly state: 'pending' | 'active' | 'terminated'
  readonly body: string
}

/** A subscription of ours; it refreshes itself. */
export interface SubscriberSubscription {
  /** Ends with the subscription. One reader. */
  readonly notifications: AsyncIterable<Notification>
  readonly ended: Promise<SubscriptionEnd>
  /** Leaves; `ended` settles with the last NOTIFY. */
  unsubscribe(): void
}
