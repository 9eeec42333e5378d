import type { Clock, Logger, Random } from '@klinke/foundation'
import type { EndpointProfile } from '@klinke/rtp'
import type { Credentials, Destination, HeaderField } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import type { Refusal } from '../outcome.ts'

/** What flows can do beside acting on their own call. */
export interface Exchange {
  /**
   * Rings all targets at once; the first to answer wins and the others are told so (RFC 3326).
   * Without an answer gives the best refusal of all (RFC 3261 §16.7 step 6).
   * Rejects only when the call itself ends meanwhile, such as by the caller's CANCEL.
   */
  ring(call: Call, targets: readonly DialTarget[], options?: RingOptions): Promise<RingOutcome>
  /** The devices registered for an extension, to be rung; empty when none is. `addressOfRecord` is `number@domain`. */
  devicesOf(addressOfRecord: string): readonly Device[]
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** A registered contact (RFC 3261 §10.3). */
export interface Device {
  readonly uri: string
  readonly destination: Destination
  /** Path (RFC 3327) as route set. */
  readonly route: readonly string[]
  readonly media: EndpointProfile
}

export interface DialTarget extends Device {
  /** `media.srtp` is configured: no other choice is tried when the party refuses it. */
  readonly fixedSrtp?: boolean
  /** Who is rung, for the record. */
  readonly party: CallParty
  /** Value of From without tag: the caller as this party shall see it. */
  readonly from: string
  /** Value of To. */
  readonly to: string
  /** Beyond those of the header policy, such as the caller's identity for a carrier. */
  readonly headers?: readonly HeaderField[]
  readonly credentials?: Credentials
}

export interface RingOptions {
  /** Seconds until the targets count as not answering; absent is the profile's time. */
  readonly withinSeconds?: number
  /** Seconds after which a target that has not said a word, not even 100, is given up; absent: those of the SIP timers (32). */
  readonly silentAfterSeconds?: number
  /** Call-Info, Alert-Info … for every target. */
  readonly headers?: readonly HeaderField[]
}

export type RingOutcome = { readonly kind: 'answered'; readonly leg: OutboundLeg } | Refusal
