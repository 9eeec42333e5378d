import type { SipMethod, SipRequest, SipResponse } from '../message/message.ts'
import type { BodyPart } from '../mime/multipart.ts'
import type { OutsideReferral } from '../refer/referral.ts'
import type { Flow, TransportTarget } from '../transport/transport.ts'
import type { EarlyOffer } from './early-offers.ts'
import type { DialogName, LocalDialog, ReplacedDialog } from './local-dialog.ts'
import type { InviteSession, OfferOutcome } from './session.ts'

/** A header to add to a message the user agent builds. The name is in its usual spelling. */
export type HeaderField = readonly [name: string, value: string]

export interface ResponseOptions {
  /** Reason phrase; absent uses the standard one. */
  readonly reason?: string
  readonly headers?: readonly HeaderField[]
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array
  readonly contentType?: string
  /**
   * For a final response to somebody who has not proved who he is: nothing is kept of the request (RFC 3261 §8.2.7). The response
   * is not repeated; when it is lost the client asks again.
   */
  readonly stateless?: boolean
}

/** What the application plugs in: it is called for each request that begins something new. May not throw; if it does the request gets a 500. */
export interface UserAgentHandler {
  /**
   * Asked first for each request outside dialogs, before anything is kept of it: the seconds after which the client may try again
   * while there is no time for it now (503 with Retry-After, RFC 3261 §21.5.4), else `undefined`. Absent: there always is.
   */
  busySeconds?(request: SipRequest, flow: Flow): number | undefined
  /** An INVITE outside a dialog, not a retransmission. Unless the handler answers before it returns, the caller gets a 100. */
  invite(invite: IncomingInvite): void
  /** Any other request outside a dialog: REGISTER, MESSAGE, SUBSCRIBE, REFER, NOTIFY, PUBLISH, and OPTIONS to a user; the user agent answers OPTIONS to the server itself. */
  request(request: IncomingRequest): void
  /** A REFER outside dialogs that can be read (RFC 3515). Without this they come to `request`. */
  refer?(referral: OutsideReferral): void
}

/** A request waiting for its final response (server transaction). */
export interface IncomingRequest {
  readonly request: SipRequest
  readonly flow: Flow
  /** Sends a response; after a final one further calls are ignored. Adds Via, From, To with tag, Call-ID, CSeq. */
  respond(status: number, options?: ResponseOptions): void
  /** Answers as a user agent without further knowledge does: OPTIONS 200 with our capabilities (RFC 3261 §11.2), SUBSCRIBE and PUBLISH 489, anything else 405. */
  respondByDefault(): void
  /** Takes the request out of the world without an answer (flood defence). */
  drop(): void
}

/** An INVITE outside a dialog, from arrival to the final response (UAS side, RFC 3261 §13.3). */
export interface IncomingInvite {
  readonly request: SipRequest
  readonly flow: Flow
  /** SDP offer, or undefined for a late offer. */
  readonly offer: string | undefined
  /** What came beside it in a multipart body, such as the caller's position (RFC 6442), to go on as it is. */
  readonly parts: readonly BodyPart[]
  /** The dialog it shall take the place of (RFC 3891), looked up when asked; `undefined` when it has no Replaces. */
  readonly replaced: ReplacedDialog | undefined
  /**
   * Says that the caller is known and may call. What only such a caller is told is checked now: false, when the INVITE has been
   * refused because its session interval is too small (422, RFC 4028 §9).
   */
  admit(): boolean
  /** Aborted when the caller gives up (CANCEL, or the flow is gone) before a final response, with `InviteAbandoned` as reason. The 487 is sent by the user agent. */
  readonly abandoned: AbortSignal
  /** The dialog's tag that responses carry. */
  readonly localTag: string
  /** Sends a provisional response 101–199. With `sdp` it is early media. `reliable` asks for PRACK (RFC 3262) when the caller supports it. */
  progress(status: number, options?: ProgressOptions): void
  /**
   * Puts `decide` in charge of the caller's offers before the answer, in an UPDATE or PRACK; without it they are refused with 488. There
   * are some only after `progress` has answered the first one reliably.
   */
  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void
  /** Changes what `progress` has answered reliably, by UPDATE (RFC 3311), once that is confirmed; a caller that takes none, or was not answered so, is not asked: 488. */
  update(sdp: string): Promise<OfferOutcome>
  /** Sends 2xx. With a late offer `sdp` is the offer and the answer comes with the ACK (`session.established`). */
  accept(options: AcceptOptions): InviteSession
  /** Sends a final response 300–699. */
  reject(status: number, options?: ResponseOptions): void
  /** Takes the INVITE out of the world without an answer (flood defence). */
  drop(): void
}

export interface ProgressOptions {
  readonly sdp?: string
  readonly reliable?: boolean
  readonly headers?: readonly HeaderField[]
}

export interface AcceptOptions {
  readonly sdp?: string
  readonly headers?: readonly HeaderField[]
  /** A session timer of our own, in seconds, for a caller that knows timers and asks for none (RFC 4028 §9). */
  readonly sessionExpiresSeconds?: number
}

/** Where to send a request: a flow (phone behind NAT), resolved targets in order of preference, or by the URI (RFC 3263). */
export type Destination = { readonly flow: Flow } | { readonly targets: readonly TransportTarget[] } | 'resolve'

export interface Credentials {
  readonly username: string
  readonly password: string
}

export interface OutgoingRequest {
  readonly method: SipMethod
  /** Request-URI. */
  readonly uri: string
  /** From as name-addr without tag; the user agent adds the tag. */
  readonly from: string
  /** To as name-addr. */
  readonly to: string
  readonly destination: Destination
  /** Route set to put before the request (RFC 3261 §8.1.2, Path RFC 3327). */
  readonly route?: readonly string[]
  /** Without a Contact among them, REGISTER, SUBSCRIBE, NOTIFY, REFER and OPTIONS get one with the user of `from` at the address of the flow. */
  readonly headers?: readonly HeaderField[]
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array
  readonly contentType?: string
  /** Answers a 401/407 once. */
  readonly credentials?: Credentials
  /** Hops the request may go; absent 70 (RFC 3261 §8.1.1.6). */
  readonly maxForwards?: number
  /** Keeps Call-ID and CSeq over a series of requests (REGISTER refresh, RFC 3261 §10.2.4). */
  readonly callId?: string
  readonly cseq?: number
}

export interface OutgoingInvite extends Omit<OutgoingRequest, 'method' | 'body' | 'contentType'> {
  /** SDP offer; absent makes a late-offer INVITE. */
  readonly offer?: string
  /** What goes beside it in a multipart body. A peer that takes none (415) is asked again with the offer alone. */
  readonly parts?: readonly BodyPart[]
  readonly contact?: string
  /** Refuse to work without PRACK (`Require: 100rel`), support it, or not. Default: 'supported'. */
  readonly reliableProvisional?: 'required' | 'supported' | 'none'
  /** The peer is not told that Replaces (RFC 3891) is known here. */
  readonly withoutReplaces?: true
  /** Session timer offered, in seconds (RFC 4028); absent none. */
  readonly sessionExpiresSeconds?: number
}

/** What became of a request: a final response, or none. */
export type RequestOutcome =
  | { readonly kind: 'response'; readonly response: SipResponse }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'transport-error'; readonly detail: string }

/** What happens to an outgoing INVITE. The last event is `answered` or `failed`; further 2xx of other forks are ended by the user agent (ACK, BYE). */
export type InviteEvent =
  | { readonly kind: 'provisional'; readonly response: SipResponse; readonly sdp: string | undefined }
  | { readonly kind: 'answered'; readonly response: SipResponse; readonly session: InviteSession; readonly sdp: string | undefined }
  | { readonly kind: 'failed'; readonly outcome: RequestOutcome }

export interface PendingInvite {
  readonly events: AsyncIterable<InviteEvent>
  /** A provisional response has come; true also for a 100, which is no event. */
  readonly heard: boolean
  readonly callId: string
  readonly localTag: string
  /** Puts `decide` in charge of the peer's offers before it answers the call, in an UPDATE; without it they are refused with 488. */
  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void
  /** Changes what a reliable provisional response has answered, by UPDATE (RFC 3311); before that, and for a peer that takes none: 488. */
  update(sdp: string): Promise<OfferOutcome>
  /**
   * Gives up: CANCEL as soon as the RFC allows (§9.1: after a provisional response); a 2xx that crosses is acknowledged and ended by BYE.
   * `reason` is the value of a Reason header, such as `SIP;cause=200;text="Call completed elsewhere"`.
   */
  cancel(reason?: string): void
}

/** The user agent core (RFC 3261 §8): one per server; it serves all tenants. */
export interface UserAgent {
  /** Sends a request outside dialogs. Aborting the signal stops waiting. */
  request(request: OutgoingRequest, signal?: AbortSignal): Promise<RequestOutcome>
  invite(invite: OutgoingInvite): PendingInvite
  /** The INVITE dialog that a peer names, in a Refer-To with Replaces or a Target-Dialog; `undefined` when there is none. */
  findDialog(name: DialogName): LocalDialog | undefined
}
