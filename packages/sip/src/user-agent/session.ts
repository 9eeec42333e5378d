import type { SipMethod, SipRequest, SipResponse } from '../message/message.ts'
import type { IncomingReferral, OutgoingRefer, OutgoingReferral } from '../refer/referral.ts'
import type { Flow } from '../transport/transport.ts'
import type { HeaderField, RequestOutcome, ResponseOptions } from './user-agent.ts'

/** Why a session is over. */
export type SessionEnd =
  | { readonly by: 'remote'; readonly reason: string | undefined; readonly request: SipRequest }
  | { readonly by: 'local' }
  /** No ACK for our 2xx within 64·T1 (RFC 3261 §13.3.1.4). */
  | { readonly by: 'no-ack' }
  /** Session timer ran out (RFC 4028 §10). */
  | { readonly by: 'session-expired' }
  /** A request in the dialog got 408, 481, or no answer (RFC 5057). */
  | { readonly by: 'dialog-failed'; readonly response: SipResponse | undefined }

/** A request of the peer inside the session that the application decides. */
export type SessionRequest =
  /** re-INVITE or UPDATE with an offer (RFC 3264 §8, RFC 3311): `answer` accepts, `reject` refuses (488 …). */
  | { readonly kind: 'offer'; readonly sdp: string; readonly request: SipRequest; answer(sdp: string): void; reject(status: number): void }
  /** re-INVITE without SDP: `offer` sends our offer in the 2xx and gives the answer of the ACK. */
  | {
      readonly kind: 'offer-wanted'
      readonly request: SipRequest
      offer(sdp: string): Promise<string | undefined>
      reject(status: number): void
    }
  /** REFER: the peer wants us to call somebody (RFC 3515), mostly in its place. */
  | ({ readonly kind: 'refer' } & IncomingReferral)
  /** INFO, MESSAGE, SUBSCRIBE, NOTIFY and unknown methods in the dialog. */
  | { readonly kind: 'request'; readonly request: SipRequest; respond(status: number, options?: ResponseOptions): void }

export type OfferOutcome =
  | { readonly kind: 'answered'; readonly sdp: string }
  /** The peer refused; the session goes on as it was (RFC 3261 §14.1). */
  | { readonly kind: 'rejected'; readonly status: number }
  | { readonly kind: 'ended' }

/** What a request in a session carries. */
export interface RequestContent {
  readonly headers?: readonly HeaderField[]
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array
  readonly contentType?: string
}

/** An INVITE dialog from the 2xx on (RFC 3261 §12–15), either side. */
export interface InviteSession {
  readonly callId: string
  readonly localTag: string
  readonly remoteTag: string
  readonly flow: Flow
  /** Settles once the three-way handshake is done: on the ACK (UAS; with `sdp` when the ACK carried one), at once (UAC). Never rejects; `ended` tells of failure. */
  readonly established: Promise<{ readonly sdp: string | undefined }>
  /** Settles when the session is over, whoever ended it. */
  readonly ended: Promise<SessionEnd>
  /** Requests of the peer to decide; ends with the session. A request nobody reads within 64·T1 is answered 500. */
  readonly requests: AsyncIterable<SessionRequest>
  /** For a late-offer INVITE we sent: puts our answer into the ACK. */
  acknowledge(sdp: string): void
  /** Changes the session by re-INVITE, or UPDATE if asked for. Glare (491) is retried after the RFC 3261 §14.1 delay. */
  offer(sdp: string, method?: 'INVITE' | 'UPDATE'): Promise<OfferOutcome>
  /** re-INVITE without SDP: gives the peer's offer; `acknowledge` sends our answer. */
  askForOffer(): Promise<OfferOutcome>
  /** Asks the peer to call somebody (RFC 3515). */
  refer(wanted: OutgoingRefer): OutgoingReferral
  /** Any other request in the dialog (INFO, NOTIFY, MESSAGE, OPTIONS). */
  request(method: SipMethod, options?: RequestContent): Promise<RequestOutcome>
  /**
   * Tells the peer whom it is connected with now (RFC 4916 §4.4): by an UPDATE without a description, and by From in all that follows. Nothing is sent to
   * a peer that has not said that it understands that (`from-change`), or takes no UPDATE.
   */
  connectedWith(from: string, headers: readonly HeaderField[]): void
  /** Ends the session; settles when the peer has confirmed or the transaction has timed out. `reason`: value of a Reason header. */
  bye(reason?: string): Promise<void>
}
