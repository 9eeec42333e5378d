import type { Clock, Logger, Random } from '@klinke/foundation'
import type { NotifierPackage, OutgoingSubscription, SubscriberSubscription } from '../subscription/subscription.ts'
import type { Resolver } from '../transport/resolver.ts'
import type { Transport, TransportReceiver } from '../transport/transport.ts'
import type { UserAgent, UserAgentHandler } from './user-agent.ts'

/** What a stack stands on: everything that is not pure comes in here. */
export interface SipStackOptions {
  readonly transport: Transport
  readonly resolver: Resolver
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly settings?: SipStackSettings
}

/** All optional; the defaults are RFC 3261's. */
export interface SipStackSettings {
  /** Round-trip estimate, T2 and T4 of RFC 3261 Table 4, in milliseconds: 500, 4000, 5000. */
  readonly t1Ms?: number
  readonly t2Ms?: number
  readonly t4Ms?: number
  /** Value of the Server and User-Agent headers; absent sends none. */
  readonly product?: string
  /** Server transactions without a final response; more requests are answered 503. One source gets as many as are left to all. */
  readonly maxHalfOpenTransactions?: number
  /** Requests above 1,300 bytes that would go over UDP: TCP where the peer takes it (RFC 3261 §18.1.1), the default, or UDP all the same. */
  readonly largeRequests?: 'tcp' | 'udp'
  /** The shortest session interval that is taken, in seconds; 90 or more (RFC 4028 §5). */
  readonly minSessionSeconds?: number
  /** `Retry-After` of a 503 sent while draining or overloaded, in seconds. */
  readonly retryAfterSeconds?: number
}

export interface SipStackStatistics {
  readonly clientTransactions: number
  readonly serverTransactions: number
  /** Server transactions whose request is not finally answered. */
  readonly halfOpenTransactions: number
  /** Calls from the INVITE to the last message, one per leg. */
  readonly calls: number
  /** INVITE dialogs, early ones included. */
  readonly dialogs: number
  readonly subscriptions: number
}

/** The whole of SIP above the sockets: feed it messages, read its calls. */
export interface SipStack {
  readonly userAgent: UserAgent
  /** What the transport calls. */
  readonly receiver: TransportReceiver
  /** Begins to serve. Until then requests are answered 503. */
  serve(handler: UserAgentHandler): void
  /** Serves an event package: its subscriptions come to it instead of the handler (RFC 6665). */
  notify(notifierPackage: NotifierPackage): void
  /** Subscribes to something at a peer. */
  subscribe(subscription: OutgoingSubscription): SubscriberSubscription
  /** Refuses what begins something new with 503 and `Retry-After`; what runs goes on. Settles when no dialog is left. */
  drain(): Promise<void>
  statistics(): SipStackStatistics
  /** Drops all transactions and their timers without a word to the peers: the end of the process, after a drain. */
  close(): void
}
