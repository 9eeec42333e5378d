import type { QualitySample } from '@klinke/rtp'

/** The call-record port (design: started, answered, ended). `pbx` implements it on PostgreSQL with a durable queue on disk. */
export interface CallRecords {
  /** Notes that a call began. Returns at once; durable before the call can ring. */
  started(call: CallStarted): void
  answered(call: CallAnswered): void
  /** What a call is rated by has become known or changed after its answer, such as that the party outside has answered after an announcement: the last one counts. */
  charged(call: CallCharged): void
  /** Exactly once per started call. */
  ended(call: CallEnded): void
  /** A sign of life of all running calls, every `SIGN_OF_LIFE_SECONDS`: after a crash the store ends open records at their last one. */
  alive(calls: readonly CallKey[], atMs: number): void
  /** A party is being called for this call, by a dialog of that Call-ID: it belongs to the call's signalling. Absent: nobody wants to know. */
  dialled?(call: CallKey, sipCallId: string, party: CallParty): void
  /** A request was refused before there was a call: a wrong password, a registration too many, a loop. Absent: nobody wants to know. */
  refused?(request: RefusedRequest): void
}

/** What was refused without a call record to tell of it. Everything in it that a stranger wrote is bounded by the message, no more. */
export interface RefusedRequest {
  readonly method: string
  /** Address that the request came from. */
  readonly source: string
  /** Digest user name, or extension. */
  readonly account: string
  readonly domain: string
  /** What an INVITE dialled. */
  readonly dialled: string | undefined
  readonly sipCallId: string
  /** What it was answered, challenges included. */
  readonly status: number
  /** Stable kebab-case word, or the cause that a call would have ended with. */
  readonly reason: string
}

/** How often running calls are reported alive, so how exactly the end of a call that a crash cut off is known. */
export const SIGN_OF_LIFE_SECONDS = 10

export interface CallKey {
  readonly id: string
  readonly tenantId: string
}

export interface CallParty {
  /** Tenant of this party; undefined outside Klinke. */
  readonly tenantId: string | undefined
  readonly extensionId: string | undefined
  /** E.164 with `+`, or the extension's digits, as the party is known. */
  readonly number: string
  readonly displayName: string | undefined
  /** Outside: the network vouches that it is the caller's number (RFC 3325). Absent: it is only what the caller says. */
  readonly isAsserted?: boolean
  /** The shared phone at which this extension sits; absent: one of its own. */
  readonly phone?: PhoneOfParty | undefined
  /** The customer's own PBX, by the trunk that it is connected with; absent: it is none. */
  readonly trunk?: TrunkOfParty | undefined
}

/** A customer's trunk (TRK-01), as records name it. */
export interface TrunkOfParty {
  readonly id: string
  readonly name: string
}

/** A shared phone (hot-desking, DEV-05), by the extension with whose account it is registered. Emergency calls are made from where it stands. */
export interface PhoneOfParty {
  readonly extensionId: string
  readonly number: string
}

export interface CallStarted {
  readonly id: string
  readonly tenantId: string
  readonly direction: 'internal' | 'inbound' | 'outbound'
  readonly caller: CallParty
  /** As dialled. */
  readonly called: CallParty
  readonly startedAtMs: number
  readonly sipCallId: string
  readonly emergency: boolean
}

export interface CallAnswered {
  readonly id: string
  readonly tenantId: string
  readonly answeredAtMs: number
  readonly answeredBy: CallParty
  /** As in `CallEnded`, as far as it is known by then: what a crash cuts off is paid for all the same. */
  readonly charge?: CallCharge
}

export interface CallCharged {
  readonly id: string
  readonly tenantId: string
  readonly charge: CallCharge
}

/** What a call that leaves a customer is rated by (CLI-02, TRK-14, BIL-05). */
export interface CallCharge {
  /**
   * `on-net`: to another customer of this exchange; `enum`: to a place found in the DNS, which costs nothing either (TRK-14);
   * `own-carrier`: over a provider of the customer's own, who bills it (TRK-12).
   */
  readonly way: 'carrier' | 'own-carrier' | 'on-net' | 'enum'
  /** `own`: somebody has dialled; `forwarded`: a setting leads it there; `call-back`: the exchange calls somebody for the customer. */
  readonly origin: 'own' | 'forwarded' | 'call-back'
  /** E.164: the number that pays; null: the customer has none. */
  readonly billed: string | null
  /** On whose behalf it is; absent: the customer's own, such as a number that leads outside. */
  readonly extensionId?: string
  /** The trunk over which the customer's own PBX calls. */
  readonly trunkId?: string
  readonly siteId?: string
  /**
   * When the party outside has answered, which is later than the call's own answer where the caller has heard something before. Null: it has
   * not; absent: of calls that cost nothing by their way.
   */
  readonly connectedAtMs?: number | null
}

export type EndCause =
  | 'hung-up-by-caller'
  | 'hung-up-by-called'
  | 'cancelled'
  | 'busy'
  | 'no-answer'
  | 'declined'
  | 'unreachable'
  | 'not-found'
  | 'forbidden'
  /** No session description both sides could agree on. */
  | 'incompatible'
  | 'congestion'
  | 'media-inactivity'
  /** A browser did not prove by DTLS that it is the one its session description names. */
  | 'media-unprotected'
  | 'session-expired'
  /** The profile's longest call. */
  | 'duration-limit'
  /** A call for help needed its channel (EMG-01). */
  | 'preempted'
  /** What the customer may spend in a day is spent (FRD-05). */
  | 'cost-limit'
  /** What the customer has paid in before is used up (BIL-09). */
  | 'credit-used-up'
  | 'drained'
  | 'restart'
  | 'error'

/** A decision on the way of the call, with its reason. The record, the live view and "explain this call" are folds over these. */
export interface RoutingStep {
  readonly atMs: number
  /** Stable kebab-case name, such as `forked`, `carrier-selected`, `no-answer`. */
  readonly step: string
  readonly detail: string
  /** The whole decision as a sentence, where whoever decided has one; else it is made of step and detail. */
  readonly words?: { readonly de: string; readonly en: string }
}

export interface LegMedia {
  readonly packetsReceived: number
  readonly bytesReceived: number
  readonly packetsSent: number
  readonly bytesSent: number
  readonly packetsLost: number
  readonly jitterMs: number
  readonly roundTripMs: number | undefined
  readonly mos: number | undefined
  readonly codec: string | undefined
  /** How it was meanwhile, oldest first; absent: not measured. */
  readonly samples?: readonly QualitySample[]
}

/** Who a call outside was shown as, and for whose number it is charged (CLI-02). */
export interface CallIdentity {
  /** E.164; null: the caller was hidden (CLIR). */
  readonly shown: string | null
  /** E.164 */
  readonly billed: string
}

export interface CallEnded {
  readonly id: string
  readonly tenantId: string
  readonly endedAtMs: number
  readonly cause: EndCause
  /** SIP status that ended an unanswered call. */
  readonly sipStatus: number | undefined
  readonly route: readonly RoutingStep[]
  readonly callerMedia: LegMedia | undefined
  readonly calledMedia: LegMedia | undefined
  /** Absent: it went to nobody outside. */
  readonly identity?: CallIdentity
  /** Absent: it did not leave the customer, or was for help. */
  readonly charge?: CallCharge
}
