import type { EndpointProfile, MediaSource } from '@klinke/rtp'
import type { SipRequest } from '@klinke/sip'
import type { CarrierIdentity } from './admission/admission.ts'
import type { TrunkIdentity } from './admission/customer-trunks.ts'
import type { Subscriber } from './admission/subscriber.ts'
import type { Call } from './call/call.ts'
import type { CallParty, CallStarted } from './call-records.ts'
import type { Exchange } from './exchange/exchange.ts'
import type { NamesConnected } from './leg/connected.ts'
import type { Outcome, Refusal } from './outcome.ts'

/** Who sent an admitted INVITE: proven by digest, by its flow, or by its address. */
export type Origin =
  | { readonly kind: 'extension'; readonly subscriber: OriginExtension }
  | { readonly kind: 'carrier'; readonly carrier: CarrierIdentity }
  /** A customer's PBX, itself or by a transfer that it asks for. */
  | { readonly kind: 'trunk'; readonly trunk: TrunkIdentity }

/** The extension that dials, itself or by a transfer that it asks for. */
export type OriginExtension = Pick<Subscriber, 'tenantId' | 'extensionId' | 'extensionNumber' | 'domain' | 'phone'>

/** Something that wants to be a call: an admitted INVITE, or what an extension dials inside a call, for itself or for the party it transfers. */
export interface Arrival {
  readonly origin: Origin
  /** What was dialled: user part of the Request-URI, unescaped and without parameters, the digits of a tel URI, or a whole URN; `''` when there is none. */
  readonly dialled: string
  /** The INVITE; for a transfer the REFER, or what an INVITE of that extension would say. */
  readonly request: SipRequest
}

/** What call control reads of a tenant's product profile. */
export interface CallProfile {
  readonly ringTimeoutSeconds: number
  readonly mediaInactivitySeconds: number
  readonly sessionExpiresSeconds: number
  /** 'relay' anchors media here; 'direct' lets the parties exchange it themselves. */
  readonly mediaPath: 'relay' | 'direct'
  /** Longest call from the answer on; absent or null is no limit. */
  readonly maxCallSeconds?: number | null
  /** A party hears a soft signal while the other's media has stopped without a word; absent: yes. */
  readonly signalWhenMediaStops?: boolean
  /** The caller is a fax machine; absent: no. */
  readonly fax?: boolean
  /** What a party hears that is held; absent: a soft tone now and then. */
  readonly holdMusic?: MediaSource
  /** What extensions dial during a conversation, from the tenant's feature codes; absent: nothing. */
  readonly inCallCodes?: InCallCodes
}

/** Dialled during a conversation, by phones without keys for it, such as `*2`. */
export interface InCallCodes {
  /** Hold the other party and call somebody; again: connect both and leave. */
  readonly transfer?: string
  /** Give up the call to the third party and go back to the first. */
  readonly back?: string
  /** Change between both. */
  readonly toggle?: string
  /** All three together. */
  readonly conference?: string
}

/** How a call is to be recorded and who leads it. */
export interface CallPlan {
  readonly kind: 'call'
  readonly tenantId: string
  readonly direction: CallStarted['direction']
  readonly caller: CallParty
  /** As dialled. */
  readonly called: CallParty
  readonly emergency: boolean
  readonly profile: CallProfile
  /** SRTP towards the caller; absent: as it offers. */
  readonly callerSrtp?: EndpointProfile['srtp']
  /** What may be spoken with the caller; absent: all there is. */
  readonly callerMedia?: Pick<EndpointProfile, 'codecs' | 't38'>
  /** How the caller is told whom it is connected with (COLP); absent: it is not. */
  readonly namesConnected?: NamesConnected
  /** The call ends here, so the media does too, whatever `profile.mediaPath` says. */
  readonly endsHere?: boolean
  readonly flow: CallFlow
}

/** A call's way, told as an async function. Whatever it leaves open ends with it; if it throws, this call alone ends. */
export type CallFlow = (call: Call, exchange: Exchange) => Promise<Outcome>

/** Recognises what was dialled. It decides at once; whatever takes time belongs into the flow. */
export type DialPlan = (arrival: Arrival) => CallPlan | Refusal
